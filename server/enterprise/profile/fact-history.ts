import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import { getFirm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { entryOf, memberNames } from './load.ts'
import { demandPlace } from './write.ts'

const MOST = 200

/** Everything that ever stood at one place of the profile, the latest first. */
export const readFactHistory = async (db: Kysely<Database>, actor: Actor, path: string) => {
  const firm = getFirm(actor)
  demandPlace(path)
  return inScope(db, scopeOf(firm), async (tx) => {
    const rows = await tx
      .selectFrom('fact_change')
      .selectAll()
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('path', '=', path)
      .orderBy('version', 'desc')
      .limit(MOST)
      .execute()
    const names = await memberNames(tx, firm.authority, firm.enterprise)
    return rows.map((row) => {
      const entry = entryOf(row)
      return { ...entry, evidence: [...entry.evidence], by: names.get(entry.person) ?? '' }
    })
  })
}
