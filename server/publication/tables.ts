import type { ColumnType } from 'kysely'
import type { DayColumn } from '../case/tables.ts'
import type { Contact } from '../list/tables.ts'

type OptionalDay = ColumnType<string | null, string | null, string | null>

/** What everybody may read: a notice or an announcement as published. */
export interface PublicationTable {
  authority: string
  id: string
  kind: 'notice' | 'announcement'
  tier: string
  batch_title: string
  title: string
  firms: number
  published_on: DayColumn
  contact: ColumnType<Contact | null, string | null, never>
  starts_on: OptionalDay
  ends_on: OptionalDay
  basis: 'workday' | 'calendar' | null
  days: number | null
  provisional: boolean
  document_number: string | null
  valid_from: OptionalDay
  valid_to: OptionalDay
  digest: string
}

export interface PublicationEntryTable {
  authority: string
  publication: string
  id: string
  position: number
  place: string
  name: string
  uscc: string
  removed_on: OptionalDay
}

export interface PublicationTables {
  publication: PublicationTable
  publication_entry: PublicationEntryTable
}
