import type { Selectable, Transaction, Updateable } from 'kysely'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import type { EditionTable } from './tables.ts'

/** What becomes of a proposed edition, and what goes on record and to whom. */
export interface Settlement {
  readonly act: 'edition.enforce' | 'edition.reject' | 'edition.withdraw'
  readonly change: Updateable<EditionTable>
  readonly payload: object
  /** Whom it is told to, in the province. */
  readonly role: 'handler' | 'approver'
  readonly by: string
}

/** Writes down what became of a locked edition: the row, the journal, the message (第七条). */
export const settleEdition = async (
  tx: Transaction<Database>,
  acting: Acting,
  { id, seq, title, digest }: Selectable<EditionTable>,
  { act, change, payload, role, by }: Settlement,
): Promise<void> => {
  await tx
    .updateTable('edition')
    .set({ ...change, seq: seq + 1 })
    .where('id', '=', id)
    .execute()
  await appendActs(tx, acting, [
    {
      authority: PROVINCE,
      subjectKind: 'edition',
      subject: id,
      subjectSeq: seq + 1,
      act,
      payload: { digest, ...payload },
    },
  ])
  await tell(tx, acting, [
    { authority: PROVINCE, role, subjectKind: 'edition', subject: id, topic: act, payload: { title, by, ...payload } },
  ])
}
