import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { isSeeded } from './seed.ts'

/** A production system never opens a database that holds the demo's clock or one of its accounts. */
export const refuseDemo = async (db: Kysely<Database>): Promise<void> => {
  if ((await isSeeded(db)) || (await hasDemoAccounts(db)))
    throw new StartRefusal(
      '这个数据库里有演示账号和演示日期，不能用于正式运行。请换一个空的数据库（DATABASE_URL）或数据目录（TIDU_DATA）。',
    )
}

const hasDemoAccounts = (db: Kysely<Database>): Promise<boolean> =>
  inScope(db, 'identity', async (tx) => {
    const demo = await tx.selectFrom('account').select('id').where('demo', '=', true).limit(1).executeTakeFirst()
    return demo !== undefined
  })
