import type { z } from 'zod'
import type { CurrentSession } from '../../contract/session.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { countAttempt } from './attempts.ts'
import { createAccount } from './createAccount.ts'
import { findAccount } from './findSession.ts'
import { openSession } from './openSession.ts'
import { hashPassword, isPassword } from './password.ts'
import { attemptRule } from './sessionRule.ts'

/**
 * Registers a person and signs them in. The same request again (same key, same password) signs in to the account it
 * made; a login name in use is refused (`account.login-taken`).
 */
export const register = async (
  context: WriteContext,
  { login, name, password }: { login: string; name: string; password: string },
): Promise<z.infer<typeof CurrentSession>> => {
  const { db, wall, ip, newId, idempotencyKey } = context
  await countAttempt(db, [{ subject: `registration/${ip}`, limit: attemptRule.registration }], wall)
  const passwordHash = await hashPassword(password)
  const opened = await inScope(db, 'identity', async (tx) => {
    const account = { id: newId(), login, name, passwordHash, key: idempotencyKey }
    const { id, fresh } = await createAccount(tx, context, account)
    if (!fresh && !(await isPassword((await findAccount(tx, id))?.password_hash, password)))
      throw new Refusal('account.login-taken')
    return openSession(tx, context, id)
  })
  opened.hand()
  return opened.answer
}
