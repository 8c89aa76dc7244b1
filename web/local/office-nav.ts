import type { OfficerRole } from '../../regime/jurisdiction/actor.ts'
import { type Step, stepEntry } from '../../regime/procedure/steps.ts'
import type { NavItem } from '../components/app-bar/AppBar.tsx'

type Counts = Readonly<Record<string, number>>

/** A number beside a way is work for whoever reads it: only steps that this person's posts hold are counted. */
const waitingFor = (level: 'local' | 'province', roles: readonly OfficerRole[], counts: Counts) => {
  const posts = new Set<string>(roles.map((role) => (role === 'verifier' ? role : `${level}-${role}`)))
  // Arranging the visit is the handler's, signing it the verifiers'.
  if (posts.has('local-handler')) posts.add('verifier')
  return (steps: readonly Step[]): number =>
    steps.reduce((sum, step) => sum + (posts.has(stepEntry(step).holder) ? (counts[step] ?? 0) : 0), 0)
}

/**
 * Ways of an office: `mine` wait for this person's posts, `counts` at each step of the whole office, `claims` on
 * firms, `unread` messages, `editions` of standards this person is to decide. A page is listed here when it exists.
 */
export const officeNav = (
  level: 'local' | 'province',
  roles: readonly OfficerRole[],
  mine: number,
  counts: Counts,
  claims: number,
  unread: number,
  editions = 0,
): readonly NavItem[] => {
  const waiting = waitingFor(level, roles, counts)
  // Of claims and objections the handler writes the opinion and the approver decides: both have work there.
  const decides = roles.includes('handler') || roles.includes('approver')
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
      { to: '/office/editions', label: '标准', count: editions },
      { to: '/office/filings', label: '备案' },
      { to: '/office/draws', label: '抽取', count: waiting(['filed']) },
      {
        to: '/office/notices',
        label: '公示',
        count: waiting(['province-notice-ready', 'province-notice-approval']),
      },
      { ...objections, count: decides ? (counts['province-objection'] ?? 0) : 0 },
      {
        to: '/office/announcements',
        label: '公告',
        count: waiting(['announcement-ready', 'announcement-approval']),
      },
      inbox,
    ]
  return [
    ...common,
    { to: '/office/visits', label: '实地核查', count: waiting(['visit']) },
    { to: '/office/notices', label: '公示', count: waiting(['notice-ready', 'notice-approval']) },
    { ...objections, count: decides ? (counts.objection ?? 0) : 0 },
    { to: '/office/filings', label: '备案', count: waiting(['filing-ready', 'filing-approval']) },
    {
      to: '/office/claims',
      label: '认领',
      count: decides ? claims : 0,
    },
    inbox,
  ]
}
