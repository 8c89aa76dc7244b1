import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { CurrentSession } from '../../contract/session.ts'
import type { Context } from '../http/context.ts'
import type { Database } from '../store/database.ts'
import { currentSession } from './currentSession.ts'
import { endSession, findAccount, startSession } from './findSession.ts'
import { newToken } from './token.ts'

/** A session begun in the transaction; `hand` gives it to the browser once that has committed. */
export interface Opened {
  readonly answer: z.infer<typeof CurrentSession>
  readonly hand: () => void
}

/**
 * Begins a session of an account with a token of its own and ends the one the request came with, so that a token known
 * before the log-in is worth nothing after it (scope `identity`).
 */
export const openSession = async (tx: Transaction<Database>, context: Context, id: string): Promise<Opened> => {
  const account = await findAccount(tx, id)
  if (!account) throw new Error(`account ${id} has no credential`)
  const token = newToken(context.random)
  if (context.session.token !== undefined) await endSession(tx, context.session.token)
  const ends = await startSession(tx, token, account, context.wall)
  return {
    answer: currentSession({ ...account, mustChange: account.must_change }, token),
    hand: () => context.session.start(token, ends),
  }
}
