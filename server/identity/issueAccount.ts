import type { Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { createAccount, type NewAccount } from './createAccount.ts'
import { findAccount } from './findSession.ts'
import { hashPassword, initialPassword } from './password.ts'
import { type Circumstances, record } from './record.ts'

export interface Issued {
  readonly account: string
  /** Shown once; nobody can read it again. */
  readonly initialPassword: string
}

/**
 * Makes an account for somebody else, with an initial password (scope `identity`). The same request again gives a new
 * initial password, as long as the account has not been used: the first answer may never have arrived.
 */
export const issueAccount = async (
  tx: Transaction<Database>,
  at: Circumstances,
  account: Omit<NewAccount, 'id' | 'passwordHash' | 'mustChange'>,
): Promise<Issued> => {
  const password = initialPassword(at.random)
  const passwordHash = await hashPassword(password)
  const made = await createAccount(tx, at, { ...account, id: at.newId(), passwordHash, mustChange: true })
  if (made.fresh) return { account: made.id, initialPassword: password }
  if (!(await findAccount(tx, made.id))?.must_change) throw new Refusal('account.login-taken')
  return reissue(tx, at, made.id, account.by ?? null)
}

/** Gives an account a new initial password and ends all its sessions (scope `identity`). */
export const reissue = async (
  tx: Transaction<Database>,
  at: Circumstances,
  id: string,
  by: string | null,
): Promise<Issued> => {
  const password = initialPassword(at.random)
  const { numUpdatedRows } = await tx
    .updateTable('credential')
    .set(({ eb }) => ({ generation: eb('generation', '+', 1), must_change: true, changed_key: null }))
    .set({ password_hash: await hashPassword(password) })
    .where('account', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('account.not-found')
  await record(tx, at, { account: id, act: 'password-reset', by })
  return { account: id, initialPassword: password }
}
