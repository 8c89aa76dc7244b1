import type { ActName } from '../../regime/procedure/payloads.ts'
import type { CaseState } from '../../regime/procedure/state.ts'
import type { Step } from '../../regime/procedure/steps.ts'

/** An act that the passing of a day performs: on every case at the step whose date has gone by. */
export interface DueAct {
  readonly act: ActName
  readonly step: Step
  /** The list the case is on, for acts that end a list's period. */
  readonly list?: (state: CaseState) => string
}

const listOf = (state: CaseState): string => state.listed?.list ?? ''

/** Everything the daily clock does (第九、十二条); a case's date is the `due` of regime/procedure. */
export const dueActs: readonly DueAct[] = Object.freeze([
  { act: 'notice.end', step: 'notice', list: listOf },
  { act: 'province-notice.end', step: 'province-notice', list: listOf },
  { act: 'application.lapse', step: 'draft' },
  { act: 'correction.overdue', step: 'correction' },
])
