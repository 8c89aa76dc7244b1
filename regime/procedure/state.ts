import type { Day } from '../kernel/day.ts'
import type { Reason } from './payloads.ts'
import type { Step } from './steps.ts'

/** An opinion of a handler that waits for the approver (第七条: 经办 and 审批). */
export interface Proposal {
  readonly outcome: 'accept' | 'reject'
  readonly by: string
  readonly reasons?: readonly Reason[]
  readonly article?: string
}

/** The on-site verification as far as it has come. */
export interface Visit {
  readonly on: Day
  readonly verifiers: readonly [string, string]
  /** Digest of the findings and those who signed exactly these findings. */
  readonly digest?: string
  readonly signedBy: readonly string[]
}

/** An objection against the case in its current notice. */
export interface ObjectionState {
  readonly status: 'open' | 'proposed' | 'upheld' | 'unfounded'
  readonly by?: string
  readonly outcome?: 'upheld' | 'unfounded'
}

/** Where a case stands: nothing but the fold of its acts (design: a case is its list of acts). */
export interface CaseState {
  readonly step: Step
  readonly since: Day
  readonly sinceAt: string
  readonly seq: number
  /** Submissions so far. */
  readonly round: number
  /** True once the first review opinion was approved: the firm can no longer withdraw (第七条 自愿). */
  readonly decided: boolean
  readonly submission?: string
  readonly proposal?: Proposal
  readonly correction?: { readonly reasons: readonly Reason[]; readonly due: Day; readonly overdue: boolean }
  readonly rejection?: { readonly reasons: readonly Reason[]; readonly article: string }
  readonly visit?: Visit
  /** The list the case is on and who put it there. */
  readonly listed?: { readonly list: string; readonly by: string }
  readonly period?: { readonly from: Day; readonly to: Day }
  readonly objections: Readonly<Record<string, ObjectionState>>
  readonly title?: string
}

/** Objections not yet decided. */
export const openObjections = (state: CaseState): number =>
  Object.values(state.objections).filter(({ status }) => status === 'open' || status === 'proposed').length
