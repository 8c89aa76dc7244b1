import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import { once } from '../../journal/once.ts'
import { tell } from '../../journal/tell.ts'
import { getSigner } from '../../list/officer.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getLocalOfficer } from '../officer.ts'

export interface AdmissionDecision {
  readonly admission: string
  readonly decision: 'confirmed' | 'refused'
  readonly note: string
}

/** The approver, another person than the handler who proposed, admits an irregular code or refuses to (第七条). */
export const decideAdmission = async (
  db: Kysely<Database>,
  acting: Acting,
  request: AdmissionDecision,
): Promise<{ status: 'confirmed' | 'refused' }> => {
  const { authority, person } = getLocalOfficer(acting.actor, 'approver')
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'uscc-admission.decide', ...request }, async () => {
      const { admission: id, decision, note } = request
      const admission = await tx
        .selectFrom('uscc_admission')
        .selectAll()
        .where('authority', '=', authority)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!admission) throw new Refusal('uscc-admission.not-found')
      if (admission.status !== 'proposed') throw new Refusal('uscc-admission.decided')
      if (admission.proposed_by === person) throw new Refusal('act.same-person')
      const seq = admission.seq + 1
      await tx
        .updateTable('uscc_admission')
        .set({
          status: decision,
          decided_by: person,
          decided_by_name: await getSigner(tx, person),
          decided_at: acting.now,
          note,
          seq,
        })
        .where('authority', '=', authority)
        .where('id', '=', id)
        .execute()
      const subject = { authority, subjectKind: 'uscc-admission' as const, subject: id }
      await appendActs(tx, acting, [
        { ...subject, subjectSeq: seq, act: 'uscc-admission.decide', payload: { decision, note } },
      ])
      await tell(tx, acting, [
        {
          ...subject,
          role: 'handler',
          topic: `uscc-admission.${decision}`,
          payload: { uscc: admission.uscc, name: admission.enterprise_name, note },
        },
      ])
      return { status: decision }
    }),
  )
}
