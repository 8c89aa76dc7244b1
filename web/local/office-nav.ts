import { type Step, stepEntry, stepNames } from '../../regime/procedure/steps.ts'
import type { NavItem } from '../components/app-bar/AppBar.tsx'

type Counts = Readonly<Record<string, number>>

const waiting = (counts: Counts, steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + (counts[step] ?? 0), 0)

const heldBy = (level: 'local' | 'province'): readonly Step[] =>
  stepNames.filter((step) => {
    const { holder } = stepEntry(step)
    return holder.startsWith(level) || (level === 'local' && holder === 'verifier')
  })

/** Ways of an office, with how much waits behind each. A page is listed here when it exists. */
export const officeNav = (level: 'local' | 'province', counts: Counts): readonly NavItem[] => {
  const common: readonly NavItem[] = [
    { to: '/office', label: '待办', count: waiting(counts, heldBy(level)), end: true },
    { to: '/office/cases', label: '全部案件' },
  ]
  if (level === 'province') return [...common, { to: '/office/batches', label: '批次' }]
  return [...common, { to: '/office/visits', label: '实地核查', count: waiting(counts, ['visit']) }]
}
