import type { Transaction } from 'kysely'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import type { WaitingList } from './lock.ts'
import { getOfficer, getSigner } from './officer.ts'

interface Decision {
  readonly status: 'approved' | 'sent-back'
  readonly act: string
  readonly note?: string
  /** What else belongs on record. */
  readonly payload: object
  readonly terms?: object
}

/** Writes an approver's decision on a list: the row, the journal, word to the handlers. Gives the approver's name. */
export const decideList = async (
  tx: Transaction<Database>,
  acting: Acting,
  list: WaitingList,
  { status, act, note, payload, terms }: Decision,
): Promise<string> => {
  const { person } = getOfficer(acting.actor)
  const { authority, id, kind, title } = list
  const by = await getSigner(tx, person)
  await tx
    .updateTable('list')
    .set({
      status,
      seq: list.seq + 1,
      decided_by: person,
      decided_by_name: by,
      decided_at: acting.now,
      decided_on: acting.today,
      ...(note !== undefined && { note }),
      ...(terms && { terms: JSON.stringify(terms) }),
    })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .execute()
  await appendActs(tx, acting, [{ authority, subjectKind: kind, subject: id, subjectSeq: list.seq + 1, act, payload }])
  await tell(tx, acting, [
    {
      authority,
      role: 'handler',
      subjectKind: kind,
      subject: id,
      topic: `list.${status}`,
      payload: { title, by, note },
    },
  ])
  return by
}
