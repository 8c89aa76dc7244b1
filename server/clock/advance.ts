import type { Kysely } from 'kysely'
import { dayInShanghai } from '../../regime/kernel/day.ts'
import type { Database } from '../store/database.ts'

/**
 * Lets days pass on the demo's clock. The first time it also starts the clock, at the machine's own day, so that a demo
 * without an origin can be played too. Not an official act: it exists in demo mode only.
 */
export const advanceDemoClock = async (db: Kysely<Database>, wall: string, days: number): Promise<void> => {
  await db
    .insertInto('demo_clock')
    .values({ id: 1, started_at: wall, origin: dayInShanghai(wall), advanced_days: days })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ advanced_days: eb('demo_clock.advanced_days', '+', days) })),
    )
    .execute()
}
