import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { ListDetail, ListEntry, ListSummary } from '../../contract/lists.ts'
import { filingDeclaration } from '../../regime/filing/declaration.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { officeName, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { availableActs } from '../../regime/procedure/available.ts'
import { batchDates } from '../case/load.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { prefixOf, readyStep } from './act.ts'
import { getOfficer } from './officer.ts'
import type { AnnouncementTerms, FilingTerms, ListKind, ListTable, NoticeTerms } from './tables.ts'

const PAGE_SIZE = 20

type Row = Selectable<ListTable> & { batch_title: string; firms: number }

/** Lists with the title of their batch and the number of firms still on them. */
const listsWithBatch = (tx: Transaction<Database>) =>
  tx
    .selectFrom('list')
    .innerJoin('batch', 'batch.id', 'list.batch')
    .selectAll('list')
    .select('batch.title as batch_title')
    .select(({ selectFrom }) =>
      selectFrom('list_entry')
        .select(sql<number>`count(*)::integer`.as('firms'))
        .whereRef('list_entry.authority', '=', 'list.authority')
        .whereRef('list_entry.list', '=', 'list.id')
        .where('list_entry.status', '<>', 'unlisted')
        .as('firms'),
    )

/** A list in one line, as the contract says it. */
const summaryOf = (row: Row): ListSummary => ({
  authority: row.authority,
  id: row.id,
  kind: row.kind,
  batch: row.batch,
  batchTitle: row.batch_title,
  title: row.title,
  status: row.status,
  firms: row.firms,
  preparedBy: row.prepared_by_name,
  preparedAt: row.prepared_at.toISOString(),
  decidedBy: row.decided_by_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  note: row.note,
  notice: row.kind === 'notice' ? (row.terms as NoticeTerms) : null,
  announcement: row.kind === 'announcement' ? (row.terms as AnnouncementTerms) : null,
  declaration: row.kind === 'filing' ? ((row.terms as FilingTerms).declaration ?? null) : null,
})

/**
 * The lists of a kind on this officer's desk: those that wait for a decision first, then the newest. The province sees
 * as filings what the local authorities filed.
 */
export const readLists = async (db: Kysely<Database>, actor: Actor, kind: ListKind, page: number) => {
  const { authority, roles } = getOfficer(actor)
  const received = kind === 'filing' && authority === PROVINCE
  return inScope(db, scopeOf(actor), async (tx) => {
    const rows = listsWithBatch(tx).where('list.kind', '=', kind)
    const own = received ? rows.where('list.status', '=', 'approved') : rows.where('list.authority', '=', authority)
    const { total } = await own
      .clearSelect()
      .select(sql<number>`count(*)::integer`.as('total'))
      .executeTakeFirstOrThrow()
    const found = await own
      .orderBy(sql`case list.status when 'waiting' then 0 else 1 end`)
      .orderBy('list.prepared_at', 'desc')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    const ready = received ? 0 : await countReady(tx, kind, authority)
    const mayPropose = !received && roles.includes('handler') && (kind !== 'announcement' || authority === PROVINCE)
    return { lists: found.map((row) => summaryOf(row as Row)), total, page, pageSize: PAGE_SIZE, ready, mayPropose }
  })
}

const countReady = async (tx: Transaction<Database>, kind: ListKind, authority: string): Promise<number> => {
  let ready = tx.selectFrom('cases').where('step', '=', readyStep(kind, authority))
  if (authority !== PROVINCE) ready = ready.where('authority', '=', authority)
  return (await ready.select(sql<number>`count(*)::integer`.as('ready')).executeTakeFirstOrThrow()).ready
}

/** One list with its firms; `list.not-found` where it does not exist or row security hides it. */
export const getList = async (db: Kysely<Database>, actor: Actor, today: Day, id: string): Promise<ListDetail> => {
  const officer = getOfficer(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const row = await listsWithBatch(tx).where('list.id', '=', id).executeTakeFirst()
    if (!row) throw new Refusal('list.not-found')
    const entries = await readEntries(tx, row.authority, id)
    const summary = summaryOf(row as Row)
    const available = row.status === 'waiting' ? await actsOnList(tx, actor, today, row, entries) : []
    return {
      ...summary,
      seq: row.seq,
      entries,
      available,
      ownWork: row.status === 'waiting' && row.prepared_by === officer.person && officer.roles.includes('approver'),
      declarationDraft:
        row.kind === 'filing' && row.status === 'waiting'
          ? filingDeclaration(officeName(row.authority), summary.firms)
          : null,
    }
  })
}

const readEntries = async (tx: Transaction<Database>, authority: string, list: string): Promise<ListEntry[]> => {
  const rows = await tx
    .selectFrom('list_entry')
    .leftJoin('cases', (join) =>
      join.onRef('cases.authority', '=', 'list_entry.case_authority').onRef('cases.id', '=', 'list_entry.case_id'),
    )
    .selectAll('list_entry')
    .select(['cases.step', 'cases.score_min', 'cases.score_max', 'cases.state'])
    .where('list_entry.authority', '=', authority)
    .where('list_entry.list', '=', list)
    .orderBy('position')
    .execute()
  const people = [...new Set(rows.flatMap(({ state }) => state?.visit?.verifiers ?? []))]
  const names = new Map<string, string>()
  if (people.length > 0) {
    const accounts = await tx
      .selectFrom('account')
      .select(['id', 'name'])
      .where('id', '=', sql<string>`any(${people}::uuid[])`)
      .execute()
    for (const account of accounts) names.set(account.id, account.name)
  }
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    authority: row.case_authority,
    case: row.case_id,
    name: row.name,
    uscc: row.uscc,
    status: row.status,
    note: row.note,
    step: row.step ?? '',
    scoreMin: row.score_min,
    scoreMax: row.score_max,
    visitOn: row.state?.visit?.on ?? null,
    verifiers: (row.state?.visit?.verifiers ?? []).map((person) => names.get(person) ?? ''),
  }))
}

/** What the procedure's table lets this person do with the list: with its first firm, since all stand alike. */
const actsOnList = async (
  tx: Transaction<Database>,
  actor: Actor,
  today: Day,
  list: Selectable<ListTable>,
  entries: readonly ListEntry[],
): Promise<ListDetail['available']> => {
  const first = entries.find(({ status }) => status === 'listed')
  if (!first) return []
  const found = await tx
    .selectFrom('cases')
    .select(['enterprise', 'state'])
    .where('authority', '=', first.authority)
    .where('id', '=', first.case)
    .executeTakeFirstOrThrow()
  const dates = await batchDates(tx, list.batch)
  const prefix = `${prefixOf(list.kind, list.authority)}.`
  return availableActs(actor, { authority: first.authority, today, ...found, ...dates })
    .filter(({ act }) => act.startsWith(prefix))
    .map(({ act, label, article }) => ({ act, label, article }))
}
