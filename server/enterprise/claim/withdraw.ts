import type { Kysely } from 'kysely'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getClaimant } from '../person.ts'
import { endPending } from './end-pending.ts'
import { lockClaim } from './lock.ts'
import { recordStep } from './record.ts'

/** A claimant takes their own claim back before it is decided. */
export const withdrawClaim = async (
  db: Kysely<Database>,
  acting: Acting,
  request: { readonly authority: LocalCode; readonly claim: string },
): Promise<{ status: 'withdrawn' }> => {
  const person = getClaimant(acting.actor)
  const { authority } = request
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.withdraw', person, ...request }, async () => {
      const locked = await lockClaim(tx, authority, request.claim)
      const { claim } = locked
      if (claim.person !== person) throw new Refusal('claim.not-found')
      if (!['draft', 'waiting', 'proposed'].includes(claim.status)) throw new Refusal('claim.not-open')
      if (claim.status !== 'draft') await endPending(tx, acting, locked)
      await recordStep(tx, acting, claim, {
        act: 'claim.withdraw',
        set: { status: 'withdrawn', since: acting.now },
        payload: {},
        tellTo: claim.status === 'draft' ? [] : ['handler'],
      })
      return { status: 'withdrawn' as const }
    }),
  )
}
