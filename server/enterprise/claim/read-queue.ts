import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { getLocalOfficer } from '../officer.ts'

const PAGE = 50

export interface QueueQuery {
  readonly show: 'open' | 'decided'
  readonly page: number
}

/** Claims at the officer's authority: those that wait, the longest first, or those decided, the latest first. */
export const readClaimQueue = async (db: Kysely<Database>, actor: Actor, { show, page }: QueueQuery) => {
  const { authority } = getLocalOfficer(actor)
  const statuses =
    show === 'open' ? (['waiting', 'proposed'] as const) : (['confirmed', 'refused', 'withdrawn'] as const)
  return inScope(db, authorityScope(authority), async (tx) => {
    const own = tx.selectFrom('claim').where('claim.authority', '=', authority).where('claim.status', 'in', statuses)
    const rows = await own
      .select(['id', 'enterprise', 'enterprise_name', 'uscc', 'person_name', 'status', 'since', 'outcome'])
      // Another speaks for the firm, or asks to as well: the same as `isDispute` of one locked claim.
      .select(({ exists, selectFrom, or }) =>
        or([
          exists(
            selectFrom('membership as other')
              .select(sql`1`.as('one'))
              .whereRef('other.authority', '=', 'claim.authority')
              .whereRef('other.enterprise', '=', 'claim.enterprise')
              .whereRef('other.person', '<>', 'claim.person')
              .where('other.role', '=', 'owner')
              .where('other.standing', '=', 'confirmed')
              .where('other.ended_at', 'is', null),
          ),
          exists(
            selectFrom('claim as rival')
              .select(sql`1`.as('one'))
              .whereRef('rival.authority', '=', 'claim.authority')
              .whereRef('rival.enterprise', '=', 'claim.enterprise')
              .whereRef('rival.id', '<>', 'claim.id')
              .where('rival.status', 'in', ['waiting', 'proposed']),
          ),
        ]).as('dispute'),
      )
      .orderBy('since', show === 'open' ? 'asc' : 'desc')
      .orderBy('id')
      .limit(PAGE)
      .offset((page - 1) * PAGE)
      .execute()
    const { total } = await own.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return {
      total: Number(total),
      pageSize: PAGE,
      claims: rows.map((row) => ({
        id: row.id,
        enterprise: row.enterprise,
        enterpriseName: row.enterprise_name,
        uscc: row.uscc,
        claimant: row.person_name,
        status: row.status,
        since: row.since.toISOString(),
        outcome: row.outcome,
        dispute: Boolean(row.dispute),
      })),
    }
  })
}
