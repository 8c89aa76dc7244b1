import type { Kysely } from 'kysely'
import { addDays, endOfDay } from '../../../regime/kernel/day.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { getFirm } from '../../case/application.ts'
import { newToken, tokenDigest } from '../../identity/token.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { lockEnterprise, nextSeq } from '../lock.ts'
import type { MemberRole } from '../tables.ts'
import { formatToken } from './invitation-token.ts'
import { getOwner } from './owner.ts'

/** A link works once, until the end of the seventh day after it was made. */
export const INVITATION_DAYS = 7
/** Unused invitations a firm may have out. */
const MOST_OPEN = 20

export interface InvitationRequest {
  /** For whom it is meant, as the owner notes it. */
  readonly invitee: string
  readonly role: MemberRole
}

export interface InvitationMade {
  readonly id: string
  /** Shown once; only its hash is kept. */
  readonly token: string
  readonly expiresAt: string
}

/**
 * An owner makes a link for a colleague. The id is the request's key: sent again after a lost answer, the same
 * invitation gets a new secret and the lost one opens nothing.
 */
export const invite = async (
  db: Kysely<Database>,
  acting: Acting,
  request: InvitationRequest,
): Promise<InvitationMade> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    const { name } = await getOwner(tx, firm)
    const enterprise = await lockEnterprise(tx, firm.authority, firm.enterprise)
    const id = acting.idempotencyKey
    const secret = newToken(acting.random)
    const expiresAt = endOfDay(addDays(acting.today, INVITATION_DAYS))
    const token = formatToken({ authority: firm.authority, id, secret })
    const again = await tx
      .updateTable('invitation')
      .set({ token_hash: tokenDigest(secret) })
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('id', '=', id)
      .where('created_by', '=', firm.person)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('expires_at')
      .executeTakeFirst()
    if (again) return { id, token, expiresAt: again.expires_at.toISOString() }
    const { open } = await tx
      .selectFrom('invitation')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date(acting.now))
      .executeTakeFirstOrThrow()
    if (Number(open) >= MOST_OPEN) throw new Refusal('invitation.too-many')
    const entered = await tx
      .insertInto('invitation')
      .values({
        authority: firm.authority,
        id,
        enterprise: firm.enterprise,
        role: request.role,
        invitee: request.invitee,
        token_hash: tokenDigest(secret),
        created_by: firm.person,
        created_by_name: name,
        created_at: acting.now,
        expires_at: expiresAt,
      })
      .onConflict((conflict) => conflict.columns(['authority', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!entered) throw new Refusal('act.key-reused')
    await appendActs(tx, acting, [
      {
        authority: firm.authority,
        subjectKind: 'enterprise',
        subject: firm.enterprise,
        subjectSeq: await nextSeq(tx, enterprise),
        enterprise: firm.enterprise,
        act: 'member.invite',
        payload: { invitation: id, role: request.role },
      },
    ])
    return { id, token, expiresAt: new Date(expiresAt).toISOString() }
  })
}
