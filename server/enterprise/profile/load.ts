import type { Selectable, Transaction } from 'kysely'
import type { FactEntry } from '../../../regime/profile/field.ts'
import type { Database } from '../../store/database.ts'

/** A row of the profile as regime/profile takes it. */
export const entryOf = (row: Omit<Selectable<Database['fact']>, 'authority' | 'enterprise'>): FactEntry => ({
  path: row.path,
  raw: row.raw,
  unit: row.unit,
  source: row.source,
  datedOn: row.dated_on,
  evidence: row.evidence,
  version: row.version,
  person: row.person,
  at: row.at.toISOString(),
})

/** All entries of a firm's profile, by path; only the firm's own scope sees any. */
export const loadProfile = async (
  tx: Transaction<Database>,
  authority: string,
  enterprise: string,
): Promise<readonly FactEntry[]> => {
  const rows = await tx
    .selectFrom('fact')
    .selectAll()
    .where('authority', '=', authority)
    .where('enterprise', '=', enterprise)
    .orderBy('path')
    .execute()
  return rows.map(entryOf)
}

/** Names of everybody who speaks or once spoke for a firm, by person. */
export const memberNames = async (
  tx: Transaction<Database>,
  authority: string,
  enterprise: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom('membership')
    .select(['person', 'person_name'])
    .where('authority', '=', authority)
    .where('enterprise', '=', enterprise)
    .execute()
  return new Map(rows.map(({ person, person_name }) => [person, person_name]))
}
