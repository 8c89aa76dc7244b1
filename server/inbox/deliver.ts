import { type Kysely, sql } from 'kysely'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'

const BATCH = 500

/**
 * Delivers an authority's outbox into the inbox, under the same ids: broken off at any point, repeated, or run by two
 * processes at once, every message arrives once. Gives how many were delivered.
 */
export const deliverOutbox = async (db: Kysely<Database>, authority: AuthorityCode, now: string): Promise<number> => {
  for (let delivered = 0; ; ) {
    const count = await inScope(db, authorityScope(authority), async (tx) => {
      const waiting = await tx
        .selectFrom('outbox')
        .selectAll()
        .where('authority', '=', authority)
        .where('delivered_at', 'is', null)
        .orderBy('at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute()
      if (waiting.length === 0) return 0
      await tx
        .insertInto('inbox')
        .values(
          waiting.map(({ delivered_at: _, at, payload, ...message }) => ({
            ...message,
            at: at.toISOString(),
            payload: JSON.stringify(payload),
          })),
        )
        .onConflict((conflict) => conflict.columns(['authority', 'id']).doNothing())
        .execute()
      await tx
        .updateTable('outbox')
        .set({ delivered_at: now })
        .where('authority', '=', authority)
        .where('id', '=', sql<string>`any(${waiting.map(({ id }) => id)}::uuid[])`)
        .execute()
      return waiting.length
    })
    delivered += count
    if (count < BATCH) return delivered
  }
}
