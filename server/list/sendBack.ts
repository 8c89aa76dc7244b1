import type { Kysely } from 'kysely'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { listAct } from './act.ts'
import { decideList } from './decide.ts'
import { listedEntries, lockWaitingList } from './lock.ts'
import { getOfficer } from './officer.ts'

export interface SendBack {
  readonly list: string
  readonly baseSeq: number
  readonly note: string
}

/** The approver sends the whole list back to the handler with a note; its cases can be listed anew (第七条). */
export const sendListBack = async (
  db: Kysely<Database>,
  acting: Acting,
  request: SendBack,
): Promise<{ status: string }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'list.send-back', ...request }, async () => {
      const list = await lockWaitingList(tx, authority, request.list, request.baseSeq)
      const entries = await listedEntries(tx, list)
      const act = listAct(list.kind, authority, 'unlist')
      await performActs(
        tx,
        acting,
        entries.map((entry) => ({
          authority: entry.case_authority,
          id: entry.case_id,
          act,
          payload: { list: list.id, note: request.note },
        })),
      )
      await tx
        .updateTable('list_entry')
        .set({ status: 'unlisted', note: request.note })
        .where('authority', '=', authority)
        .where('list', '=', list.id)
        .where('status', '=', 'listed')
        .execute()
      const { note } = request
      await decideList(tx, acting, list, { status: 'sent-back', act: 'list.send-back', note, payload: { note } })
      return { status: 'sent-back' }
    }),
  )
}
