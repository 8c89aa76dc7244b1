import type { Kysely } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'
import { getClaimant } from '../person.ts'
import type { ClaimSubmission } from './submit.ts'

/**
 * Keeps what a claimant has filled in so far, so that a reload loses nothing. A draft is the claimant's own and no act:
 * the last state counts, sent twice it is the same.
 */
export const saveClaimDraft = async (db: Kysely<Database>, acting: Acting, draft: ClaimSubmission): Promise<null> => {
  const person = getClaimant(acting.actor)
  const { authority, claim, personName, position, phone, statement, licence, letter } = draft
  return inScope(db, authorityScope(authority), async (tx) => {
    await demandEvidence(tx, { kind: 'claim', authority, owner: claim }, [...licence, ...letter])
    const saved = await tx
      .updateTable('claim')
      .set({ person_name: personName, position, phone, statement, licence: [...licence], letter: [...letter] })
      .where('authority', '=', authority)
      .where('id', '=', claim)
      .where('person', '=', person)
      .where('status', '=', 'draft')
      .returning('id')
      .executeTakeFirst()
    if (!saved) throw new Refusal('claim.not-open')
    return null
  })
}
