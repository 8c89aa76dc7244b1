import type { ColumnType } from 'kysely'
import type { CaseState } from '../../regime/procedure/state.ts'

/** A date column: the pool hands law dates over as `YYYY-MM-DD` text. */
export type DayColumn = ColumnType<string, string, string>
/** A timestamptz column: read as an ISO instant, written as one. */
export type InstantColumn = ColumnType<Date, string, string>
/** jsonb: read as the value, written as JSON text. */
export type JsonColumn<T> = ColumnType<T, string, string>

export interface BatchTable {
  id: string
  document_number: string
  title: string
  tier: string
  standard: string
  edition: string
  eligibility: string
  eligibility_edition: string
  opens_on: DayColumn
  closes_on: DayColumn
  local_due_on: DayColumn
  province_due_on: DayColumn
  correction_workdays: number
  notice_basis: 'workday' | 'calendar'
  notice_days: number
  overlay: JsonColumn<readonly { id: string; text: string; article: string }[]>
  valid_from: DayColumn
  valid_to: DayColumn
  status: 'proposed' | 'open'
  proposed_by: string
  opened_by: string | null
  created_at: InstantColumn
}

export interface CasesTable {
  authority: string
  id: string
  enterprise: string
  enterprise_name: string
  uscc: string
  batch: string
  tier: string
  step: string
  since: DayColumn
  due: ColumnType<string | null, string | null, string | null>
  seq: number
  state: JsonColumn<CaseState>
  submission: string | null
  score_min: number | null
  score_max: number | null
  outcome: string | null
  opened_at: InstantColumn
}

export interface ActTable {
  authority: string
  id: string
  position: ColumnType<number, number, never>
  subject_kind: string
  subject: string
  subject_seq: number
  enterprise: string | null
  act: string
  actor_kind: string
  person: string | null
  office: string | null
  at: InstantColumn
  day: DayColumn
  payload: JsonColumn<Record<string, unknown>>
  salt: string
  payload_digest: string
  previous: string
  digest: string
  idempotency_key: string
}

export interface SubmissionTable {
  authority: string
  id: string
  case_id: string
  enterprise: string
  round: number
  at: InstantColumn
  declared_by: string
  declared_by_name: string
  facts: JsonColumn<Record<string, unknown>>
  sources: JsonColumn<unknown>
  evidence: JsonColumn<unknown>
  result: JsonColumn<Record<string, unknown>>
  eligibility_result: JsonColumn<Record<string, unknown>>
  digest: string
  receipt_number: string
}

export interface CaseTables {
  batch: BatchTable
  cases: CasesTable
  act: ActTable
  chain_head: { authority: string; position: number; digest: string }
  submission: SubmissionTable
  visit_draft: {
    authority: string
    case_id: string
    findings: JsonColumn<Record<string, unknown>>
    version: number
    updated_by: string
    updated_at: InstantColumn
  }
  idempotency: {
    authority: string
    key: string
    request_digest: string
    response: ColumnType<unknown, string | null, string>
    at: InstantColumn
  }
  outbox: {
    authority: string
    id: string
    enterprise: string | null
    role: string | null
    subject_kind: string
    subject: string
    topic: string
    payload: JsonColumn<Record<string, unknown>>
    at: InstantColumn
    delivered_at: ColumnType<Date | null, string | null, string | null>
  }
  authority_contact: { authority: string; phone: string; address: string }
  demo_clock: { id: number; started_at: InstantColumn; origin: DayColumn; advanced_days: number }
}
