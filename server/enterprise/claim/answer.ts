import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'
import { getOwner } from '../member/owner.ts'
import { lockClaim } from './lock.ts'
import { recordStep } from './record.ts'

export interface ClaimAnswer {
  readonly claim: string
  readonly answer: string
  /** The firm's own evidence. */
  readonly evidence: readonly string[]
}

/** The sitting owner is heard: answers another's claim on the firm, with evidence, until it is decided. */
export const answerClaim = async (
  db: Kysely<Database>,
  acting: Acting,
  request: ClaimAnswer,
): Promise<{ answeredAt: string }> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'claim.answer', person: firm.person, ...request }, async () => {
      const { name } = await getOwner(tx, firm)
      const { claim, enterprise } = await lockClaim(tx, firm.authority, request.claim)
      if (enterprise.id !== firm.enterprise) throw new Refusal('claim.not-found')
      if (claim.person === firm.person) throw new Refusal('claim.not-open')
      if (claim.status !== 'waiting' && claim.status !== 'proposed') throw new Refusal('claim.not-open')
      const { answer, evidence } = request
      await demandEvidence(tx, { kind: 'enterprise', authority: firm.authority, owner: firm.enterprise }, evidence)
      await recordStep(tx, acting, claim, {
        act: 'claim.answer',
        set: {
          answer,
          answer_evidence: [...evidence],
          answered_by: firm.person,
          answered_by_name: name,
          answered_at: acting.now,
        },
        payload: { answer, evidence },
        tellTo: ['handler'],
      })
      return { answeredAt: acting.now }
    }),
  )
}
