import type { Kysely } from 'kysely'
import type { LocalCode } from '../../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import { tell } from '../../journal/tell.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { lockEnterprise, nextSeq } from '../lock.ts'
import { getClaimant, ownName } from '../person.ts'
import { getInvitation } from './find-invitation.ts'
import { parseToken } from './invitation-token.ts'

/** A person with an account takes up an invitation and speaks for the firm from now on; the link is used up. */
export const acceptInvitation = async (
  db: Kysely<Database>,
  acting: Acting,
  link: string,
): Promise<{ enterprise: string; authority: LocalCode }> => {
  const person = getClaimant(acting.actor)
  const token = parseToken(link)
  const { authority, id } = token
  const name = await ownName(db, person)
  return inScope(db, authorityScope(authority), async (tx) => {
    const invitation = await getInvitation(tx, token, person, acting.now)
    const answer = { enterprise: invitation.enterprise, authority }
    // Accepted before by the same person: the answer was lost, nothing is to be done.
    if (invitation.accepted_by === person) return answer
    const enterprise = await lockEnterprise(tx, authority, invitation.enterprise)
    const standing = await tx
      .selectFrom('membership')
      .select('standing')
      .where('authority', '=', authority)
      .where('enterprise', '=', enterprise.id)
      .where('person', '=', person)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (standing?.standing === 'confirmed') throw new Refusal('member.already')
    const granted = { role: invitation.role, standing: 'confirmed', person_name: name, since: acting.now } as const
    await tx
      .insertInto('membership')
      .values({
        authority,
        enterprise: enterprise.id,
        person,
        enterprise_name: enterprise.name,
        uscc: enterprise.uscc,
        money_unit: 'wan',
        ...granted,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['authority', 'enterprise', 'person'])
          .doUpdateSet({ ...granted, ended_at: null, ended_by: null }),
      )
      .execute()
    await tx
      .updateTable('invitation')
      .set({ accepted_by: person, accepted_at: acting.now })
      .where('authority', '=', authority)
      .where('id', '=', id)
      .execute()
    const subject = { authority, subjectKind: 'enterprise' as const, subject: enterprise.id, enterprise: enterprise.id }
    await appendActs(tx, acting, [
      {
        ...subject,
        subjectSeq: await nextSeq(tx, enterprise),
        act: 'member.join',
        payload: { invitation: id, role: invitation.role },
      },
    ])
    await tell(tx, acting, [{ ...subject, topic: 'member.join', payload: { name, enterprise: enterprise.name } }])
    return answer
  })
}
