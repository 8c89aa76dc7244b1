import type { z } from 'zod'
import type { Account } from '../../contract/administration.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import type { Context } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'

/**
 * Accounts with an office, of all authorities or one; with a login name the one account it belongs to, a firm's person
 * included (who cannot get in and asks for help). For administrators.
 */
export const listAccounts = async (
  context: Context,
  { login, authority }: { login?: string | undefined; authority?: AuthorityCode | undefined },
): Promise<{ accounts: z.infer<typeof Account>[] }> => {
  holdsOffice(context, 'system', 'security', 'auditor')
  const rows = await inScope(context.db, 'identity', (tx) =>
    tx
      .selectFrom('account')
      .innerJoin('credential', 'credential.account', 'account.id')
      .select(['id', 'login', 'name', 'authority', 'roles', 'office', 'demo', 'disabled', 'must_change', 'created_at'])
      .$if(login !== undefined, (query) => query.where('login', '=', login as string))
      .$if(login === undefined, (query) =>
        query.where((eb) => eb.or([eb('authority', 'is not', null), eb('office', 'is not', null)])),
      )
      .$if(authority !== undefined, (query) => query.where('authority', '=', authority as AuthorityCode))
      .orderBy('authority')
      .orderBy('login')
      .execute(),
  )
  return {
    accounts: rows.map(({ must_change, created_at, ...row }) => ({
      ...row,
      mustChangePassword: must_change,
      createdAt: created_at.toISOString(),
    })),
  }
}
