import type { clock as clockContract } from '../../contract/clock.ts'
import { dayInShanghai } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Handlers } from '../http/handling.ts'
import { advanceDemoClock } from './advance.ts'
import type { Clock } from './clock.ts'

/** What the clock's noun needs besides the request: the law's clock and the daily work to do when days pass. */
export interface ClockServices {
  readonly clock: Clock
  /** Runs the daily clock at once (公示期满, 逾期…); see server/jobs. */
  readonly wake: () => Promise<unknown>
}

/** The system's day, and the demo's power to let days pass. */
export const clockHandlers = ({ clock, wake }: ClockServices): Handlers<typeof clockContract> => ({
  read: async (_, { today, now, mode }) => ({ today, now, demo: mode === 'demo' }),
  advance: async ({ body }, { db, wall, mode }) => {
    if (mode !== 'demo') throw new Refusal('clock.not-demo')
    await advanceDemoClock(db, wall, body.days)
    await wake()
    const now = await clock.now()
    return { today: dayInShanghai(now), now, demo: true }
  },
})
