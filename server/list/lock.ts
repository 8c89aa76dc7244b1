import type { Selectable, Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import type { ListEntryTable, ListKind, ListTable, TermsOf } from './tables.ts'

/** A list that waits for its approver, locked. */
export type WaitingList<K extends ListKind = ListKind> = Omit<Selectable<ListTable>, 'terms' | 'kind'> & {
  kind: K
  terms: TermsOf[K]
}

/**
 * Locks an own list that still waits for its decision. Refuses one that does not exist here (`list.not-found`), one
 * already decided (`list.decided`) and one changed since it was read (`act.stale`).
 */
export const lockWaitingList = async <K extends ListKind>(
  tx: Transaction<Database>,
  authority: string,
  id: string,
  baseSeq: number,
  kind?: K,
): Promise<WaitingList<K>> => {
  const list = await tx
    .selectFrom('list')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!list || (kind && list.kind !== kind)) throw new Refusal('list.not-found')
  if (list.status !== 'waiting') throw new Refusal('list.decided', { status: list.status })
  if (list.seq !== baseSeq) throw new Refusal('act.stale')
  return list as WaitingList<K>
}

/** The firms still on a list, in its order. */
export const listedEntries = (
  tx: Transaction<Database>,
  { authority, id }: { authority: string; id: string },
): Promise<Selectable<ListEntryTable>[]> =>
  tx
    .selectFrom('list_entry')
    .selectAll()
    .where('authority', '=', authority)
    .where('list', '=', id)
    .where('status', '=', 'listed')
    .orderBy('position')
    .execute()
