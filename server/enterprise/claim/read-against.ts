import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import { getFirm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { getOwner } from '../member/owner.ts'

/**
 * Claims by others on the owner's firm that wait for a decision. The owner reads who claims and why, to answer; not the
 * claimant's papers or telephone, which are the authority's to compare.
 */
export const readClaimsAgainst = async (db: Kysely<Database>, actor: Actor) => {
  const firm = getFirm(actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    await getOwner(tx, firm)
    const rows = await tx
      .selectFrom('claim')
      .select(['id', 'person_name', 'position', 'statement', 'since', 'answer', 'answered_by_name', 'answered_at'])
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('person', '<>', firm.person)
      .where('status', 'in', ['waiting', 'proposed'])
      .orderBy('since')
      .execute()
    return rows.map((row) => ({
      claim: row.id,
      name: row.person_name,
      position: row.position,
      statement: row.statement,
      since: row.since.toISOString(),
      answer: row.answer,
      answeredBy: row.answered_by_name,
      answeredAt: row.answered_at?.toISOString() ?? null,
    }))
  })
}
