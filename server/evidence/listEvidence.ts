import type { Kysely } from 'kysely'
import type { Evidence } from '../../contract/evidence.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { presentEvidence } from './present.ts'

const MOST = 1000

/** Everything a firm has uploaded, newest first. */
export const listEvidence = async (
  db: Kysely<Database>,
  { authority, enterprise }: { readonly authority: string; readonly enterprise: string },
): Promise<Evidence[]> => {
  const rows = await inScope(db, `enterprise/${authority}/${enterprise}`, (tx) =>
    tx
      .selectFrom('evidence')
      .selectAll()
      .where('authority', '=', authority)
      .where('owner_kind', '=', 'enterprise')
      .where('owner', '=', enterprise)
      .orderBy('uploaded_at', 'desc')
      .orderBy('id')
      .limit(MOST)
      .execute(),
  )
  return rows.map(presentEvidence)
}
