import type { Kysely } from 'kysely'
import { filingDeclaration } from '../../regime/filing/declaration.ts'
import { officeName } from '../../regime/jurisdiction/authorities.ts'
import { performActs } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import { decideList } from '../list/decide.ts'
import { listedEntries, lockWaitingList } from '../list/lock.ts'
import { getOfficer } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

export interface Filing {
  readonly list: string
  readonly baseSeq: number
}

/**
 * The approver, not the handler, declares that review and on-site verification are true and files the list with the
 * province (R9.6, 第九条 备案). The declaration's words, the name and the time stay with the list and with every case.
 */
export const fileList = async (
  db: Kysely<Database>,
  acting: Acting,
  request: Filing,
): Promise<{ id: string; firms: number; declaration: string }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'filing.file', ...request }, async () => {
      const list = await lockWaitingList(tx, authority, request.list, request.baseSeq, 'filing')
      const entries = await listedEntries(tx, list)
      const firms = entries.length
      const declaration = filingDeclaration(officeName(authority), firms)
      await performActs(
        tx,
        acting,
        entries.map((entry) => ({
          authority,
          id: entry.case_id,
          act: 'filing.file' as const,
          payload: { list: list.id, declaration },
        })),
      )
      const by = await decideList(tx, acting, list, {
        status: 'approved',
        act: 'filing.file',
        payload: { declaration, firms },
        terms: { declaration },
      })
      await tell(tx, acting, [
        {
          authority,
          role: 'province-handler',
          subjectKind: 'filing',
          subject: list.id,
          topic: 'filing.received',
          payload: { title: list.title, office: officeName(authority), firms, by },
        },
      ])
      return { id: list.id, firms, declaration }
    }),
  )
}
