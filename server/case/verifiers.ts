import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

/** The verifiers of the officer's own authority, to choose two of (第九条 实地核查). */
export const verifiersOf = async (db: Kysely<Database>, actor: Actor) => {
  if (actor.kind !== 'officer') return { verifiers: [] }
  const verifiers = await inScope(db, scopeOf(actor), (tx) =>
    tx
      .selectFrom('account')
      .select(['id', 'name'])
      .where('authority', '=', actor.authority)
      .where('disabled', '=', false)
      .where(sql<boolean>`'verifier' = any(roles)`)
      .orderBy('name')
      .execute(),
  )
  return { verifiers }
}
