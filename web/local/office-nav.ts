import type { Step } from '../../regime/procedure/steps.ts'
import type { NavItem } from '../components/app-bar/AppBar.tsx'

type Counts = Readonly<Record<string, number>>

const waiting = (counts: Counts, steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0)

/**
 * Ways of an office: `mine` wait for this person's posts, `counts` at each step of the whole office, `claims` on firms, `unread` messages.
 * A page is listed here when it exists.
 */
export const officeNav = (
  level: 'local' | 'province',
  mine: number,
  counts: Counts,
  claims: number,
  unread: number,
): readonly NavItem[] => {
  const common: readonly NavItem[] = [
    { to: '/office', label: '待办', count: mine, end: true },
    { to: '/office/cases', label: '全部案件' },
  ]
  const objections = { to: '/office/objections', label: '异议' }
  const inbox = { to: '/office/inbox', label: '消息', count: unread }
  if (level === 'province')
    return [
      ...common,
      { to: '/office/batches', label: '批次' },
      { to: '/office/filings', label: '备案' },
      { to: '/office/draws', label: '抽取', count: waiting(counts, ['filed']) },
      {
        to: '/office/notices',
        label: '公示',
        count: waiting(counts, ['province-notice-ready', 'province-notice-approval']),
      },
      { ...objections, count: waiting(counts, ['province-objection']) },
      {
        to: '/office/announcements',
        label: '公告',
        count: waiting(counts, ['announcement-ready', 'announcement-approval']),
      },
      inbox,
    ]
  return [
    ...common,
    { to: '/office/visits', label: '实地核查', count: waiting(counts, ['visit']) },
    { to: '/office/notices', label: '公示', count: waiting(counts, ['notice-ready', 'notice-approval']) },
    { ...objections, count: waiting(counts, ['objection']) },
    { to: '/office/filings', label: '备案', count: waiting(counts, ['filing-ready', 'filing-approval']) },
    { to: '/office/claims', label: '认领', count: claims },
    inbox,
  ]
}
