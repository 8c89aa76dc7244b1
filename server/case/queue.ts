import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { stepEntry, stepNames } from '../../regime/procedure/steps.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { casesWithBatch } from './find.ts'
import { caseSummary } from './summary.ts'

/** What an officer asks of the queue. */
export interface QueueQuery {
  readonly step?: string | undefined
  readonly batch?: string | undefined
  readonly authority?: string | undefined
  readonly name?: string | undefined
  readonly view: 'mine' | 'all'
  readonly order: 'due' | 'since' | 'name'
  readonly page: number
}

const PAGE_SIZE = 50

/** The steps this officer's posts can act on. */
const ownSteps = (actor: Actor): readonly string[] => {
  if (actor.kind !== 'officer') return []
  const level = actor.authority === PROVINCE ? 'province' : 'local'
  const posts = new Set(actor.roles.map((role) => (role === 'verifier' ? role : `${level}-${role}`)))
  // Arranging the visit is the handler's, signing it the verifiers'.
  if (posts.has('local-handler')) posts.add('verifier')
  return stepNames.filter((step) => posts.has(stepEntry(step).holder))
}

/** The officer's queue: what waits, since when, until when; one page of it, with the counts of every step (第九条). */
export const queueOf = async (db: Kysely<Database>, actor: Actor, query: QueueQuery) =>
  inScope(db, scopeOf(actor), async (tx) => {
    let rows = casesWithBatch(tx).where('cases.step', '<>', 'draft')
    if (query.step) rows = rows.where('cases.step', 'in', query.step.split(','))
    else if (query.view === 'mine') rows = rows.where('cases.step', 'in', [...ownSteps(actor), '-'])
    if (query.batch) rows = rows.where('cases.batch', '=', query.batch)
    if (query.authority) rows = rows.where('cases.authority', '=', query.authority)
    if (query.name) {
      const pattern = `%${query.name.replace(/[\\%_]/g, '\\$&')}%`
      rows = rows.where((eb) => eb.or([eb('enterprise_name', 'like', pattern), eb('uscc', 'like', pattern)]))
    }
    const { total } = await rows
      .clearSelect()
      .select(sql<number>`count(*)::integer`.as('total'))
      .executeTakeFirstOrThrow()
    const order =
      query.order === 'name' ? 'cases.enterprise_name' : query.order === 'since' ? 'cases.since' : 'cases.due'
    const page = await rows
      .orderBy(order, (o) => o.asc().nullsLast())
      .orderBy('cases.since')
      .orderBy('cases.id')
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE)
      .execute()
    const counts = await tx
      .selectFrom('cases')
      .select(['step', sql<number>`count(*)::integer`.as('count')])
      .where('step', '<>', 'draft')
      .groupBy('step')
      .execute()
    return {
      cases: page.map((row) => caseSummary(row, 'official')),
      total,
      page: query.page,
      pageSize: PAGE_SIZE,
      counts: Object.fromEntries(counts.map(({ step, count }) => [step, count])),
    }
  })
