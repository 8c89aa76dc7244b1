import type { OfficerRole } from '../../regime/jurisdiction/actor.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'
import { issueAccount } from './issueAccount.ts'

/** Makes an officer's account with a password to be changed at the first log-in. For the system administrator. */
export const createOfficer = async (
  context: WriteContext,
  {
    login,
    name,
    authority,
    roles,
  }: { login: string; name: string; authority: AuthorityCode; roles: readonly OfficerRole[] },
): Promise<{ account: string; initialPassword: string }> => {
  const by = holdsOffice(context, 'system')
  const key = context.idempotencyKey
  return inScope(context.db, 'identity', (tx) =>
    issueAccount(tx, context, { login, name, key, by, officer: { authority, roles } }),
  )
}
