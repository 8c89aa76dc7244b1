import type { OfficerRole } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'
import { record } from './record.ts'

/** Changes an officer's posts, at once for running sessions too. For the security administrator. */
export const assignRoles = async (
  context: WriteContext,
  account: string,
  roles: readonly OfficerRole[],
): Promise<null> => {
  const by = holdsOffice(context, 'security')
  return inScope(context.db, 'identity', async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ roles: [...roles] })
      .where('id', '=', account)
      .where('authority', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('account.not-found')
    await record(tx, context, { account, act: 'roles-changed', by, details: { roles } })
    return null
  })
}
