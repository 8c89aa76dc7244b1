import type { Kysely, Transaction } from 'kysely'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'
import { getClaimant } from '../person.ts'
import { carryOver } from '../profile/carry-over.ts'
import { type Claim, isDispute, type LockedClaim, lockClaim } from './lock.ts'
import { recordStep } from './record.ts'

export interface ClaimSubmission {
  readonly authority: LocalCode
  readonly claim: string
  /** Who claims, as the letter of authority names them. */
  readonly personName: string
  readonly position: string
  readonly phone: string
  readonly statement: string
  /** Evidence uploaded under the claim: the business licence and the letter of authority. */
  readonly licence: readonly string[]
  readonly letter: readonly string[]
}

export interface SubmittedClaim {
  readonly status: 'waiting'
  /** Another already speaks for the firm, or asks to: an officer will compare both. */
  readonly dispute: boolean
  /** The profile may be filled in while the claim waits. */
  readonly mayFill: boolean
}

/**
 * Hands a claim in. On a firm nobody speaks for, the claimant may fill in the profile at once and apply after
 * confirmation; on one that has an owner the sitting owner keeps everything and the claim becomes a dispute.
 */
export const submitClaim = async (
  db: Kysely<Database>,
  acting: Acting,
  request: ClaimSubmission,
): Promise<SubmittedClaim> => {
  const person = getClaimant(acting.actor)
  const { authority } = request
  const submitted = await inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.submit', person, ...request }, async () => {
      const locked = await lockClaim(tx, authority, request.claim)
      const { claim } = locked
      if (claim.person !== person) throw new Refusal('claim.not-found')
      if (claim.status !== 'draft') throw new Refusal('claim.not-open')
      const { personName, position, phone, statement, licence, letter } = request
      if (licence.length === 0 || letter.length === 0) throw new Refusal('claim.evidence-missing')
      await demandEvidence(tx, { kind: 'claim', authority, owner: claim.id }, [...licence, ...letter])
      await settle(tx, claim)
      const dispute = isDispute(locked)
      const mayFill = await letFill(tx, acting, locked, personName)
      await recordStep(tx, acting, claim, {
        act: 'claim.submit',
        set: {
          status: 'waiting',
          since: acting.now,
          person_name: personName,
          position,
          phone,
          statement,
          licence: [...licence],
          letter: [...letter],
        },
        payload: { claimant: personName, position, licence, letter, dispute },
        tellTo: dispute ? ['handler', 'firm'] : ['handler'],
      })
      return { status: 'waiting' as const, dispute, mayFill, enterprise: claim.enterprise }
    }),
  )
  const { enterprise, ...answer } = submitted
  if (answer.mayFill) await carryOver(db, acting, { person, authority, enterprise })
  return answer
}

/** A claim that stands binds the code to its authority, until it is refused or withdrawn. */
const settle = async (tx: Transaction<Database>, { authority, uscc, enterprise }: Claim): Promise<void> => {
  const settled = await tx
    .updateTable('enterprise_directory')
    .set({ authority })
    .where('uscc', '=', uscc)
    .where('enterprise', '=', enterprise)
    .returning('uscc')
    .executeTakeFirst()
  if (!settled) throw new Refusal('enterprise.elsewhere')
}

/**
 * Lets a claimant fill in the profile while they wait, but only where nobody else ever spoke for the firm here: what
 * others entered is not shown to somebody who has not proved anything yet.
 */
const letFill = async (
  tx: Transaction<Database>,
  acting: Acting,
  { claim, enterprise }: LockedClaim,
  personName: string,
): Promise<boolean> => {
  const others = await tx
    .selectFrom('membership')
    .select('person')
    .where('authority', '=', claim.authority)
    .where('enterprise', '=', enterprise.id)
    .where('person', '<>', claim.person)
    .executeTakeFirst()
  if (others) return false
  await tx
    .insertInto('membership')
    .values({
      authority: claim.authority,
      enterprise: enterprise.id,
      person: claim.person,
      person_name: personName,
      enterprise_name: enterprise.name,
      uscc: enterprise.uscc,
      role: 'owner',
      standing: 'pending',
      money_unit: 'wan',
      since: acting.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority', 'enterprise', 'person']).doUpdateSet({
        ended_at: null,
        ended_by: null,
        person_name: personName,
        enterprise_name: enterprise.name,
      }),
    )
    .execute()
  return true
}
