import type { z } from 'zod'
import type { CurrentSession } from '../../contract/session.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Context } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { countAttempt, forgiveAttempt, loginSubjects } from './attempts.ts'
import { findAccount } from './findSession.ts'
import { openSession } from './openSession.ts'
import { isPassword } from './password.ts'
import { record } from './record.ts'

/** Refused log-ins with a name nobody has are recorded under this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Signs a person in. Refused: too many attempts, a wrong password or no such account (one answer for both, in the same
 * time), a disabled account, a demo account on a production system.
 */
export const login = async (
  context: Context,
  { login, password }: { login: string; password: string },
): Promise<z.infer<typeof CurrentSession>> => {
  const { db, wall, ip } = context
  const subjects = loginSubjects(login, ip)
  await countAttempt(db, subjects, wall)
  // A stranger's attempt takes the same steps as anybody's, so that the time says nothing about which accounts exist.
  const account = await inScope(db, 'identity', async (tx) => {
    const entry = await tx.selectFrom('login_directory').select('account').where('login', '=', login).executeTakeFirst()
    return findAccount(tx, entry?.account ?? NOBODY)
  })
  if (!(await isPassword(account?.password_hash, password)) || !account) {
    const entry = { account: account?.id ?? NOBODY, act: 'sign-in-refused', by: null } as const
    await inScope(db, 'identity', (tx) => record(tx, context, entry))
    throw new Refusal('session.wrong-credentials')
  }
  if (account.disabled) throw new Refusal('account.disabled')
  if (account.demo && context.mode === 'production') throw new Refusal('account.demo-only')
  await forgiveAttempt(db, subjects)
  const opened = await inScope(db, 'identity', async (tx) => {
    await record(tx, context, { account: account.id, act: 'signed-in', by: account.id })
    return openSession(tx, context, account.id)
  })
  opened.hand()
  return opened.answer
}
