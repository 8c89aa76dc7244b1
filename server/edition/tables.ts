import type { ColumnType } from 'kysely'
import type { EditionStatus } from '../../regime/procedure/edition.ts'
import type { DayColumn, InstantColumn } from '../case/tables.ts'

type Later<C> = C extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null, U | null> : never

/** Kept whole for ever: what the decisions of a batch rest on. */
export interface PinnedEditionTable {
  digest: string
  standard: string
  /** JSON of `EditionDocuments`. */
  documents: string
  pinned_at: InstantColumn
}

/** A standard or an overlay on its road into force. */
export interface EditionTable {
  id: string
  kind: 'standard' | 'overlay'
  document_id: string
  tier: 'innovative' | 'specialised' | 'little-giant' | 'eligibility' | 'overlay'
  title: string
  instrument: string
  digest: string
  upon: string[]
  valid_from: DayColumn
  valid_to: Later<DayColumn>
  documents: string
  texts: string
  note: string
  status: EditionStatus
  seq: number
  proposed_by: string
  proposed_by_name: string
  proposed_at: InstantColumn
  decided_by: string | null
  decided_by_name: string | null
  decided_at: Later<InstantColumn>
  reasons: string | null
  effective_on: Later<DayColumn>
}

export interface EditionTables {
  pinned_edition: PinnedEditionTable
  edition: EditionTable
}
