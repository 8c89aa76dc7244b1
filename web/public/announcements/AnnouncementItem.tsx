import { Link } from 'react-router'
import type { PublicAnnouncement } from '../../../contract/announcements.ts'
import { dayText } from '../../components/deadline/Deadline.tsx'
import '../notices/notices.css'

/** An announcement in a list: title, document number, how many firms, when. */
export const AnnouncementItem = ({
  announcement: { id, title, documentNumber, office, firms, publishedOn },
  today,
}: {
  readonly announcement: PublicAnnouncement
  readonly today: string
}) => (
  <li className="publication">
    <p className="publication__title">
      <Link to={`/announcements/${id}`}>{title}</Link>
    </p>
    <p className="publication__period">
      <time dateTime={publishedOn}>{dayText(publishedOn, today)}</time>
    </p>
    <p className="publication__meta">
      {office} · {documentNumber} · 共 {firms.toLocaleString('zh-CN')} 家
    </p>
  </li>
)
