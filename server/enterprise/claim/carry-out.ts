import type { Transaction } from 'kysely'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { getPerson } from '../person.ts'
import type { FormerOwners, MemberRole } from '../tables.ts'
import { endPending } from './end-pending.ts'
import type { LockedClaim } from './lock.ts'
import type { Opinion } from './outcome.ts'

/** Puts a decision on a claim into effect. */
export const carryOut = async (
  tx: Transaction<Database>,
  acting: Acting,
  locked: LockedClaim,
  { outcome, formerOwners = 'stay-members' }: Opinion,
): Promise<void> => {
  if (outcome === 'refuse') return endPending(tx, acting, locked)
  if (outcome === 'member') return admit(tx, acting, locked, 'member')
  await displace(tx, acting, locked, formerOwners)
  await admit(tx, acting, locked, 'owner')
  const { authority, id, claimed_at } = locked.enterprise
  await tx
    .updateTable('enterprise')
    .set({ claimed_at: claimed_at?.toISOString() ?? acting.now })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .execute()
}

const admit = async (
  tx: Transaction<Database>,
  acting: Acting,
  { claim, enterprise }: LockedClaim,
  role: MemberRole,
): Promise<void> => {
  const granted = { role, standing: 'confirmed', person_name: claim.person_name, since: acting.now } as const
  await tx
    .insertInto('membership')
    .values({
      authority: claim.authority,
      enterprise: enterprise.id,
      person: claim.person,
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
}

/** The owners of until now stay as members or leave; others who were only waiting no longer fill in. */
const displace = async (
  tx: Transaction<Database>,
  acting: Acting,
  { claim, enterprise }: LockedClaim,
  formerOwners: FormerOwners,
): Promise<void> => {
  const others = () =>
    tx
      .updateTable('membership')
      .where('authority', '=', claim.authority)
      .where('enterprise', '=', enterprise.id)
      .where('person', '<>', claim.person)
      .where('ended_at', 'is', null)
  const ended = { ended_at: acting.now, ended_by: getPerson(acting.actor) }
  await others().where('standing', '=', 'pending').set(ended).execute()
  const owners = others().where('role', '=', 'owner')
  if (formerOwners === 'stay-members') {
    await owners.set({ role: 'member' }).execute()
    return
  }
  await owners.set(ended).execute()
  // Links they handed out while they were owners open the firm to nobody any more.
  await tx
    .updateTable('invitation')
    .set({ revoked_at: acting.now, revoked_by: getPerson(acting.actor) })
    .where('authority', '=', claim.authority)
    .where('enterprise', '=', enterprise.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
