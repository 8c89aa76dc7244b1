import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { canonicalise } from '../../regime/kernel/canonical.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import type { Acting } from './acting.ts'

/**
 * Runs `work` once per idempotency key and authority. The same key with the same request gives the first answer again;
 * with another request it is refused (`act.key-reused`). Two requests with one key at the same time: the second waits
 * on the unique index until the first has committed or failed.
 */
export const once = async <T extends object>(
  tx: Transaction<Database>,
  acting: Acting,
  authority: string,
  request: object,
  work: () => Promise<T>,
): Promise<T> => {
  const digest = createHash('sha256').update(canonicalise(request)).digest('hex')
  const taken = await tx
    .insertInto('idempotency')
    .values({ authority, key: acting.idempotencyKey, request_digest: digest, at: acting.now })
    .onConflict((conflict) => conflict.columns(['authority', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const earlier = await tx
      .selectFrom('idempotency')
      .select(['request_digest', 'response'])
      .where('authority', '=', authority)
      .where('key', '=', acting.idempotencyKey)
      .executeTakeFirstOrThrow()
    if (earlier.request_digest !== digest) throw new Refusal('act.key-reused')
    return earlier.response as T
  }
  const answer = await work()
  await tx
    .updateTable('idempotency')
    .set({ response: JSON.stringify(answer) })
    .where('authority', '=', authority)
    .where('key', '=', acting.idempotencyKey)
    .execute()
  return answer
}
