import type { Kysely } from 'kysely'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { lockEnterprise } from '../lock.ts'
import { getClaimant, ownName } from '../person.ts'

export interface ClaimOpening {
  readonly authority: LocalCode
  readonly enterprise: string
}

/**
 * Begins a person's claim to speak for an enterprise: a draft under which licence and letter are uploaded. Begun before
 * and not handed in, it is the same draft again.
 */
export const openClaim = async (
  db: Kysely<Database>,
  acting: Acting,
  request: ClaimOpening,
): Promise<{ claim: string; authority: LocalCode }> => {
  const person = getClaimant(acting.actor)
  const { authority } = request
  const name = await ownName(db, person)
  return inScope(db, authorityScope(authority), (tx) =>
    once(tx, acting, authority, { verb: 'claim.open', person, ...request }, async () => {
      const enterprise = await lockEnterprise(tx, authority, request.enterprise)
      const standing = await tx
        .selectFrom('membership')
        .select(['role', 'standing'])
        .where('authority', '=', authority)
        .where('enterprise', '=', enterprise.id)
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (standing?.role === 'owner' && standing.standing === 'confirmed') throw new Refusal('claim.already-owner')
      const open = await tx
        .selectFrom('claim')
        .select(['id', 'status'])
        .where('authority', '=', authority)
        .where('enterprise', '=', enterprise.id)
        .where('person', '=', person)
        .where('status', 'in', ['draft', 'waiting', 'proposed'])
        .executeTakeFirst()
      if (open && open.status !== 'draft') throw new Refusal('claim.already-open', { claim: open.id })
      const claim = open?.id ?? acting.newId()
      if (!open)
        await tx
          .insertInto('claim')
          .values({
            authority,
            id: claim,
            enterprise: enterprise.id,
            enterprise_name: enterprise.name,
            uscc: enterprise.uscc,
            person,
            person_name: name,
            position: '',
            phone: '',
            statement: '',
            licence: [],
            letter: [],
            status: 'draft',
            since: acting.now,
            seq: 0,
          })
          .execute()
      return { claim, authority }
    }),
  )
}
