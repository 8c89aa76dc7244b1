import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import { getFirm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'

/** Who speaks for the firm, and to whom invitations are out. */
export const readMembers = async (db: Kysely<Database>, actor: Actor, now: string) => {
  const firm = getFirm(actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    const members = await tx
      .selectFrom('membership')
      .select(['person', 'person_name', 'role', 'standing', 'since'])
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('ended_at', 'is', null)
      .orderBy('since')
      .orderBy('person')
      .execute()
    const invitations = await tx
      .selectFrom('invitation')
      .select(['id', 'invitee', 'role', 'created_by_name', 'created_at', 'expires_at'])
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date(now))
      .orderBy('created_at')
      .execute()
    return {
      members: members.map((row) => ({
        person: row.person,
        name: row.person_name,
        role: row.role,
        standing: row.standing,
        since: row.since.toISOString(),
        self: row.person === firm.person,
      })),
      invitations: invitations.map((row) => ({
        id: row.id,
        invitee: row.invitee,
        role: row.role,
        by: row.created_by_name,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
      })),
    }
  })
}
