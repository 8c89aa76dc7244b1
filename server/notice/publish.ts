import type { Kysely } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { prefixOf } from '../list/act.ts'
import { decideList } from '../list/decide.ts'
import { listedEntries, lockWaitingList } from '../list/lock.ts'
import { getOfficer } from '../list/officer.ts'
import { issuePublication } from '../publication/issue.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

export interface Publishing {
  readonly list: string
  readonly baseSeq: number
}

/**
 * The approver, not the handler, publishes a notice (R9.5, R9.7, 第九条, 第七条): every firm on it is in public notice from that
 * moment. Refuses once the first day has passed (`notice.start-passed`): the public would get fewer days than stated.
 */
export const publishNotice = async (
  db: Kysely<Database>,
  acting: Acting,
  request: Publishing,
): Promise<{ id: string; authority: string; from: string; to: string }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'notice.publish', ...request }, async () => {
      const list = await lockWaitingList(tx, authority, request.list, request.baseSeq, 'notice')
      const { from, to, basis, counted, provisional, contact } = list.terms
      if (from < acting.today) throw new Refusal('notice.start-passed', { from })
      const entries = await listedEntries(tx, list)
      const act = `${prefixOf('notice', authority)}.publish` as 'notice.publish'
      await performActs(
        tx,
        acting,
        entries.map((entry) => ({
          authority: entry.case_authority,
          id: entry.case_id,
          act,
          payload: { list: list.id, from, to },
        })),
      )
      const batch = await tx.selectFrom('batch').select('title').where('id', '=', list.batch).executeTakeFirstOrThrow()
      const digest = await issuePublication(
        tx,
        acting,
        {
          authority,
          id: list.id,
          kind: 'notice',
          tier: list.tier,
          batch_title: batch.title,
          title: list.title,
          contact: JSON.stringify(contact),
          starts_on: from,
          ends_on: to,
          basis,
          days: counted,
          provisional,
        },
        entries.map(({ id, name, uscc, case_authority }) => ({ id, place: case_authority, name, uscc })),
      )
      await decideList(tx, acting, list, {
        status: 'approved',
        act: 'notice.publish',
        payload: { from, to, firms: entries.length, digest },
      })
      return { id: list.id, authority, from, to }
    }),
  )
}
