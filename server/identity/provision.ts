import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Roles } from '../../contract/administration.ts'
import { AuthorityText } from '../../contract/scalars.ts'
import { DisplayName, Login } from '../../contract/session.ts'
import { administratorOffices } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { check } from '../http/check.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { type Issued, issueAccount, reissue } from './issueAccount.ts'
import type { Circumstances } from './record.ts'

const Who = z.strictObject({ login: Login, name: DisplayName })
const Officer = Who.extend({ authority: AuthorityText, roles: Roles })
const Administrator = Who.extend({ office: z.enum(administratorOffices, '三员分立：system、security 或 auditor。') })

/**
 * What whoever holds the machine may do without an account, because the first administrator has to come from
 * somewhere. Input is checked as the API checks it; the record shows these entries without a person or an address.
 */
export const provision = {
  createOfficer: (db: Kysely<Database>, at: Circumstances, given: unknown): Promise<Issued> => {
    const { login, name, ...officer } = check('body', Officer, given)
    const account = { login, name, officer, key: at.newId(), by: null }
    return inScope(db, 'identity', (tx) => issueAccount(tx, at, account))
  },
  createAdministrator: (db: Kysely<Database>, at: Circumstances, given: unknown): Promise<Issued> => {
    const { login, name, office } = check('body', Administrator, given)
    const account = { login, name, administrator: office, key: at.newId(), by: null }
    return inScope(db, 'identity', (tx) => issueAccount(tx, at, account))
  },
  resetPassword: (db: Kysely<Database>, at: Circumstances, given: unknown): Promise<Issued> => {
    const { login } = check('body', z.strictObject({ login: Login }), given)
    return inScope(db, 'identity', async (tx) => {
      const entry = await tx
        .selectFrom('login_directory')
        .select('account')
        .where('login', '=', login)
        .executeTakeFirst()
      if (!entry) throw new Refusal('account.not-found')
      return reissue(tx, at, entry.account, null)
    })
  },
}
