import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { contract } from '../contract/index.ts'
import { systemClock } from './clock/clock.ts'
import { demoClock } from './clock/demoClock.ts'
import { openPress } from './document/press.ts'
import { findMembership } from './enterprise/resolve.ts'
import { type AppOptions, createApp } from './http/app.ts'
import type { Mode } from './http/context.ts'
import { createHandlers, type HandlerNeeds } from './http/handlers.ts'
import { registerPages } from './http/pages.ts'
import { type Runner, startRunner } from './jobs/runner.ts'
import type { Database } from './store/database.ts'

export interface HouseOptions
  extends Pick<HandlerNeeds, 'evidence' | 'law'>,
    Pick<AppOptions<typeof contract>, 'logger' | 'trustProxy' | 'publicOrigin'> {
  readonly db: Kysely<Database>
  readonly mode: Mode
  /** The built pages; without them only the API is served. */
  readonly dist?: string | undefined
}

/** Everything that runs beside the database, put together. */
export interface House {
  /** The HTTP server, not yet listening. */
  readonly app: FastifyInstance
  /** Lets requests and the daily clock finish. The database stays open. */
  readonly close: () => Promise<void>
}

/** The one place where the machine's time and randomness enter; everything below takes them as arguments. */
export const openHouse = async ({ db, mode, dist, evidence, law, ...http }: HouseOptions): Promise<House> => {
  const wall = (): string => new Date().toISOString()
  const newId = (): string => randomUUID()
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
  const clock = mode === 'demo' ? demoClock(db, wall) : systemClock
  const services = { db, clock, wall, random, newId, mode, findMembership }
  // The demo's clock wakes the runner, and the runner needs the app's log.
  let runner: Runner | undefined
  const wake = async (): Promise<unknown> => runner?.wake()
  const press = openPress()
  const handlers = createHandlers({ evidence, law, clock, wake, press })
  const app = await createApp({ contract, handlers, ...services, ...http })
  if (dist !== undefined) await registerPages(app, { dist, mode })
  runner = startRunner({ db, evidence, clock, wall, newId, random, log: app.log })
  return {
    app,
    close: async () => {
      await runner?.stop()
      await app.close()
      await press.close()
    },
  }
}
