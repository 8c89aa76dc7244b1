import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'
import { type Issued, reissue } from './issueAccount.ts'

/** Gives somebody who cannot get in a new initial password. For the system administrator; the record shows it. */
export const resetPassword = async (context: WriteContext, account: string): Promise<Issued> => {
  const by = holdsOffice(context, 'system')
  return inScope(context.db, 'identity', (tx) => reissue(tx, context, account, by))
}
