import type { Day } from '../kernel/day.ts'
import { applyAct } from './fold.ts'
import type { RecordedAct } from './payloads.ts'
import type { CaseState } from './state.ts'
import { isFinal, type Phase, phases, stepEntry } from './steps.ts'

/** One part of the road as the strip on top of a case shows it. */
export interface Stage {
  readonly phase: Phase
  readonly label: string
  /** `stopped`: the road ended here without a title. */
  readonly state: 'done' | 'now' | 'ahead' | 'stopped'
  /** The day it was finished or, for the present one, entered. */
  readonly on: Day | undefined
}

const order = Object.keys(phases) as Phase[]

/** How far a case has come, part by part (R7.2), from nothing but its acts. */
export const progressOf = (acts: readonly RecordedAct[]): readonly Stage[] => {
  const entered = new Map<Phase, Day>()
  let state: CaseState | undefined
  let reached: Phase = 'application'
  for (const act of acts) {
    state = applyAct(state, act)
    if (isFinal(state.step) && state.step !== 'announced') break
    const { phase } = stepEntry(state.step)
    // A return for correction leads back: the later parts are ahead again.
    if (phase !== reached) for (const later of order.slice(order.indexOf(phase) + 1)) entered.delete(later)
    reached = phase
    if (!entered.has(phase)) entered.set(phase, act.day)
  }
  const at = order.indexOf(reached)
  const ended = state !== undefined && isFinal(state.step)
  return order.map((phase, index) => {
    const next = order[index + 1]
    const label = phases[phase]
    if (index < at) return { phase, label, state: 'done', on: (next && entered.get(next)) ?? entered.get(phase) }
    if (index > at) return { phase, label, state: 'ahead', on: undefined }
    if (!ended) return { phase, label, state: 'now', on: entered.get(phase) }
    return { phase, label, state: state?.step === 'announced' ? 'done' : 'stopped', on: state?.since }
  })
}
