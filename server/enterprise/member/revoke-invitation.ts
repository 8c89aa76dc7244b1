import type { Kysely } from 'kysely'
import { getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { lockEnterprise, nextSeq } from '../lock.ts'
import { getOwner } from './owner.ts'

/** An owner takes back an invitation that nobody used; taking back what is gone changes nothing. */
export const revokeInvitation = async (db: Kysely<Database>, acting: Acting, id: string): Promise<null> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    await getOwner(tx, firm)
    const enterprise = await lockEnterprise(tx, firm.authority, firm.enterprise)
    const revoked = await tx
      .updateTable('invitation')
      .set({ revoked_at: acting.now, revoked_by: firm.person })
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (revoked)
      await appendActs(tx, acting, [
        {
          authority: firm.authority,
          subjectKind: 'enterprise',
          subject: firm.enterprise,
          subjectSeq: await nextSeq(tx, enterprise),
          enterprise: firm.enterprise,
          act: 'member.revoke',
          payload: { invitation: id },
        },
      ])
    return null
  })
}
