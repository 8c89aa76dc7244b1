import type { Kysely } from 'kysely'
import { addDays, type Day, dayInShanghai, daysBetween } from '../../regime/kernel/day.ts'
import type { Database } from '../store/database.ts'
import type { Clock } from './clock.ts'

const DAY_MS = 86_400_000

/**
 * The demo's clock: the machine's time of day on a day of its own. The day starts at `origin`, moves on with the
 * machine's days since `started_at` and by the days a visitor has advanced. Without a row it is the machine's time.
 * Read from the database each time, so that all processes agree at once.
 */
export const demoClock = (db: Kysely<Database>, wall: () => string): Clock => ({
  now: async () => {
    const instant = wall()
    const row = await db
      .selectFrom('demo_clock')
      .select(['started_at', 'origin', 'advanced_days'])
      .where('id', '=', 1)
      .executeTakeFirst()
    if (!row) return instant
    const started = dayInShanghai(row.started_at.toISOString())
    const shift = daysBetween(started, addDays(row.origin as Day, row.advanced_days))
    return new Date(Date.parse(instant) + shift * DAY_MS).toISOString()
  },
})
