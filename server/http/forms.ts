import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { EnteredPassword } from '../../contract/password.ts'
import { Login } from '../../contract/session.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { login } from '../identity/login.ts'
import { logout } from '../identity/logout.ts'
import { formToken } from '../identity/token.ts'
import { check } from './check.ts'
import { refusalFor } from './problems.ts'
import { requestContext, type Services } from './requestContext.ts'
import { demandSameOrigin } from './sameOrigin.ts'

const Next = z.string().max(2000).optional()
const LoginForm = z.strictObject({ login: Login, password: EnteredPassword, next: Next })
const LogoutForm = z.strictObject({ token: z.string(), next: Next })

/** A page of ours to go on to: never another host, whatever the form says. */
export const localPath = (next: string | undefined): string => {
  if (!next?.startsWith('/') || !URL.canParse(next, 'http://tidu.invalid')) return '/'
  const url = new URL(next, 'http://tidu.invalid')
  return url.origin === 'http://tidu.invalid' ? `${url.pathname}${url.search}` : '/'
}

const nextOf = (request: FastifyRequest): string => localPath((request.body as { next?: string } | null)?.next)

type FormAct = (request: FastifyRequest, reply: FastifyReply) => Promise<string>

/**
 * Log-in and log-out as plain HTML forms, so that they work before scripts run: `POST /login` (login, password, next?)
 * and `POST /logout` (token, next?). Both answer 303; a refused log-in goes back to `/login?error=CODE&next=…`.
 */
export const registerForms = (app: FastifyInstance, services: Services): void => {
  const form =
    (act: FormAct) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        demandSameOrigin(request, { publicOrigin: services.publicOrigin, mustState: true })
        return reply.redirect(await act(request, reply), 303)
      } catch (error) {
        const refusal = refusalFor(error)
        if (refusal.code === 'server.unavailable') request.log.error({ err: error }, 'form failed')
        const query = new URLSearchParams({ error: refusal.code, next: nextOf(request) })
        return reply.redirect(`/login?${query}`, 303)
      }
    }

  app.register(async (child) => {
    child.removeAllContentTypeParsers()
    child.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body as string)))
    })
    child.post(
      '/login',
      { bodyLimit: 16_384 },
      form(async (request, reply) => {
        const { next, ...entered } = check('body', LoginForm, request.body)
        await login(await requestContext(services, request, reply), entered)
        return localPath(next)
      }),
    )
    child.post(
      '/logout',
      { bodyLimit: 16_384 },
      form(async (request, reply) => {
        const { token, next } = check('body', LogoutForm, request.body)
        const context = await requestContext(services, request, reply)
        if (context.session.token !== undefined && token !== formToken(context.session.token))
          throw new Refusal('request.not-from-here')
        await logout(context)
        return localPath(next)
      }),
    )
  })
}
