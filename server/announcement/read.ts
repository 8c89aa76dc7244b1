import { type Kysely, sql } from 'kysely'
import type { PublicAnnouncement } from '../../contract/announcements.ts'
import { type AuthorityCode, officeName } from '../../regime/jurisdiction/authorities.ts'
import type { PublicationRow } from '../publication/read.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'

const PAGE_SIZE = 20

/** A published announcement as everybody reads it. */
export const publicAnnouncement = (row: PublicationRow): PublicAnnouncement => ({
  authority: row.authority as AuthorityCode,
  id: row.id,
  office: officeName(row.authority),
  title: row.title,
  tier: row.tier,
  batchTitle: row.batch_title,
  documentNumber: row.document_number ?? '',
  firms: row.firms,
  publishedOn: row.published_on,
  validFrom: row.valid_from ?? '',
  validTo: row.valid_to ?? '',
})

/** Announcements, the latest first. */
export const readAnnouncements = (db: Kysely<Database>, page: number, pageSize = PAGE_SIZE) =>
  inScope(db, 'public', async (tx) => {
    const all = tx.selectFrom('publication').where('kind', '=', 'announcement')
    const { total } = await all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
    const rows = await all
      .selectAll()
      .orderBy('published_on', 'desc')
      .orderBy('title')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    return { announcements: rows.map(publicAnnouncement), total, page, pageSize }
  })
