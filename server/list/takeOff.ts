import { type Kysely, sql } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { listAct } from './act.ts'
import { decideList } from './decide.ts'
import { listedEntries, lockWaitingList } from './lock.ts'
import { getOfficer } from './officer.ts'

export interface TakeOff {
  readonly list: string
  readonly baseSeq: number
  readonly entries: readonly string[]
  readonly note: string
}

/**
 * The approver takes single firms off a list that waits; the others stay on it (R9.10). Taking off the last one sends
 * the list back. Refuses a firm that is not, or no longer, on the list (`list.not-on-it`).
 */
export const takeOffList = async (
  db: Kysely<Database>,
  acting: Acting,
  request: TakeOff,
): Promise<{ status: string; seq: number; firms: number }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'list.take-off', ...request }, async () => {
      const { note } = request
      const list = await lockWaitingList(tx, authority, request.list, request.baseSeq)
      const listed = await listedEntries(tx, list)
      const chosen = listed.filter(({ id }) => request.entries.includes(id))
      if (chosen.length !== new Set(request.entries).size) throw new Refusal('list.not-on-it')
      const act = listAct(list.kind, authority, 'unlist')
      await performActs(
        tx,
        acting,
        chosen.map((entry) => ({
          authority: entry.case_authority,
          id: entry.case_id,
          act,
          payload: { list: list.id, note },
        })),
      )
      await tx
        .updateTable('list_entry')
        .set({ status: 'unlisted', note })
        .where('authority', '=', authority)
        .where('list', '=', list.id)
        .where('id', '=', sql<string>`any(${chosen.map(({ id }) => id)}::uuid[])`)
        .execute()
      const names = chosen.map(({ name }) => name)
      const firms = listed.length - chosen.length
      if (firms === 0) {
        await decideList(tx, acting, list, {
          status: 'sent-back',
          act: 'list.send-back',
          note,
          payload: { note, taken: names.length },
        })
        return { status: 'sent-back', seq: list.seq + 1, firms }
      }
      const seq = list.seq + 1
      await tx.updateTable('list').set({ seq }).where('authority', '=', authority).where('id', '=', list.id).execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: list.kind,
          subject: list.id,
          subjectSeq: seq,
          act: 'list.take-off',
          payload: { note, cases: chosen.map((entry) => entry.case_id) },
        },
      ])
      await tell(tx, acting, [
        {
          authority,
          role: 'handler',
          subjectKind: list.kind,
          subject: list.id,
          topic: 'list.taken-off',
          payload: { title: list.title, firms: names, note },
        },
      ])
      return { status: 'waiting', seq, firms }
    }),
  )
}
