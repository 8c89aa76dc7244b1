import type { Payloads, RecordedAct } from './payloads.ts'
import type { Row } from './row.ts'
import type { CaseState } from './state.ts'
import { tierOne } from './tier-one.ts'

/** The state a case opens with: its first act is the firm's own opening (第七条: only the firm starts). */
const opened = ({ seq, at, day }: RecordedAct): CaseState => ({
  step: 'draft',
  since: day,
  sinceAt: at,
  seq,
  round: 0,
  decided: false,
  objections: {},
})

/** The row for an act at the state's step, or undefined where the table has none. */
export const findRow = (state: CaseState, act: string): Row | undefined =>
  tierOne.find((row) => row.act === act && row.from.includes(state.step))

/** The state after an act. Throws where the table does not allow the act at this step: such a record is corrupt. */
export const applyAct = (state: CaseState | undefined, act: RecordedAct): CaseState => {
  if (!state) {
    if (act.act !== 'application.open') throw new Error(`a case opens with application.open, not ${act.act}`)
    return opened(act)
  }
  const row = findRow(state, act.act)
  if (!row) throw new Error(`${act.act} is not in the table at ${state.step}`)
  const step = row.choose?.(state, act.payload) ?? (row.to === 'same' ? state.step : (row.to[0] as CaseState['step']))
  const changed = { ...state, ...row.change?.(state, act as never), step, seq: act.seq }
  const moved = step === state.step ? changed : { ...changed, since: act.day, sinceAt: act.at }
  return dropUndefined(moved)
}

const dropUndefined = (state: object): CaseState =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as unknown as CaseState

/** Where a case stands, from nothing but its acts in order. */
export const fold = (acts: readonly RecordedAct[]): CaseState => {
  const state = acts.reduce<CaseState | undefined>(applyAct, undefined)
  if (!state) throw new Error('a case without acts')
  return state
}

export type { Payloads }
