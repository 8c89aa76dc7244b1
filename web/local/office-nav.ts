import type { Step } from '../../regime/procedure/steps.ts'
import type { NavItem } from '../components/app-bar/AppBar.tsx'

type Counts = Readonly<Record<string, number>>

const waiting = (counts: Counts, steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0)

/**
 * Ways of an office: `mine` wait for this person's posts, `counts` at each step of the whole office. A page is listed
 * here when it exists.
 */
export const officeNav = (level: 'local' | 'province', mine: number, counts: Counts): readonly NavItem[] => {
  const common: readonly NavItem[] = [
    { to: '/office', label: '待办', count: mine, end: true },
    { to: '/office/cases', label: '全部案件' },
  ]
  if (level === 'province') return [...common, { to: '/office/batches', label: '批次' }]
  return [...common, { to: '/office/visits', label: '实地核查', count: waiting(counts, ['visit']) }]
}
