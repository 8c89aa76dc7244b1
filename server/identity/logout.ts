import type { Context } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { endSession } from './findSession.ts'
import { record } from './record.ts'

/** Ends the session of the request, if it has one; the cookie goes either way. */
export const logout = async (context: Context): Promise<null> => {
  const { token } = context.session
  if (token !== undefined)
    await inScope(context.db, 'identity', async (tx) => {
      const account = await endSession(tx, token)
      if (account !== undefined) await record(tx, context, { account, act: 'signed-out', by: account })
    })
  context.session.end()
  return null
}
