import { Tag, type TagTone } from '../tag/Tag.tsx'

/** 9月3日, with the year where it is not this one. Takes and gives no Date: a day is its text. */
export const dayText = (day: string, today?: string): string => {
  const [year, month, date] = day.split('-')
  const short = `${Number(month)}月${Number(date)}日`
  return today !== undefined && today.slice(0, 4) === year ? short : `${year}年${short}`
}

const remaining = (days: number): { readonly tone: TagTone; readonly words: string } =>
  days < 0
    ? { tone: 'fail', words: `已过期 ${-days} 天` }
    : days === 0
      ? { tone: 'fail', words: '今天截止' }
      : { tone: days <= 3 ? 'open' : 'plain', words: `还剩 ${days} 天` }

/**
 * Until when, and how long that is. `days` are calendar days from today, counted by whoever knows the day.
 * `provisional`: the calendar of that year is not published yet, the day may move.
 */
export const Deadline = ({
  day,
  days,
  today,
  provisional = false,
}: {
  readonly day: string
  readonly days: number
  readonly today?: string
  readonly provisional?: boolean
}) => {
  const { tone, words } = remaining(days)
  return (
    <span className="row deadline">
      <time dateTime={day}>{dayText(day, today)}止</time>
      <Tag tone={tone}>{words}</Tag>
      {provisional && <Tag tone="open">暂定：当年放假安排未公布</Tag>}
    </span>
  )
}
