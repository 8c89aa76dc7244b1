import { type Selectable, sql, type Transaction } from 'kysely'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { CaseView } from '../../regime/procedure/available.ts'
import type { BatchDates } from '../../regime/procedure/due.ts'
import type { Database } from '../store/database.ts'
import type { BatchTable } from './tables.ts'

/** A case as the verbs need it: its view for the procedure and the dates of its batch. */
export interface LoadedCase extends CaseView, BatchDates {
  readonly id: string
  readonly batch: string
  readonly enterpriseName: string
  readonly uscc: string
}

/** Where a case lives: every lock and every write names its authority. */
export interface CaseAddress {
  readonly authority: string
  readonly id: string
}

/**
 * Loads and locks cases of one authority, in the order of their ids (so that two group acts cannot wait for each other).
 * A case that does not exist, or that row security hides, is refused as `case.not-found`.
 */
export const lockCases = async (
  tx: Transaction<Database>,
  authority: string,
  ids: readonly string[],
  today: Day,
): Promise<readonly LoadedCase[]> => {
  const rows = await tx
    .selectFrom('cases')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length !== new Set(ids).size) throw new Refusal('case.not-found')
  const batches = new Map<string, BatchDates>()
  for (const batch of new Set(rows.map((row) => row.batch))) batches.set(batch, await batchDates(tx, batch))
  return rows.map((row) => ({
    id: row.id,
    authority: row.authority,
    enterprise: row.enterprise,
    enterpriseName: row.enterprise_name,
    uscc: row.uscc,
    batch: row.batch,
    state: row.state,
    today,
    ...(batches.get(row.batch) as BatchDates),
  }))
}

/** The dates of a batch; refused where it does not exist. */
export const batchDates = async (tx: Transaction<Database>, batch: string): Promise<BatchDates> => {
  const row = await tx
    .selectFrom('batch')
    .select(['opens_on', 'closes_on', 'local_due_on', 'province_due_on'])
    .where('id', '=', batch)
    .executeTakeFirst()
  if (!row) throw new Refusal('batch.not-found')
  return datesOf(row)
}

/** The dates of a batch already read. */
export const datesOf = (
  row: Pick<Selectable<BatchTable>, 'opens_on' | 'closes_on' | 'local_due_on' | 'province_due_on'>,
): BatchDates => ({
  opensOn: row.opens_on as Day,
  closesOn: row.closes_on as Day,
  localDueOn: row.local_due_on as Day,
  provinceDueOn: row.province_due_on as Day,
})
