import { Link } from 'react-router'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import type { HomeData } from './HomePage.tsx'

/** The newest announcements (公告) with their document numbers. */
export const RecentAnnouncements = ({
  announcements,
  today,
}: {
  readonly announcements: HomeData['announcements']
  readonly today: string
}) => (
  <Card title="最近公告" aside={announcements.length > 0 && <Link to="/announcements">全部公告</Link>}>
    {announcements.length === 0 ? (
      <EmptyState title="还没有公告">省工业和信息化厅公告名单后列在这里。</EmptyState>
    ) : (
      <ul className="entries">
        {announcements.map((announcement) => (
          <li key={announcement.id} className="entry">
            <span className="entry__words">
              <Link to={`/announcements/${announcement.id}`}>{announcement.title}</Link>
              <span className="entry__meta">
                {announcement.documentNumber} · 共 {announcement.firms.toLocaleString('zh-CN')} 家
              </span>
            </span>
            <time className="entry__day" dateTime={announcement.publishedOn}>
              {dayText(announcement.publishedOn, today)}
            </time>
          </li>
        ))}
      </ul>
    )}
  </Card>
)
