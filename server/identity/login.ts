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
  const account = await inScope(db, 'identity', async (tx) => {
    const entry = await tx.selectFrom('login_directory').select('account').where('login', '=', login).executeTakeFirst()
    return entry && findAccount(tx, entry.account)
  })
  if (!(await isPassword(account?.password_hash, password)) || !account) {
    if (account)
      await inScope(db, 'identity', (tx) =>
        record(tx, context, { account: account.id, act: 'sign-in-refused', by: null }),
      )
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
