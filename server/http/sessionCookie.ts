import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Mode, SessionHandle } from './context.ts'

/** `__Host-` binds the cookie to this host and to https; a demonstration on plain http cannot have it. */
export const cookieName = (mode: Mode): string => (mode === 'production' ? '__Host-tidu' : 'tidu')

/** The session cookie of a request, and how its answer changes it. */
export const sessionCookie = (request: FastifyRequest, reply: FastifyReply, mode: Mode): SessionHandle => {
  const name = cookieName(mode)
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: mode === 'production' } as const
  return {
    token: request.cookies[name],
    start: (token, endsAt) => {
      reply.setCookie(name, token, { ...attributes, expires: new Date(endsAt) })
    },
    end: () => {
      reply.clearCookie(name, attributes)
    },
  }
}
