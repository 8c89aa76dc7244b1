import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { laterBy, sessionRule } from './sessionRule.ts'
import { tokenDigest } from './token.ts'

/** The account behind a live session. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly authority: Database['account']['authority']
  readonly roles: Database['account']['roles']
  readonly office: Database['account']['office']
  readonly demo: boolean
  readonly mustChange: boolean
}

/** The account with its credential's standing, or undefined (scope `identity`). Two tables, one key: one node. */
export const findAccount = (tx: Transaction<Database>, id: string) =>
  tx
    .selectFrom('account')
    .innerJoin('credential', 'credential.account', 'account.id')
    .select(['id', 'name', 'authority', 'roles', 'office', 'demo', 'disabled', 'generation', 'must_change', 'login'])
    .select(['password_hash', 'changed_key', 'created_key'])
    .where('account.id', '=', id)
    .executeTakeFirst()

/**
 * The account whose live session this token is, or undefined: expired, ended by a changed password, disabled, or a demo
 * account on a production system. `wall` is the machine's instant.
 */
export const findSession = (
  db: Kysely<Database>,
  token: string,
  wall: string,
  mode: 'demo' | 'production',
): Promise<SignedIn | undefined> =>
  inScope(db, 'identity', async (tx) => {
    const digest = tokenDigest(token)
    const session = await tx.selectFrom('session').selectAll().where('token_digest', '=', digest).executeTakeFirst()
    if (!session || session.ends_at.getTime() <= Date.parse(wall)) return undefined
    const account = await findAccount(tx, session.account)
    if (!account || account.disabled || account.generation !== session.generation) return undefined
    if (account.demo && mode === 'production') return undefined
    const idle = account.authority || account.office ? sessionRule.idle.office : sessionRule.idle.person
    const unseen = Date.parse(wall) - session.seen_at.getTime()
    if (unseen >= idle) return undefined
    if (unseen >= sessionRule.touch)
      await tx.updateTable('session').set({ seen_at: wall }).where('token_digest', '=', digest).execute()
    const { id, name, authority, roles, office, demo, must_change } = account
    return { id, name, authority, roles, office, demo, mustChange: must_change }
  })

/** Starts a session of an account and gives the instant it ends at the latest (scope `identity`). */
export const startSession = async (
  tx: Transaction<Database>,
  token: string,
  account: { id: string; generation: number },
  wall: string,
): Promise<string> => {
  const ends = laterBy(wall, sessionRule.absolute)
  await tx
    .insertInto('session')
    .values({
      token_digest: tokenDigest(token),
      account: account.id,
      generation: account.generation,
      started_at: wall,
      seen_at: wall,
      ends_at: ends,
    })
    .execute()
  return ends
}

/** Ends one session (scope `identity`); gives the account it was of. */
export const endSession = async (tx: Transaction<Database>, token: string): Promise<string | undefined> =>
  (
    await tx
      .deleteFrom('session')
      .where('token_digest', '=', tokenDigest(token))
      .returning('account')
      .executeTakeFirst()
  )?.account
