import type { Kysely } from 'kysely'
import { type AuthorityCode, localAuthorities, province } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'
import type { UploadRow } from './findUpload.ts'
import { uploadRule } from './rule.ts'
import type { EvidenceStore } from './store.ts'

/** Gives up an unfinished upload: its row and what it received. Evidence that came of one is never touched. */
export const dropUpload = async (store: EvidenceStore, db: Kysely<Database>, row: UploadRow): Promise<void> => {
  await inScope(db, `person/${row.created_by}`, (tx) =>
    tx
      .deleteFrom('upload')
      .where('authority', '=', row.authority)
      .where('id', '=', row.id)
      .where('evidence', 'is', null)
      .execute(),
  )
  await store.discard(row.id)
}

/**
 * Takes away an authority's uploads whose time is over, finished ones' rows included, and gives how many. `wall` is the
 * machine's instant.
 */
export const expireUploads = async (
  store: EvidenceStore,
  db: Kysely<Database>,
  authority: AuthorityCode,
  wall: string,
): Promise<number> => {
  const expired = await inScope(db, authorityScope(authority), (tx) =>
    tx
      .deleteFrom('upload')
      .where('authority', '=', authority)
      .where('expires_at', '<=', new Date(wall))
      .returning('id')
      .execute(),
  )
  for (const { id } of expired) await store.discard(id)
  return expired.length
}

/** For a job that runs now and then: expires the uploads of every authority, and what no row speaks of any more. */
export const clearUploads = async (store: EvidenceStore, db: Kysely<Database>, wall: string): Promise<void> => {
  for (const { code } of [...localAuthorities, province]) await expireUploads(store, db, code, wall)
  await store.sweep(Date.parse(wall) - 2 * uploadRule.keptFor)
}
