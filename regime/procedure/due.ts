import type { Day } from '../kernel/day.ts'
import type { CaseState } from './state.ts'
import { stepEntry } from './steps.ts'

/** The dates a batch's notice fixes (第十二条). */
export interface BatchDates {
  readonly opensOn: Day
  readonly closesOn: Day
  readonly localDueOn: Day
  readonly provinceDueOn: Day
}

/** Until when the present holder of the case has time; undefined where the road has ended. */
export const dueOf = (state: CaseState, { closesOn, localDueOn, provinceDueOn }: BatchDates): Day | undefined => {
  if (state.step === 'draft') return closesOn
  if (state.step === 'correction') return state.correction?.due
  if (state.step === 'notice' || state.step === 'province-notice') return state.period?.to
  const { holder, final } = stepEntry(state.step)
  if (final) return undefined
  return holder.startsWith('province') || state.step.startsWith('province') ? provinceDueOn : localDueOn
}
