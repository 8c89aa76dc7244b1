import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type BytesBody, isBytes, isFile, type ServedFile } from '../../contract/bytes.ts'
import { type Contract, nothing, type RouteDefinition } from '../../contract/route.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { admit } from './admit.ts'
import { bounded } from './bounded.ts'
import { check } from './check.ts'
import type { Context, WriteContext } from './context.ts'
import type { ContractHandlers } from './handling.ts'
import { requestContext, type Services } from './requestContext.ts'
import { demandSameOrigin } from './sameOrigin.ts'
import { sendFile } from './sendFile.ts'

const Key = z.uuid()

const idempotencyKey = (request: FastifyRequest): string => {
  const key = Key.safeParse(request.headers['idempotency-key'])
  if (!key.success) throw new Refusal('request.key-missing')
  return key.data.toLowerCase()
}

const inputOf = (route: RouteDefinition, request: FastifyRequest): object => {
  const input: Record<string, unknown> = {}
  if (route.params) input.params = check('params', route.params, request.params)
  input.query = check('query', route.query ?? z.strictObject({}), request.query)
  if (isBytes(route.body)) input.body = bounded(request.body as AsyncIterable<Uint8Array>, route.body.limit)
  else if (route.body) input.body = check('body', route.body, request.body)
  else if (request.body != null) check('body', z.strictObject({}), request.body)
  return input
}

/** Only ids can name an enterprise; anything else is left for the route's own check to refuse. */
const enterpriseOf = (request: FastifyRequest): string | undefined =>
  z.uuid().safeParse((request.params as { enterprise?: unknown } | undefined)?.enterprise).data

const isOwnAccount = (route: RouteDefinition): boolean => route.path.startsWith('/api/session')

type AnyHandler = (input: object, context: Context | WriteContext) => Promise<unknown>

const serve =
  (services: Services, route: RouteDefinition, handler: AnyHandler) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const context = await requestContext(services, request, reply, enterpriseOf(request))
    const write = route.method !== 'GET'
    if (write)
      demandSameOrigin(request, {
        publicOrigin: services.publicOrigin,
        mustState: context.session.token !== undefined,
      })
    admit(route.who, context.actor)
    if (context.person?.mustChange && route.who !== 'anyone' && !isOwnAccount(route))
      throw new Refusal('session.password-change-required')
    const extended = write ? { ...context, idempotencyKey: idempotencyKey(request) } : context
    const given = await handler(inputOf(route, request), extended)
    if (isFile(route.response)) return sendFile(reply, route.response, given as ServedFile)
    if (route.response === nothing) return reply.code(204).send()
    // Only what the contract declares leaves the house; an answer it does not allow is a failure of ours.
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(route.response.parse(given)))
  }

const registerBytes = (app: FastifyInstance, body: BytesBody, add: (app: FastifyInstance) => void): void => {
  app.register(async (child) => {
    child.removeAllContentTypeParsers()
    child.addContentTypeParser([...body.types], (request, payload, done) => {
      if (Number(request.headers['content-length'] ?? 0) > body.limit) done(new Refusal('request.too-large'))
      else done(null, payload)
    })
    add(child)
  })
}

/** Registers every route of a contract with its handler: admitted, checked, performed, answered in the contract's form. */
export const registerContract = <const C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: ContractHandlers<C>,
  services: Services,
): void => {
  for (const [noun, routes] of Object.entries(contract))
    for (const [act, route] of Object.entries(routes)) {
      const handler = (handlers[noun] as unknown as Record<string, AnyHandler>)[act] as AnyHandler
      const add = (target: FastifyInstance): void => {
        target.route({
          method: route.method,
          url: route.path,
          ...(route.limit !== undefined && { bodyLimit: route.limit }),
          handler: serve(services, route, handler),
        })
      }
      if (isBytes(route.body)) registerBytes(app, route.body, add)
      else add(app)
    }
}
