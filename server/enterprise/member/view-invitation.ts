import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getClaimant } from '../person.ts'
import { getInvitation } from './find-invitation.ts'
import { parseToken } from './invitation-token.ts'

/** What an invitation offers, to be read before it is accepted. */
export const viewInvitation = async (db: Kysely<Database>, actor: Actor, now: string, link: string) => {
  const person = getClaimant(actor)
  const token = parseToken(link)
  return inScope(db, authorityScope(token.authority), async (tx) => {
    const invitation = await getInvitation(tx, token, person, now)
    const enterprise = await tx
      .selectFrom('enterprise')
      .select(['id', 'name', 'uscc'])
      .where('authority', '=', token.authority)
      .where('id', '=', invitation.enterprise)
      .executeTakeFirstOrThrow()
    return {
      enterprise: enterprise.id,
      name: enterprise.name,
      uscc: enterprise.uscc,
      authority: token.authority,
      role: invitation.role,
      by: invitation.created_by_name,
      expiresAt: invitation.expires_at.toISOString(),
      accepted: invitation.accepted_by !== null,
    }
  })
}
