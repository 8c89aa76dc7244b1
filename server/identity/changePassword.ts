import type { z } from 'zod'
import type { CurrentSession } from '../../contract/session.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { countAttempt, forgiveAttempt, loginSubjects } from './attempts.ts'
import { findAccount } from './findSession.ts'
import { openSession } from './openSession.ts'
import { hashPassword, isPassword } from './password.ts'
import { record } from './record.ts'

/**
 * Changes one's own password: every other session of the account ends, this one goes on under a new token. The same
 * request again is not refused because the password is no longer the old one.
 */
export const changePassword = async (
  context: WriteContext,
  { current, next }: { current: string; next: string },
): Promise<z.infer<typeof CurrentSession>> => {
  const { db, person, wall, ip, idempotencyKey: key } = context
  if (!person) throw new Refusal('session.required')
  const account = await inScope(db, 'identity', (tx) => findAccount(tx, person.id))
  if (!account) throw new Refusal('session.required')
  const subjects = loginSubjects(account.login, ip)
  await countAttempt(db, subjects, wall)
  const done = account.changed_key === key && (await isPassword(account.password_hash, next))
  if (!done && !(await isPassword(account.password_hash, current))) throw new Refusal('session.wrong-credentials')
  if (!done && current === next) throw new Refusal('account.same-password')
  await forgiveAttempt(db, subjects)
  const password_hash = await hashPassword(next)
  const opened = await inScope(db, 'identity', async (tx) => {
    if (!done) {
      const { numUpdatedRows } = await tx
        .updateTable('credential')
        .set({ password_hash, generation: account.generation + 1, must_change: false, changed_key: key })
        .where('account', '=', person.id)
        .where('generation', '=', account.generation)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new Refusal('session.wrong-credentials')
      await record(tx, context, { account: person.id, act: 'password-changed', by: person.id })
    }
    return openSession(tx, context, person.id)
  })
  opened.hand()
  return opened.answer
}
