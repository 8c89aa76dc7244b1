import type { Transaction } from 'kysely'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { getPerson } from '../person.ts'
import type { LockedClaim } from './lock.ts'

/**
 * What follows when a claim comes to nothing: the claimant no longer fills in, and where nobody else speaks or asks to
 * speak for the firm its code is free again, at whatever authority it belongs to.
 */
export const endPending = async (
  tx: Transaction<Database>,
  acting: Acting,
  { claim, owners, rivals }: LockedClaim,
): Promise<void> => {
  await tx
    .updateTable('membership')
    .set({ ended_at: acting.now, ended_by: getPerson(acting.actor) })
    .where('authority', '=', claim.authority)
    .where('enterprise', '=', claim.enterprise)
    .where('person', '=', claim.person)
    .where('standing', '=', 'pending')
    .where('ended_at', 'is', null)
    .execute()
  if (owners.length > 0 || rivals.length > 0) return
  await tx
    .updateTable('enterprise_directory')
    .set({ authority: null })
    .where('uscc', '=', claim.uscc)
    .where('enterprise', '=', claim.enterprise)
    .execute()
}
