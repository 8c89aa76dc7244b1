import type { ColumnType } from 'kysely'
import type { ClaimReason } from '../../contract/claim-reasons.ts'
import type { FactSource, MoneyUnit } from '../../regime/profile/field.ts'
import type { InstantColumn } from '../case/tables.ts'

type MaybeInstant = ColumnType<Date | null, string | null, string | null>
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>

export type ClaimStatus = 'draft' | 'waiting' | 'proposed' | 'confirmed' | 'refused' | 'withdrawn'
/** What becomes of the claimant: owner of the firm's place, one more member, or refused. */
export type ClaimOutcome = 'owner' | 'member' | 'refuse'
/** What becomes of those who were owners when another takes their place. */
export type FormerOwners = 'stay-members' | 'leave'
export type MemberRole = 'owner' | 'member'

export interface ClaimTable {
  authority: string
  id: string
  enterprise: string
  enterprise_name: string
  uscc: string
  person: string
  person_name: string
  position: string
  phone: string
  statement: string
  licence: string[]
  letter: string[]
  status: ClaimStatus
  since: InstantColumn
  answer: Nullable<string>
  answer_evidence: Nullable<string[]>
  answered_by: Nullable<string>
  answered_by_name: Nullable<string>
  answered_at: MaybeInstant
  outcome: Nullable<ClaimOutcome>
  former_owners: Nullable<FormerOwners>
  reasons: ColumnType<readonly ClaimReason[] | null, string | null | undefined, string | null>
  proposed_by: Nullable<string>
  proposed_by_name: Nullable<string>
  proposed_at: MaybeInstant
  send_back_note: Nullable<string>
  decided_by: Nullable<string>
  decided_by_name: Nullable<string>
  decided_at: MaybeInstant
  seq: number
}

interface FactColumns {
  authority: string
  enterprise: string
  path: string
  raw: string | null
  unit: MoneyUnit | null
  source: FactSource | null
  dated_on: ColumnType<string | null, string | null, string | null>
  evidence: string[]
  version: number
  person: string
  at: InstantColumn
}

export interface EnterpriseTables {
  enterprise_directory: { uscc: string; authority: string | null; enterprise: string; registered_at: InstantColumn }
  enterprise: {
    authority: string
    id: string
    uscc: string
    uscc_confirmed: boolean
    name: string
    registered_by: string
    registered_at: InstantColumn
    claimed_at: MaybeInstant
    seq: number
  }
  membership: {
    authority: string
    enterprise: string
    person: string
    person_name: string
    enterprise_name: string
    uscc: string
    role: MemberRole
    standing: 'pending' | 'confirmed'
    money_unit: MoneyUnit
    since: InstantColumn
    ended_at: MaybeInstant
    ended_by: Nullable<string>
  }
  claim: ClaimTable
  invitation: {
    authority: string
    id: string
    enterprise: string
    role: MemberRole
    invitee: string
    token_hash: string
    created_by: string
    created_by_name: string
    created_at: InstantColumn
    expires_at: InstantColumn
    accepted_by: Nullable<string>
    accepted_at: MaybeInstant
    revoked_by: Nullable<string>
    revoked_at: MaybeInstant
  }
  uscc_admission: {
    authority: string
    id: string
    uscc: string
    enterprise_name: string
    grounds: string
    evidence: string[]
    status: 'proposed' | 'confirmed' | 'refused'
    proposed_by: string
    proposed_by_name: string
    proposed_at: InstantColumn
    decided_by: Nullable<string>
    decided_by_name: Nullable<string>
    decided_at: MaybeInstant
    note: Nullable<string>
    seq: number
  }
  fact: FactColumns
  fact_change: FactColumns & { id: string }
}
