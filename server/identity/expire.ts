import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { attemptRule, laterBy } from './sessionRule.ts'

const BATCH = 500

/**
 * Clears away ended sessions and counters of windows long past, for a job that runs now and then; `wall` is the
 * machine's instant. Deletes by key, as every write does. Gives how many rows went.
 */
export const expireSessions = (db: Kysely<Database>, wall: string): Promise<number> =>
  inScope(db, 'identity', async (tx) => {
    const sessions = await tx
      .selectFrom('session')
      .select('token_digest')
      .where('ends_at', '<=', new Date(wall))
      .limit(BATCH)
      .execute()
    const attempts = await tx
      .selectFrom('login_attempt')
      .select('subject')
      .where('since', '<=', new Date(laterBy(wall, -attemptRule.window)))
      .limit(BATCH)
      .execute()
    const digests = sessions.map(({ token_digest }) => token_digest)
    const subjects = attempts.map(({ subject }) => subject)
    if (digests.length > 0) await tx.deleteFrom('session').where('token_digest', 'in', digests).execute()
    if (subjects.length > 0) await tx.deleteFrom('login_attempt').where('subject', 'in', subjects).execute()
    return digests.length + subjects.length
  })
