import { Refusal } from '../../regime/kernel/errors.ts'
import type { WriteContext } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'
import { record } from './record.ts'

/** Disables an account, its running sessions included, or enables it again. For the security administrator. */
export const setDisabled = async (context: WriteContext, account: string, disabled: boolean): Promise<null> => {
  const by = holdsOffice(context, 'security')
  if (account === by) throw new Refusal('account.own')
  return inScope(context.db, 'identity', async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ disabled })
      .where('id', '=', account)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('account.not-found')
    await record(tx, context, { account, act: disabled ? 'disabled' : 'enabled', by })
    return null
  })
}
