import type { ClaimReason } from '../../../contract/claim-reasons.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { ClaimOutcome, FormerOwners } from '../tables.ts'
import type { LockedClaim } from './lock.ts'

/** What an officer holds to be right. */
export interface Opinion {
  readonly outcome: ClaimOutcome
  /** Needed to refuse, and in every dispute: told to both sides. */
  readonly reasons: readonly ClaimReason[]
  /** Where ownership passes to the claimant: what the owners of until now become. */
  readonly formerOwners?: FormerOwners | undefined
}

/** Refuses an opinion that cannot be carried out, or gives no reasons where they are owed. */
export const demandSound = ({ outcome, reasons }: Opinion, locked: LockedClaim, dispute: boolean): void => {
  if (outcome === 'member' && locked.owners.length === 0) throw new Refusal('claim.no-owner')
  if (reasons.length === 0 && (dispute || outcome === 'refuse')) throw new Refusal('claim.reasons-missing')
}
