import type { Transaction } from 'kysely'
import type { Day } from '../../regime/kernel/day.ts'
import type { ActName, Payloads, RecordedAct } from '../../regime/procedure/payloads.ts'
import type { Database } from '../store/database.ts'

/** An act as recorded, with the office it was done for. */
export type StoredAct = RecordedAct & { readonly office: string | null }

/** The acts of one case in order: its whole truth (第七条). */
export const readActs = async (
  tx: Transaction<Database>,
  authority: string,
  caseId: string,
): Promise<readonly StoredAct[]> => {
  const rows = await tx
    .selectFrom('act')
    .select(['subject_seq', 'act', 'person', 'office', 'at', 'day', 'payload'])
    .where('authority', '=', authority)
    .where('subject', '=', caseId)
    .orderBy('subject_seq')
    .execute()
  return rows.map((row) => ({
    seq: row.subject_seq,
    act: row.act as ActName,
    person: row.person ?? undefined,
    office: row.office,
    at: row.at.toISOString(),
    day: row.day as Day,
    payload: row.payload as unknown as Payloads[ActName],
  }))
}

/** Names of officers by account id, as far as row security shows them. */
export const readNames = async (
  tx: Transaction<Database>,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== undefined))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('account').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
