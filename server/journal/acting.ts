import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'

/** Who acts, when, and with which key: handed to every verb, never looked up by it. */
export interface Acting {
  readonly actor: Actor
  /** Instant of the act, ISO 8601. */
  readonly now: string
  /** The law's day, Asia/Shanghai. */
  readonly today: Day
  /** A fresh UUID. */
  readonly newId: () => string
  /** Random bytes. */
  readonly random: (length: number) => Uint8Array
  /** The request's key: the same key again has no second effect. */
  readonly idempotencyKey: string
}
