import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalOf } from '../../regime/procedure/available.ts'
import { findRow } from '../../regime/procedure/fold.ts'
import { batchDates } from '../case/load.ts'
import { getHandling, getOfficer } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope, scopeOf } from '../store/scope.ts'
import { readReceipt } from './receipt.ts'

/** Objections against the office's own notices: those that wait first, the longest waiting on top. Never who objected. */
export const readObjections = async (db: Kysely<Database>, actor: Actor, page: number, pageSize: number) => {
  const { authority } = getOfficer(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const own = tx.selectFrom('objection').where('objection.authority', '=', authority)
    const rows = await own
      .innerJoin('list', (join) =>
        join.onRef('list.authority', '=', 'objection.authority').onRef('list.id', '=', 'objection.notice'),
      )
      .selectAll('objection')
      .select(['list.title as notice_title', 'list.terms'])
      .orderBy(sql`case objection.status when 'open' then 0 when 'proposed' then 0 else 1 end`)
      .orderBy('received_at')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    const counts = await own
      .groupBy('status')
      .select('status')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .execute()
    return { rows, counts: Object.fromEntries(counts.map(({ status, count }) => [status, Number(count)])) }
  })
}

/** What can be done with one objection, with what the table needs to know of the act beforehand. */
const objectionActs = [
  ['objection.propose', { outcome: 'unfounded', reasons: '' }],
  ['objection.confirm', {}],
  ['objection.send-back', { note: '' }],
] as const

/**
 * One objection with its evidence, its record and what this person may do with it now; `objection.not-found` for
 * everybody but the issuing authority, and nothing for those of its officers who do not handle it.
 */
export const getObjection = async (db: Kysely<Database>, actor: Actor, today: Day, id: string) => {
  const { authority } = getHandling(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const objection = await tx
      .selectFrom('objection')
      .innerJoin('list', (join) =>
        join.onRef('list.authority', '=', 'objection.authority').onRef('list.id', '=', 'objection.notice'),
      )
      .innerJoin('cases', (join) =>
        join.onRef('cases.authority', '=', 'objection.case_authority').onRef('cases.id', '=', 'objection.case_id'),
      )
      .selectAll('objection')
      .select([
        'list.title as notice_title',
        'list.terms',
        'cases.uscc',
        'cases.enterprise',
        'cases.state',
        'cases.batch',
      ])
      .where('objection.authority', '=', authority)
      .where('objection.id', '=', id)
      .executeTakeFirst()
    if (!objection) throw new Refusal('objection.not-found')
    const acts = await tx
      .selectFrom('act')
      .leftJoin('account', 'account.id', 'act.person')
      .select(['act.act', 'act.at', 'act.payload', 'account.name as by'])
      .where('act.authority', '=', authority)
      .where('act.subject', '=', id)
      .orderBy('act.subject_seq')
      .execute()
    const evidence = await tx
      .selectFrom('evidence')
      .select(['id', 'name', 'media_type as mediaType', 'bytes'])
      .where('authority', '=', authority)
      .where('id', '=', sql<string>`any(${objection.evidence}::uuid[])`)
      .orderBy('uploaded_at')
      .execute()
    const { case_authority, enterprise, state } = objection
    const view = { authority: case_authority, enterprise, state, today, ...(await batchDates(tx, objection.batch)) }
    const available = objectionActs.flatMap(([act, payload]) => {
      const row = findRow(state, act)
      const of = { objection: id, ...payload }
      return row && refusalOf(act, actor, view, of as never) === undefined
        ? [{ act, label: row.label, article: row.article }]
        : []
    })
    return { objection, acts, evidence, available }
  })
}

/**
 * What became of an objection, for whoever holds its receipt number. Anything that is no receipt number, or one nobody
 * was given, is `objection.not-found`.
 */
export const followObjection = async (db: Kysely<Database>, typed: string) => {
  const read = readReceipt(typed)
  if (!read) throw new Refusal('objection.not-found')
  const { receipt, authority } = read
  const row = await inScope(db, authorityScope(authority), (tx) =>
    tx
      .selectFrom('objection')
      .select(['status', 'opinion', 'received_on', 'decided_on', 'enterprise_name', 'notice', 'receipt'])
      .where('authority', '=', authority)
      .where('receipt', '=', receipt)
      .executeTakeFirst(),
  )
  if (!row) throw new Refusal('objection.not-found')
  return { ...row, authority }
}
