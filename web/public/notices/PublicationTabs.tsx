import { Link } from 'react-router'
import './notices.css'

const placed = (search: string, place: string): string => {
  const query = new URLSearchParams(search)
  if (place) query.set('place', place)
  return query.size === 0 ? '' : `?${query}`
}

/** The three lists the public reads: running notices, past notices, announcements. */
export const PublicationTabs = ({
  current,
  place = '',
  running,
  ended,
}: {
  readonly current: 'running' | 'ended' | 'announcements'
  readonly place?: string
  readonly running?: number
  readonly ended?: number
}) => {
  const tab = (id: string, to: string, label: string, count?: number) => (
    <Link to={to} aria-current={current === id ? 'page' : undefined}>
      {label}
      {count !== undefined && <span className="tabs__count">{count}</span>}
    </Link>
  )
  return (
    <nav className="tabs no-print" aria-label="公示公告">
      {tab('running', `/notices${placed('', place)}`, '正在公示', running)}
      {tab('ended', `/notices${placed('state=ended', place)}`, '以往公示', ended)}
      {tab('announcements', '/announcements', '公告')}
    </nav>
  )
}
