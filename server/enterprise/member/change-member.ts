import type { Kysely, Transaction } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { type Firm, getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import { appendActs } from '../../journal/append.ts'
import { once } from '../../journal/once.ts'
import { tell } from '../../journal/tell.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { lockEnterprise, nextSeq } from '../lock.ts'
import type { MemberRole } from '../tables.ts'
import { getOwner } from './owner.ts'

export interface MemberChange {
  readonly person: string
  /** What they are from now on. */
  readonly to: MemberRole | 'removed'
}

/**
 * An owner makes a colleague owner or member, or ends their membership; anyone may end their own. The firm always keeps
 * one owner (`member.last-owner`). The enterprise is locked, so two owners cannot remove each other at once.
 */
export const changeMember = async (
  db: Kysely<Database>,
  acting: Acting,
  request: MemberChange,
): Promise<{ person: string; role: MemberRole | 'removed' }> => {
  const firm = getFirm(acting.actor)
  const { person, to } = request
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'member.change', by: firm.person, ...request }, async () => {
      const enterprise = await lockEnterprise(tx, firm.authority, firm.enterprise)
      if (person !== firm.person || to !== 'removed') await getOwner(tx, firm)
      const member = await current(tx, firm, person)
      if (member.role === 'owner' && to !== 'owner') await demandAnotherOwner(tx, firm, person)
      if (member.role === to) return { person, role: to }
      await tx
        .updateTable('membership')
        .set(to === 'removed' ? { ended_at: acting.now, ended_by: firm.person } : { role: to })
        .where('authority', '=', firm.authority)
        .where('enterprise', '=', firm.enterprise)
        .where('person', '=', person)
        .execute()
      const subject = {
        authority: firm.authority,
        subjectKind: 'enterprise' as const,
        subject: firm.enterprise,
        enterprise: firm.enterprise,
      }
      const act = to === 'removed' ? 'member.remove' : 'member.change-role'
      const subjectSeq = await nextSeq(tx, enterprise)
      await appendActs(tx, acting, [
        { ...subject, subjectSeq, act, payload: { member: person, from: member.role, to } },
      ])
      const topic = to === 'removed' ? 'member.leave' : 'member.change'
      await tell(tx, acting, [{ ...subject, topic, payload: { name: member.name, to } }])
      return { person, role: to }
    }),
  )
}

const current = async (tx: Transaction<Database>, firm: Firm, person: string) => {
  const member = await tx
    .selectFrom('membership')
    .select(['role', 'person_name as name'])
    .where('authority', '=', firm.authority)
    .where('enterprise', '=', firm.enterprise)
    .where('person', '=', person)
    .where('standing', '=', 'confirmed')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!member) throw new Refusal('member.not-found')
  return member
}

const demandAnotherOwner = async (tx: Transaction<Database>, firm: Firm, person: string): Promise<void> => {
  const another = await tx
    .selectFrom('membership')
    .select('person')
    .where('authority', '=', firm.authority)
    .where('enterprise', '=', firm.enterprise)
    .where('role', '=', 'owner')
    .where('standing', '=', 'confirmed')
    .where('person', '<>', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!another) throw new Refusal('member.last-owner')
}
