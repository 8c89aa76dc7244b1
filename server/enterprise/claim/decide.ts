import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import { getSigner } from '../../list/officer.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getLocalOfficer } from '../officer.ts'
import { carryOut } from './carry-out.ts'
import { isDispute, lockClaim } from './lock.ts'
import { demandSound, type Opinion } from './outcome.ts'
import { recordStep } from './record.ts'

export interface ClaimDecision {
  readonly claim: string
  readonly baseSeq: number
  readonly outcome: 'owner' | 'refuse'
  readonly reasons: Opinion['reasons']
}

/**
 * A handler confirms the claim on a firm nobody else speaks for, or refuses it with reasons. Where another is owner or
 * claims as well it takes two officers: `proposeOutcome`, `confirmOutcome`.
 */
export const decideClaim = async (
  db: Kysely<Database>,
  acting: Acting,
  request: ClaimDecision,
): Promise<{ status: 'confirmed' | 'refused' }> => {
  const { authority, person } = getLocalOfficer(acting.actor, 'handler')
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.decide', ...request }, async () => {
      const { outcome, reasons } = request
      const locked = await lockClaim(tx, authority, request.claim, request.baseSeq)
      if (locked.claim.status !== 'waiting') throw new Refusal('claim.not-open')
      if (isDispute(locked)) throw new Refusal('claim.dispute')
      demandSound({ outcome, reasons }, locked, false)
      await carryOut(tx, acting, locked, { outcome, reasons })
      const status = outcome === 'owner' ? ('confirmed' as const) : ('refused' as const)
      await recordStep(tx, acting, locked.claim, {
        act: 'claim.decide',
        set: {
          status,
          since: acting.now,
          outcome,
          reasons: JSON.stringify(reasons),
          decided_by: person,
          decided_by_name: await getSigner(tx, person),
          decided_at: acting.now,
        },
        payload: { outcome, reasons },
        tellTo: ['firm'],
      })
      return { status }
    }),
  )
}
