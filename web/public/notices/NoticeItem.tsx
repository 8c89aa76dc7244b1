import { Link } from 'react-router'
import type { PublicNotice } from '../../../contract/notices.ts'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { lengthWords, noticePath } from './words.ts'
import './notices.css'

/** How the period stands, in a word: 还剩 3 天 · 今天截止 · 9月28日开始 · 已结束. */
export const PeriodTag = ({ notice, today }: { readonly notice: PublicNotice; readonly today: string }) => {
  if (notice.state === 'ahead') return <Tag>{dayText(notice.from, today)}开始</Tag>
  if (notice.state === 'ended') return <Tag>已结束</Tag>
  if (notice.daysLeft === 0) return <Tag tone="fail">今天截止</Tag>
  return <Tag tone={notice.daysLeft <= 3 ? 'open' : 'plain'}>还剩 {notice.daysLeft} 天</Tag>
}

/** A notice in a list: title, office, how many firms, from when to when, how long still. */
export const NoticeItem = ({ notice, today }: { readonly notice: PublicNotice; readonly today: string }) => (
  <li className="publication">
    <p className="publication__title">
      <Link to={noticePath(notice)}>{notice.title}</Link>
    </p>
    <p className="publication__period">
      <span>
        <time dateTime={notice.from}>{dayText(notice.from, today)}</time>—
        <time dateTime={notice.to}>{dayText(notice.to, today)}</time>
      </span>
      <PeriodTag notice={notice} today={today} />
    </p>
    <p className="publication__meta">
      {notice.office} · 共 {notice.firms.toLocaleString('zh-CN')} 家 · {lengthWords(notice)}
    </p>
  </li>
)
