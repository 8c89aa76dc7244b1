import type { Selectable, Transaction } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Database } from '../../store/database.ts'
import { type Enterprise, lockEnterprise } from '../lock.ts'
import type { ClaimTable } from '../tables.ts'

export type Claim = Selectable<ClaimTable>

/** A claim being decided, with its enterprise; both locked, the enterprise first. */
export interface LockedClaim {
  readonly claim: Claim
  readonly enterprise: Enterprise
  /** Others who speak for the firm as its owners, confirmed. */
  readonly owners: readonly { readonly person: string; readonly name: string }[]
  /** Other claims on the firm that wait for a decision. */
  readonly rivals: readonly string[]
}

const isOpen = (claim: Claim): boolean => claim.status === 'waiting' || claim.status === 'proposed'

/** True where another already speaks for the firm or also asks to: then two officers decide (第七条). */
export const isDispute = ({ owners, rivals }: Pick<LockedClaim, 'owners' | 'rivals'>): boolean =>
  owners.length > 0 || rivals.length > 0

/**
 * Locks a claim of an authority and what bears on it. Refused: `claim.not-found`; `act.stale` when it moved on since
 * `baseSeq` was seen.
 */
export const lockClaim = async (
  tx: Transaction<Database>,
  authority: string,
  id: string,
  baseSeq?: number,
): Promise<LockedClaim> => {
  const found = await tx
    .selectFrom('claim')
    .select('enterprise')
    .where('authority', '=', authority)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('claim.not-found')
  const enterprise = await lockEnterprise(tx, authority, found.enterprise)
  const claims = await tx
    .selectFrom('claim')
    .selectAll()
    .where('authority', '=', authority)
    .where('enterprise', '=', enterprise.id)
    .where((eb) => eb.or([eb('id', '=', id), eb('status', 'in', ['waiting', 'proposed'])]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const claim = claims.find((each) => each.id === id) as Claim
  if (baseSeq !== undefined && baseSeq !== claim.seq) throw new Refusal('act.stale', { claim: id })
  const owners = await tx
    .selectFrom('membership')
    .select(['person', 'person_name as name'])
    .where('authority', '=', authority)
    .where('enterprise', '=', enterprise.id)
    .where('role', '=', 'owner')
    .where('standing', '=', 'confirmed')
    .where('ended_at', 'is', null)
    .where('person', '<>', claim.person)
    .orderBy('since')
    .execute()
  const rivals = claims.filter((each) => each.id !== id && isOpen(each)).map((each) => each.id)
  return { claim, enterprise, owners, rivals }
}
