import type { contract } from '../../contract/index.ts'
import type { RouteGiven } from '../../contract/route.ts'
import type { Context } from '../http/context.ts'
import { inScope } from '../store/scope.ts'
import { holdsOffice } from './holdsOffice.ts'

const PAGE = 100

/** What happened to accounts, newest first, `size` lines before an instant. For the auditor alone. */
export const listRecord = async (
  context: Context,
  { account, before, size }: { account?: string | undefined; before?: string | undefined; size?: number | undefined },
): Promise<RouteGiven<typeof contract.administration.record>> => {
  holdsOffice(context, 'auditor')
  const rows = await inScope(context.db, 'identity', (tx) =>
    tx
      .selectFrom('identity_record')
      .leftJoin('account', 'account.id', 'identity_record.account')
      .leftJoin('account as actor', 'actor.id', 'identity_record.by')
      .select([
        'identity_record.id',
        'identity_record.account',
        'account.name',
        'at',
        'act',
        'by',
        'address',
        'details',
      ])
      .select('actor.name as byName')
      .$if(account !== undefined, (query) => query.where('identity_record.account', '=', account as string))
      .$if(before !== undefined, (query) => query.where('at', '<', new Date(before as string)))
      .orderBy('at', 'desc')
      .orderBy('identity_record.id')
      .limit(size ?? PAGE)
      .execute(),
  )
  return { entries: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}
