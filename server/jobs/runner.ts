import type { Kysely } from 'kysely'
import { localAuthorities, province } from '../../regime/jurisdiction/authorities.ts'
import { dayInShanghai } from '../../regime/kernel/day.ts'
import type { Clock } from '../clock/clock.ts'
import { clearUploads } from '../evidence/dropUpload.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { expireSessions } from '../identity/expire.ts'
import { deliverOutbox } from '../inbox/deliver.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'
import { type ClockReport, runClock } from './clock.ts'

/** What the runner needs; `log` hears what could not be done. */
export interface RunnerOptions extends Pick<Acting, 'newId' | 'random'> {
  readonly db: Kysely<Database>
  readonly evidence: EvidenceStore
  /** The law's clock: the demo's in demo mode. */
  readonly clock: Clock
  /** The machine's instant, on which sessions run out. */
  readonly wall: () => string
  readonly log: { error(details: object, message: string): void }
}

/** Wakes the daily clock and delivers messages. */
export interface Runner {
  /** Does now everything that is due, e.g. when the demo's clock is advanced; after a run under way, not beside it. */
  wake(): Promise<ClockReport>
  /** Stops waking and waits for the run under way. */
  stop(): Promise<void>
}

const MINUTE = 60_000

/**
 * Runs what is due at once and then every minute. Only a helper of the record: the dates stand in the database, a run
 * missed or repeated is harmless, and any number of processes may have one.
 */
export const startRunner = ({ db, evidence, clock, wall, newId, random, log }: RunnerOptions): Runner => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()

  const run = async (): Promise<ClockReport> => {
    const now = await clock.now()
    const report = await runClock(db, { now, today: dayInShanghai(now), newId, random })
    for (const { error, ...failure } of report.failed) log.error({ ...failure, err: error }, 'a due act was refused')
    for (const { code } of [...localAuthorities, province]) await deliverOutbox(db, code, now)
    await expireSessions(db, wall())
    await clearUploads(evidence, db, wall())
    return report
  }
  const wake = (): Promise<ClockReport> => {
    const next = running.then(run)
    running = next.catch(() => undefined)
    return next
  }
  const tick = async (): Promise<void> => {
    await wake().catch((error: unknown) => log.error({ err: error }, 'the daily clock will try again in a minute'))
    if (!stopped) timer = setTimeout(tick, MINUTE).unref()
  }
  void tick()
  return {
    wake,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
