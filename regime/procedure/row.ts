import type { Day } from '../kernel/day.ts'
import type { RefusalCode } from '../kernel/errors.ts'
import type { ActName, Payloads, RecordedAct } from './payloads.ts'
import type { CaseState } from './state.ts'
import type { Step } from './steps.ts'

/** Who may perform an act: a post at the authority the case stands with, or the firm, the public, the clock. */
export type Performer =
  | 'firm'
  | 'local-handler'
  | 'local-approver'
  | 'verifier'
  | 'province-handler'
  | 'province-approver'
  | 'public'
  | 'clock'

/** What the table needs to know of the case besides its state. All of it is handed in. */
export interface Circumstances {
  readonly today: Day
  readonly opensOn: Day
  readonly closesOn: Day
}

/** One line of the procedure: which act, by whom, from where to where, on which article. */
export interface Row<A extends ActName = ActName> {
  readonly act: A
  /** The words on the button: they name what happens next. */
  readonly label: string
  readonly by: Performer
  readonly from: readonly Step[]
  /** Where the case may stand afterwards; one entry unless `choose` picks among them. `same`: it stays. */
  readonly to: readonly Step[] | 'same'
  readonly choose?: (state: CaseState, payload: Payloads[A]) => Step
  readonly article: string
  /** Id of the requirement the act carries. */
  readonly requirement: string
  /** Performed on a whole list at once. */
  readonly group?: true
  /** The person who may not perform it, since the other half of the decision is theirs (第七条). */
  readonly notBy?: (state: CaseState, payload: Payloads[A] | undefined) => string | undefined
  /** A further bar, e.g. the application period. */
  readonly bar?: (
    state: CaseState,
    circumstances: Circumstances,
    person: string | undefined,
    payload: Payloads[A] | undefined,
  ) => RefusalCode | undefined
  /** What the act changes besides the step; keys set to undefined are dropped. */
  readonly change?: (state: CaseState, act: RecordedAct<A>) => Changes
}

/** Changes to a state, where undefined means: forget it. */
export type Changes = {
  readonly [K in keyof Omit<CaseState, 'step' | 'since' | 'sinceAt' | 'seq'>]?: CaseState[K] | undefined
}

/** Builds one row; the act's name fixes the types of its payload. */
export const row = <A extends ActName>(entry: Row<A>): Row => Object.freeze(entry) as unknown as Row
