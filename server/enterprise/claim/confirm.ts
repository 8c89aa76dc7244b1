import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import { getSigner } from '../../list/officer.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getLocalOfficer } from '../officer.ts'
import { carryOut } from './carry-out.ts'
import { lockClaim } from './lock.ts'
import { demandSound, type Opinion } from './outcome.ts'
import { recordStep } from './record.ts'

export interface OutcomeConfirmation {
  readonly claim: string
  readonly baseSeq: number
  readonly decision: 'confirm' | 'send-back'
  /** Needed to send back. */
  readonly note?: string | undefined
}

/** The approver, another person than the proposer, confirms the outcome of a dispute or sends it back (第七条). */
export const confirmOutcome = async (
  db: Kysely<Database>,
  acting: Acting,
  request: OutcomeConfirmation,
): Promise<{ status: 'confirmed' | 'refused' | 'waiting' }> => {
  const { authority, person } = getLocalOfficer(acting.actor, 'approver')
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.confirm', ...request }, async () => {
      const locked = await lockClaim(tx, authority, request.claim, request.baseSeq)
      const { claim } = locked
      if (claim.status !== 'proposed' || claim.outcome === null) throw new Refusal('claim.not-open')
      if (claim.proposed_by === person) throw new Refusal('act.same-person')
      const { note } = request
      if (request.decision === 'send-back') {
        if (!note) throw new Refusal('claim.reasons-missing')
        await recordStep(tx, acting, claim, {
          act: 'claim.send-back',
          set: { status: 'waiting', since: acting.now, send_back_note: note },
          payload: { note },
          tellTo: ['handler'],
        })
        return { status: 'waiting' as const }
      }
      const opinion: Opinion = {
        outcome: claim.outcome,
        reasons: claim.reasons ?? [],
        formerOwners: claim.former_owners ?? undefined,
      }
      demandSound(opinion, locked, true)
      await carryOut(tx, acting, locked, opinion)
      const status = opinion.outcome === 'refuse' ? ('refused' as const) : ('confirmed' as const)
      await recordStep(tx, acting, claim, {
        act: 'claim.decide',
        set: {
          status,
          since: acting.now,
          decided_by: person,
          decided_by_name: await getSigner(tx, person),
          decided_at: acting.now,
        },
        payload: { ...opinion, note },
        tellTo: ['firm', 'handler'],
      })
      return { status }
    }),
  )
}
