import type { Selectable, Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import type { ObjectionTable } from './tables.ts'

/** Locks an objection of an own notice; refused where there is none (`objection.not-found`) or it moved on (`act.stale`). */
export const lockObjection = async (
  tx: Transaction<Database>,
  authority: string,
  id: string,
  baseVersion?: number,
): Promise<Selectable<ObjectionTable>> => {
  const objection = await tx
    .selectFrom('objection')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!objection) throw new Refusal('objection.not-found')
  if (baseVersion !== undefined && baseVersion !== objection.version) throw new Refusal('act.stale')
  return objection
}
