import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { readUscc } from '../../../regime/profile/uscc-reading.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import { once } from '../../journal/once.ts'
import { tell } from '../../journal/tell.ts'
import { getSigner } from '../../list/officer.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'
import { getLocalOfficer } from '../officer.ts'

export interface AdmissionProposal {
  /** Id of the proposal; the licence is uploaded as evidence of the office under it. */
  readonly id: string
  readonly uscc: string
  readonly enterpriseName: string
  /** Why the code is taken to be genuine. */
  readonly grounds: string
  readonly evidence: readonly string[]
}

/**
 * A handler proposes to admit a code of an early pilot that breaks GB 32100, with the licence as evidence. Only a code
 * of 18 letters and digits that is in fact irregular.
 */
export const proposeAdmission = async (
  db: Kysely<Database>,
  acting: Acting,
  request: AdmissionProposal,
): Promise<{ id: string }> => {
  const { authority, person } = getLocalOfficer(acting.actor, 'handler')
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'uscc-admission.propose', ...request }, async () => {
      const { id, enterpriseName, grounds, evidence } = request
      const { uscc, problem } = readUscc(request.uscc)
      if (!problem) throw new Refusal('uscc-admission.regular')
      if (!/^[0-9A-Z]{18}$/.test(uscc)) throw new Refusal('uscc.invalid', { uscc, ...problem })
      await demandEvidence(tx, { kind: 'office', authority, owner: id }, evidence)
      const by = await getSigner(tx, person)
      const living = await tx
        .selectFrom('uscc_admission')
        .select('id')
        .where('authority', '=', authority)
        .where((eb) => eb.or([eb('id', '=', id), eb('uscc', '=', uscc).and('status', 'in', ['proposed', 'confirmed'])]))
        .executeTakeFirst()
      if (living) throw new Refusal('uscc-admission.exists', { admission: living.id })
      await tx
        .insertInto('uscc_admission')
        .values({
          authority,
          id,
          uscc,
          enterprise_name: enterpriseName,
          grounds,
          evidence: [...evidence],
          status: 'proposed',
          proposed_by: person,
          proposed_by_name: by,
          proposed_at: acting.now,
          seq: 1,
        })
        .execute()
      await appendActs(tx, acting, [
        {
          authority,
          subjectKind: 'uscc-admission',
          subject: id,
          subjectSeq: 1,
          act: 'uscc-admission.propose',
          payload: { uscc, enterpriseName, grounds, evidence },
        },
      ])
      await tell(tx, acting, [
        {
          authority,
          role: 'approver',
          subjectKind: 'uscc-admission',
          subject: id,
          topic: 'uscc-admission.proposed',
          payload: { uscc, name: enterpriseName, by },
        },
      ])
      return { id }
    }),
  )
}
