import type { Kysely } from 'kysely'
import type { Day } from '../../regime/kernel/day.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { decideList } from '../list/decide.ts'
import { listedEntries, lockWaitingList } from '../list/lock.ts'
import { getProvincial } from '../list/officer.ts'
import { issuePublication } from '../publication/issue.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { grantTitles, type NewTitle } from '../title/grant.ts'

export interface Announcing {
  readonly list: string
  readonly baseSeq: number
}

/**
 * The provincial approver, not the handler, announces the list (R5.1, R9.8, 第五、九条 公告): each firm gets its title with the
 * interval the list states (第十三条), and the announcement stands in public from the same moment.
 */
export const publishAnnouncement = async (
  db: Kysely<Database>,
  acting: Acting,
  request: Announcing,
): Promise<{ id: string; firms: number }> => {
  const { authority } = getProvincial(acting.actor, 'approver')
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'announcement.publish', ...request }, async () => {
      const list = await lockWaitingList(tx, authority, request.list, request.baseSeq, 'announcement')
      const { documentNumber } = list.terms
      const validFrom = list.terms.validFrom as Day
      const validTo = list.terms.validTo as Day
      const entries = await listedEntries(tx, list)
      const titles = entries.map((entry): NewTitle & { case: string } => ({
        id: acting.newId(),
        authority: entry.case_authority,
        case: entry.case_id,
        enterprise: entry.enterprise,
        name: entry.name,
        uscc: entry.uscc,
      }))
      await performActs(
        tx,
        acting,
        titles.map(({ authority: at, case: id, id: title }) => ({
          authority: at,
          id,
          act: 'announcement.publish' as const,
          payload: { list: list.id, documentNumber, validFrom, validTo, title },
        })),
      )
      const { id, tier } = list
      await grantTitles(tx, acting, { announcement: id, tier, documentNumber, validFrom, validTo }, titles)
      const batch = await tx.selectFrom('batch').select('title').where('id', '=', list.batch).executeTakeFirstOrThrow()
      const digest = await issuePublication(
        tx,
        acting,
        {
          authority,
          id,
          kind: 'announcement',
          tier,
          batch_title: batch.title,
          title: list.title,
          provisional: false,
          document_number: documentNumber,
          valid_from: validFrom,
          valid_to: validTo,
        },
        entries.map((entry) => ({
          id: entry.id,
          place: entry.case_authority,
          name: entry.name,
          uscc: entry.uscc,
        })),
      )
      await decideList(tx, acting, list, {
        status: 'approved',
        act: 'announcement.publish',
        payload: { documentNumber, validFrom, validTo, firms: entries.length, digest },
      })
      return { id, firms: entries.length }
    }),
  )
}
