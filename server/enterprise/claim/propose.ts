import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import { getSigner } from '../../list/officer.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getLocalOfficer } from '../officer.ts'
import { lockClaim } from './lock.ts'
import { demandSound, type Opinion } from './outcome.ts'
import { recordStep } from './record.ts'

export interface OutcomeProposal extends Opinion {
  readonly claim: string
  readonly baseSeq: number
}

/** In a dispute the handler, having compared both sides, proposes what is right; the approver decides (第七条). */
export const proposeOutcome = async (
  db: Kysely<Database>,
  acting: Acting,
  request: OutcomeProposal,
): Promise<{ status: 'proposed' }> => {
  const { authority, person } = getLocalOfficer(acting.actor, 'handler')
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.propose', ...request }, async () => {
      const { outcome, reasons, formerOwners } = request
      const locked = await lockClaim(tx, authority, request.claim, request.baseSeq)
      if (locked.claim.status !== 'waiting') throw new Refusal('claim.not-open')
      demandSound(request, locked, true)
      await recordStep(tx, acting, locked.claim, {
        act: 'claim.propose',
        set: {
          status: 'proposed',
          since: acting.now,
          outcome,
          reasons: JSON.stringify(reasons),
          former_owners: outcome === 'owner' ? (formerOwners ?? 'stay-members') : null,
          proposed_by: person,
          proposed_by_name: await getSigner(tx, person),
          proposed_at: acting.now,
          send_back_note: null,
        },
        payload: { outcome, reasons, formerOwners },
        tellTo: ['approver'],
      })
      return { status: 'proposed' as const }
    }),
  )
}
