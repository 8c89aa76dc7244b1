import type { Kysely } from 'kysely'
import { performAct } from '../case/perform.ts'
import type { Acting } from '../journal/acting.ts'
import { appendActs } from '../journal/append.ts'
import { once } from '../journal/once.ts'
import { tell } from '../journal/tell.ts'
import { getOfficer, getSigner } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { lockObjection } from './lock.ts'

export interface Opinion {
  readonly objection: string
  readonly baseVersion: number
  readonly outcome: 'upheld' | 'unfounded'
  /** Read by the firm and the objector: it must not say who objected. */
  readonly reasons: string
}

/** The handler proposes, with reasons, whether an objection is upheld (R9.10); the approver decides. */
export const proposeOpinion = async (
  db: Kysely<Database>,
  acting: Acting,
  request: Opinion,
): Promise<{ status: string; version: number }> => {
  const { authority, person } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'objection.propose', ...request }, async () => {
      const { outcome, reasons } = request
      const objection = await lockObjection(tx, authority, request.objection, request.baseVersion)
      await performAct(tx, acting, {
        authority: objection.case_authority,
        id: objection.case_id,
        act: 'objection.propose',
        payload: { objection: objection.id, outcome, reasons },
      })
      const version = objection.version + 1
      const by = await getSigner(tx, person)
      await tx
        .updateTable('objection')
        .set({
          status: 'proposed',
          outcome,
          opinion: reasons,
          note: null,
          proposed_by: person,
          proposed_by_name: by,
          proposed_at: acting.now,
          seq: objection.seq + 1,
          version,
        })
        .where('authority', '=', authority)
        .where('id', '=', objection.id)
        .execute()
      const subject = { authority, subjectKind: 'objection' as const, subject: objection.id }
      await appendActs(tx, acting, [
        { ...subject, subjectSeq: objection.seq + 1, act: 'objection.propose', payload: { outcome, reasons } },
      ])
      await tell(tx, acting, [
        {
          ...subject,
          role: 'approver',
          topic: 'objection.proposed',
          payload: { enterprise: objection.enterprise_name, receipt: objection.receipt, outcome, by },
        },
      ])
      return { status: 'proposed', version }
    }),
  )
}
