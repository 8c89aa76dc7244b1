import type { Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import type { CaseRow } from './summary.ts'

/** All cases with the title of their batch, as far as row security shows them. */
export const casesWithBatch = (tx: Transaction<Database>) =>
  tx
    .selectFrom('cases')
    .innerJoin('batch', 'batch.id', 'cases.batch')
    .selectAll('cases')
    .select('batch.title as batch_title')

/** One case; `case.not-found` where it does not exist or row security hides it. */
export const getCaseRow = async (tx: Transaction<Database>, id: string): Promise<CaseRow> => {
  const row = await casesWithBatch(tx).where('cases.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('case.not-found')
  return row
}
