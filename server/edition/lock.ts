import type { Selectable, Transaction } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { type EditionAct, type EditionView, refusalOfEditionAct } from '../../regime/procedure/edition.ts'
import type { Database } from '../store/database.ts'
import type { EditionTable } from './tables.ts'

/** An edition as the procedure asks about it. */
export const viewOf = (row: Pick<Selectable<EditionTable>, 'status' | 'proposed_by' | 'valid_from'>): EditionView => ({
  status: row.status,
  proposedBy: row.proposed_by,
  from: row.valid_from as Day,
})

/** Locks a handed-in edition for an act: refused where the actor may not, or somebody acted since `baseSeq`. */
export const lockEdition = async (
  tx: Transaction<Database>,
  actor: Actor,
  id: string,
  act: EditionAct,
  baseSeq: number,
): Promise<Selectable<EditionTable>> => {
  const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('edition.not-found')
  const refusal = refusalOfEditionAct(act, actor, viewOf(row))
  if (refusal) throw new Refusal(refusal)
  if (row.seq !== baseSeq) throw new Refusal('act.stale')
  return row
}
