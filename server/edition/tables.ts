import type { InstantColumn } from '../case/tables.ts'

/** Kept whole for ever: what the decisions of a batch rest on. */
export interface PinnedEditionTable {
  digest: string
  standard: string
  /** JSON of `EditionDocuments`. */
  documents: string
  pinned_at: InstantColumn
}

export interface EditionTables {
  pinned_edition: PinnedEditionTable
}
