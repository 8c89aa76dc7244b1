import { Link } from 'react-router'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import type { HomeData } from './HomePage.tsx'

type Notice = HomeData['notices'][number]

/** 首日计入，5 个工作日: how the days were counted, as the notice states them. */
const counted = ({ basis, days }: Notice): string => `首日计入，${days} 个${basis === 'workday' ? '工作日' : '自然日'}`

const left = (days: number): string => (days <= 0 ? '今天截止' : `还剩 ${days} 天`)

/** Notices the public can object to now, those that end first on top. */
export const RunningNotices = ({
  notices,
  total,
  today,
}: {
  readonly notices: readonly Notice[]
  readonly total: number
  readonly today: string
}) => (
  <Card title="正在公示" aside={total > notices.length && <Link to="/notices">全部 {total} 份</Link>}>
    {notices.length === 0 ? (
      <EmptyState title="现在没有正在公示的名单">
        公示开始后列在这里，公示期内任何人可以实名提出异议。
        <Link to="/notices?state=ended">查看以往的公示</Link>
      </EmptyState>
    ) : (
      <ul className="entries">
        {notices.map((notice) => (
          <li key={notice.id} className="entry">
            <span className="entry__words">
              <Link to={`/notices/${notice.authority}/${notice.id}`}>{notice.title}</Link>
              <span className="entry__meta">
                {notice.office} · 共 {notice.firms.toLocaleString('zh-CN')} 家 · {counted(notice)}
              </span>
            </span>
            <span className="entry__day">
              <time dateTime={notice.from}>{dayText(notice.from, today)}</time>—
              <time dateTime={notice.to}>{dayText(notice.to, today)}</time>
            </span>
            <Tag tone={notice.daysLeft <= 0 ? 'fail' : 'open'}>{left(notice.daysLeft)}</Tag>
          </li>
        ))}
      </ul>
    )}
  </Card>
)
