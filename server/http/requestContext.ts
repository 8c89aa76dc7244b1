import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { dayInShanghai } from '../../regime/kernel/day.ts'
import type { Clock } from '../clock/clock.ts'
import { findSession } from '../identity/findSession.ts'
import { type FindMembership, resolveActor } from '../identity/resolveActor.ts'
import type { Database } from '../store/database.ts'
import type { Context, Mode } from './context.ts'
import { sessionCookie } from './sessionCookie.ts'

/** What every request is served with. */
export interface Services {
  readonly db: Kysely<Database>
  /** The law's clock. */
  readonly clock: Clock
  /** The machine's instant, ISO 8601 in UTC; never shifted, in no mode. */
  readonly wall: () => string
  readonly random: (length: number) => Uint8Array
  readonly newId: () => string
  readonly mode: Mode
  readonly findMembership: FindMembership
  /** The address people reach the system at, e.g. https://tidu.example.gov.cn; taken from the request when left out. */
  readonly publicOrigin?: string | undefined
}

/** The context of one request. `enterprise` is the one the path names, if any. */
export const requestContext = async (
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  enterprise?: string,
): Promise<Context> => {
  const { db, mode, random, newId } = services
  const session = sessionCookie(request, reply, mode)
  const wall = services.wall()
  const person = session.token === undefined ? undefined : await findSession(db, session.token, wall, mode)
  const actor = await resolveActor(db, person, enterprise, services.findMembership)
  const now = await services.clock.now()
  const today = dayInShanghai(now)
  return { actor, person, now, today, wall, random, newId, db, ip: request.ip, mode, session, log: request.log }
}
