import type { Kysely } from 'kysely'
import { performAct } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import { getOfficer } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { lockObjection } from './lock.ts'

export interface OpinionReturn {
  readonly objection: string
  readonly baseVersion: number
  readonly note: string
}

/** The approver, not the proposer, sends an opinion on an objection back with a note (第七条). */
export const sendOpinionBack = async (
  db: Kysely<Database>,
  acting: Acting,
  request: OpinionReturn,
): Promise<{ status: string; version: number }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'objection.send-back', ...request }, async () => {
      const { note } = request
      const objection = await lockObjection(tx, authority, request.objection, request.baseVersion)
      await performAct(tx, acting, {
        authority: objection.case_authority,
        id: objection.case_id,
        act: 'objection.send-back',
        payload: { objection: objection.id, note },
      })
      const version = objection.version + 1
      await tx
        .updateTable('objection')
        .set({ status: 'open', outcome: null, note, seq: objection.seq + 1, version })
        .where('authority', '=', authority)
        .where('id', '=', objection.id)
        .execute()
      const subject = { authority, subjectKind: 'objection' as const, subject: objection.id }
      await appendActs(tx, acting, [
        { ...subject, subjectSeq: objection.seq + 1, act: 'objection.send-back', payload: { note } },
      ])
      await tell(tx, acting, [
        {
          ...subject,
          role: 'handler',
          topic: 'objection.sent-back',
          payload: { enterprise: objection.enterprise_name, receipt: objection.receipt, note },
        },
      ])
      return { status: 'open', version }
    }),
  )
}
