import type { Transaction } from 'kysely'
import type { AdministratorOffice, OfficerRole } from '../../regime/jurisdiction/actor.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { type Circumstances, record } from './record.ts'

export interface NewAccount {
  readonly id: string
  /** Normalised as `Login` of the contract does it. */
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly officer?: { readonly authority: AuthorityCode; readonly roles: readonly OfficerRole[] }
  readonly administrator?: AdministratorOffice
  readonly demo?: boolean
  readonly mustChange?: boolean
  /** Idempotency key of the request that creates it. */
  readonly key: string
  /** Who creates it: the person themselves when left out, whoever holds the machine when null. */
  readonly by?: string | null
}

/**
 * Creates an account (scope `identity`); refuses a login name in use (`account.login-taken`). `fresh` is
 * false when the same request has created it before: nothing is changed then.
 */
export const createAccount = async (
  tx: Transaction<Database>,
  at: Circumstances,
  account: NewAccount,
): Promise<{ id: string; fresh: boolean }> => {
  const { id, login } = account
  const entered = await tx
    .insertInto('login_directory')
    .values({ login, account: id })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('login')
    .executeTakeFirst()
  if (!entered) return { id: await createdBefore(tx, login, account.key), fresh: false }
  await tx
    .insertInto('account')
    .values({
      id,
      name: account.name,
      authority: account.officer?.authority ?? null,
      roles: [...(account.officer?.roles ?? [])],
      office: account.administrator ?? null,
      demo: account.demo ?? false,
      disabled: false,
      created_at: at.wall,
    })
    .execute()
  await tx
    .insertInto('credential')
    .values({
      account: id,
      login,
      password_hash: account.passwordHash,
      generation: 1,
      must_change: account.mustChange ?? false,
      created_key: account.key,
      changed_key: null,
    })
    .execute()
  await record(tx, at, {
    account: id,
    act: account.by === undefined ? 'registered' : 'created',
    by: account.by === undefined ? id : account.by,
    details: { ...account.officer, ...(account.administrator && { office: account.administrator }) },
  })
  return { id, fresh: true }
}

const createdBefore = async (tx: Transaction<Database>, login: string, key: string): Promise<string> => {
  const { account } = await tx
    .selectFrom('login_directory')
    .select('account')
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  const credential = await tx
    .selectFrom('credential')
    .select('created_key')
    .where('account', '=', account)
    .executeTakeFirstOrThrow()
  if (credential.created_key !== key) throw new Refusal('account.login-taken')
  return account
}
