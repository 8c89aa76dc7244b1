import type { ReactNode } from 'react'
import './timeline.css'

/** One thing that happened: when, what, by whom, and why if it was decided against someone. */
export interface TimelineEntry {
  readonly id: string
  /** As shown: 2026-09-01 10:41. */
  readonly at: string
  readonly title: ReactNode
  /** Office and people: 洛阳市工业和信息化局 · 经办 张三 · 审批 李四 (第七条). */
  readonly by?: ReactNode
  readonly body?: ReactNode
  /** Official decisions carry the seal's colour at their dot. */
  readonly official?: boolean
}

/** What happened so far, newest first as given. */
export const Timeline = ({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly TimelineEntry[]
}) => (
  <ol className="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.id} className={entry.official ? 'timeline__entry timeline__entry--official' : 'timeline__entry'}>
        <p className="timeline__title">{entry.title}</p>
        <p className="timeline__meta">
          <time dateTime={entry.at.replace(' ', 'T')}>{entry.at}</time>
          {entry.by !== undefined && <span>{entry.by}</span>}
        </p>
        {entry.body !== undefined && <div className="timeline__body">{entry.body}</div>}
      </li>
    ))}
  </ol>
)
