import { type Kysely, sql } from 'kysely'
import type { VisitEntry } from '../../contract/visit.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { readContacts } from '../enterprise/contacts.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { readNames } from './record.ts'

const PAGE_SIZE = 50

interface VisitsQuery {
  readonly view: 'mine' | 'all'
  readonly scheduled: 'yes' | 'no'
  readonly page: number
}

const day = sql<string | null>`cases.state -> 'visit' ->> 'on'`

/** The on-site verifications of the officer's own office that are still to be made, the earliest first (第九条). */
export const visitsOf = async (db: Kysely<Database>, actor: Actor, { view, scheduled, page }: VisitsQuery) => {
  if (actor.kind !== 'officer') throw new Refusal('session.not-admitted')
  const { authority, person } = actor
  return inScope(db, scopeOf(actor), async (tx) => {
    let waiting = tx.selectFrom('cases').where('cases.authority', '=', authority).where('cases.step', '=', 'visit')
    waiting = waiting.where(day, scheduled === 'yes' ? 'is not' : 'is', null)
    if (view === 'mine')
      waiting = waiting.where(sql<boolean>`cases.state -> 'visit' -> 'verifiers' @> to_jsonb(${person}::text)`)
    const { total } = await waiting.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .leftJoin('visit_draft', (join) =>
        join.onRef('visit_draft.authority', '=', 'cases.authority').onRef('visit_draft.case_id', '=', 'cases.id'),
      )
      .select(['cases.id', 'enterprise', 'enterprise_name', 'uscc', 'state', 'since', 'due'])
      .select(sql<number>`coalesce(jsonb_array_length(visit_draft.findings -> 'lines'), 0)`.as('noted'))
      .orderBy(day)
      .orderBy('since')
      .orderBy('enterprise_name')
      .orderBy('cases.id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    const names = await readNames(
      tx,
      rows.flatMap(({ state }) => state.visit?.verifiers ?? []),
    )
    const contacts = await readContacts(
      tx,
      authority,
      rows.map(({ enterprise }) => enterprise),
    )
    const visits = rows.map(
      ({ id, enterprise, enterprise_name, uscc, state: { visit }, since, due, noted }): VisitEntry => ({
        case: id,
        enterpriseName: enterprise_name,
        uscc,
        on: visit?.on ?? null,
        verifiers: (visit?.verifiers ?? []).map((one) => ({
          id: one,
          name: names.get(one) ?? '',
          signed: visit?.signedBy.includes(one) === true,
        })),
        contact: contacts.get(enterprise) ?? null,
        noted,
        since,
        due,
      }),
    )
    return { visits, total, page, pageSize: PAGE_SIZE }
  })
}
