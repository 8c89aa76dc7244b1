import { type Kysely, sql } from 'kysely'
import type { PublicNotice } from '../../contract/notices.ts'
import { type AuthorityCode, officeName, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { type Day, daysBetween } from '../../regime/kernel/day.ts'
import type { PublicationRow } from '../publication/read.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'

const PAGE_SIZE = 20

/** A published notice as everybody reads it on `today`. */
export const publicNotice = (row: PublicationRow, today: Day): PublicNotice => {
  const from = row.starts_on as Day
  const to = row.ends_on as Day
  return {
    authority: row.authority as AuthorityCode,
    id: row.id,
    office: officeName(row.authority),
    level: row.authority === PROVINCE ? 'province' : 'local',
    title: row.title,
    tier: row.tier,
    batchTitle: row.batch_title,
    firms: row.firms,
    publishedOn: row.published_on,
    from,
    to,
    basis: row.basis ?? 'workday',
    days: row.days ?? 0,
    provisional: row.provisional,
    state: today < from ? 'ahead' : today > to ? 'ended' : 'running',
    daysLeft: daysBetween(today, to),
    contact: row.contact ?? { phone: '' },
  }
}

export interface NoticesAsked {
  readonly state: 'running' | 'ended'
  readonly place?: string | undefined
  readonly page: number
}

/** Notices for everybody: the running ones that end first, or the ended ones, the latest first. */
export const readNotices = (db: Kysely<Database>, today: Day, { state, place, page }: NoticesAsked) =>
  inScope(db, 'public', async (tx) => {
    let all = tx.selectFrom('publication').where('kind', '=', 'notice')
    if (place) all = all.where('authority', '=', place)
    const counts = await all
      .select(sql<number>`count(*) filter (where ends_on >= ${today})::integer`.as('running'))
      .select(sql<number>`count(*) filter (where ends_on < ${today})::integer`.as('ended'))
      .executeTakeFirstOrThrow()
    const rows = await all
      .selectAll()
      .where('ends_on', state === 'running' ? '>=' : '<', today)
      .orderBy('ends_on', state === 'running' ? 'asc' : 'desc')
      .orderBy('title')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    const notices = rows.map((row) => publicNotice(row, today))
    return { notices, total: counts[state], page, pageSize: PAGE_SIZE, ...counts }
  })
