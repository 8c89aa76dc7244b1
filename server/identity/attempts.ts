import { type Kysely, sql } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { attemptRule, laterBy } from './sessionRule.ts'

/** Something attempts are counted for, and how many of them a window admits. */
export interface AttemptSubject {
  readonly subject: string
  readonly limit: number
}

/** The subjects of one attempt to log in, the narrowest first. */
export const loginSubjects = (login: string, ip: string): readonly AttemptSubject[] => [
  { subject: `pair/${login}/${ip}`, limit: attemptRule.pair },
  { subject: `address/${ip}`, limit: attemptRule.address },
  { subject: `login/${login}`, limit: attemptRule.login },
]

/**
 * Counts an attempt before it is made, so that many at once cannot slip through together; refuses it
 * (`session.too-many-attempts`, with the seconds to wait) when a subject has used up its window. It then no longer
 * counts for the wider ones: one address that is already shut out cannot shut out the account everywhere.
 */
export const countAttempt = async (
  db: Kysely<Database>,
  subjects: readonly AttemptSubject[],
  wall: string,
): Promise<void> => {
  const opened = laterBy(wall, -attemptRule.window)
  const wait = await inScope(db, 'identity', async (tx) => {
    for (const { subject, limit } of subjects) {
      const row = await tx
        .insertInto('login_attempt')
        .values({ subject, since: wall, count: 1 })
        .onConflict((conflict) =>
          conflict.column('subject').doUpdateSet({
            count: sql`case when login_attempt.since <= ${opened} then 1 else login_attempt.count + 1 end`,
            since: sql`case when login_attempt.since <= ${opened} then excluded.since else login_attempt.since end`,
          }),
        )
        .returning(['since', 'count'])
        .executeTakeFirstOrThrow()
      if (row.count > limit) return row.since.getTime() + attemptRule.window - Date.parse(wall)
    }
    return undefined
  })
  if (wait !== undefined) throw new Refusal('session.too-many-attempts', { retryAfterSeconds: Math.ceil(wait / 1000) })
}

/** After a right password: the login name starts afresh; the address only gets this one attempt back. */
export const forgiveAttempt = async (db: Kysely<Database>, subjects: readonly AttemptSubject[]): Promise<void> => {
  await inScope(db, 'identity', async (tx) => {
    for (const { subject } of subjects)
      await tx
        .updateTable('login_attempt')
        .set({ count: subject.startsWith('address/') ? sql`greatest(count - 1, 0)` : 0 })
        .where('subject', '=', subject)
        .execute()
  })
}
