import { sql } from 'kysely'
import type { home } from '../../contract/home.ts'
import { readAnnouncements } from '../announcement/read.ts'
import type { Handlers } from '../http/handling.ts'
import { readNotices } from '../notice/read.ts'
import { inScope } from '../store/scope.ts'

const SHOWN = 5

/** What the front page shows: what runs, what was announced, what is open. */
export const homeHandlers: Handlers<typeof home> = {
  read: async (_, { db, today }) => {
    const { notices, running } = await readNotices(db, today, { state: 'running', page: 1 })
    const { announcements } = await readAnnouncements(db, 1, SHOWN)
    const { batches, titles } = await inScope(db, 'public', async (tx) => ({
      batches: await tx
        .selectFrom('batch')
        .select(['id', 'title', 'document_number', 'tier', 'opens_on', 'closes_on'])
        .where('status', '=', 'open')
        .where('closes_on', '>=', today)
        .orderBy('closes_on')
        .limit(SHOWN)
        .execute(),
      titles: await tx
        .selectFrom('title')
        .select(['tier', sql<number>`count(*)::integer`.as('count')])
        .where('status', '=', 'valid')
        .where('valid_from', '<=', today)
        .where('valid_to', '>=', today)
        .groupBy('tier')
        .execute(),
    }))
    return {
      today,
      notices: notices.slice(0, SHOWN),
      runningNotices: running,
      announcements,
      batches: batches.map((batch) => ({
        id: batch.id,
        title: batch.title,
        documentNumber: batch.document_number,
        tier: batch.tier,
        opensOn: batch.opens_on,
        closesOn: batch.closes_on,
        accepting: batch.opens_on <= today,
      })),
      titles: Object.fromEntries(titles.map(({ tier, count }) => [tier, count])),
    }
  },
}
