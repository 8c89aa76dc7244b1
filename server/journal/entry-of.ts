import type { Selectable } from 'kysely'
import type { EntryHeader } from '../../regime/journal/entry-text.ts'
import type { ActTable } from '../case/tables.ts'

/** What an act's digest covers, as its row holds it. */
export const entryOf = (row: Selectable<ActTable>): EntryHeader => ({
  authority: row.authority,
  position: Number(row.position),
  id: row.id,
  subject_kind: row.subject_kind,
  subject: row.subject,
  subject_seq: row.subject_seq,
  act: row.act,
  actor_kind: row.actor_kind,
  office: row.office,
  at: row.at.toISOString(),
  day: row.day,
  payload_digest: row.payload_digest,
  previous: row.previous,
})
