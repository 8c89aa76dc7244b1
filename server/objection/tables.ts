import type { DayColumn, InstantColumn } from '../case/tables.ts'

/** `joined`: settled together with another objection that was upheld against the same firm. */
export type ObjectionStatus = 'open' | 'proposed' | 'upheld' | 'unfounded' | 'joined'

export interface ObjectionTable {
  authority: string
  id: string
  receipt: string
  notice: string
  entry: string
  case_authority: string
  case_id: string
  enterprise_name: string
  reason: string
  evidence: string[]
  status: ObjectionStatus
  seq: number
  version: number
  received_at: InstantColumn
  received_on: DayColumn
  outcome: 'upheld' | 'unfounded' | null
  opinion: string | null
  proposed_by: string | null
  proposed_by_name: string | null
  proposed_at: InstantColumn | null
  note: string | null
  decided_by: string | null
  decided_by_name: string | null
  decided_at: InstantColumn | null
  decided_on: DayColumn | null
}

export interface ObjectionTables {
  objection: ObjectionTable
  objector: { authority: string; objection: string; name: string; contact: string }
}
