import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../../regime/kernel/errors.ts'
import { getFirm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { loadProfile, memberNames } from './load.ts'

/** The firm's profile as its people edit it. */
export const readProfile = async (db: Kysely<Database>, actor: Actor) => {
  const firm = getFirm(actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    const enterprise = await tx
      .selectFrom('enterprise')
      .select(['id', 'authority', 'name', 'uscc', 'uscc_confirmed'])
      .where('authority', '=', firm.authority)
      .where('id', '=', firm.enterprise)
      .executeTakeFirst()
    const membership = await tx
      .selectFrom('membership')
      .select(['standing', 'money_unit'])
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('person', '=', firm.person)
      .executeTakeFirst()
    if (!enterprise || !membership) throw new Refusal('enterprise.not-found')
    const names = await memberNames(tx, firm.authority, firm.enterprise)
    const entries = await loadProfile(tx, firm.authority, firm.enterprise)
    return {
      enterprise: {
        id: enterprise.id,
        authority: firm.authority,
        name: enterprise.name,
        uscc: enterprise.uscc,
        usccConfirmed: enterprise.uscc_confirmed,
      },
      role: firm.role,
      standing: membership.standing,
      unit: membership.money_unit,
      entries: entries.map((entry) => ({ ...entry, evidence: [...entry.evidence], by: names.get(entry.person) ?? '' })),
    }
  })
}
