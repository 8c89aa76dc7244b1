import type { FastifyBaseLogger } from 'fastify'
import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import type { SignedIn } from '../identity/findSession.ts'
import type { Acting } from '../journal/acting.ts'
import type { Database } from '../store/database.ts'

export type Mode = 'demo' | 'production'

/** The session cookie of the request, and what the answer does to it. */
export interface SessionHandle {
  /** The token the request came with, whether or not it is still alive. */
  readonly token: string | undefined
  /** Hands the browser a new token, kept until `endsAt` at most. */
  start(token: string, endsAt: string): void
  /** Takes the token away. */
  end(): void
}

/** Everything a handler may know besides its input. Nothing is looked up by itself: no clock, no randomness, no user. */
export interface Context {
  readonly actor: Actor
  /** The account signed in, whatever it acts as; undefined for the public. */
  readonly person: SignedIn | undefined
  /** The law's instant, ISO 8601 in UTC: the demo's clock in demo mode. */
  readonly now: string
  /** The law's day, Asia/Shanghai. */
  readonly today: Day
  /** The machine's own instant. Only for sessions, login limits and the like; never for anything of the law. */
  readonly wall: string
  readonly random: (length: number) => Uint8Array
  readonly newId: () => string
  readonly db: Kysely<Database>
  /** Network address of the caller. */
  readonly ip: string
  readonly mode: Mode
  readonly session: SessionHandle
  readonly log: FastifyBaseLogger
}

/** The context of everything but GET: it also has the act's idempotency key, so it fits `Acting`. */
export interface WriteContext extends Context, Acting {}
