import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Contract } from '../../contract/route.ts'
import { registerForms } from './forms.ts'
import type { ContractHandlers } from './handling.ts'
import { registerHeaders } from './headers.ts'
import { answerBrokenRequest, answerProblem, registerProblems } from './problems.ts'
import { registerReference } from './reference.ts'
import { registerContract } from './registerContract.ts'
import type { Services } from './requestContext.ts'

const MIB = 1024 * 1024

export interface AppOptions<C extends Contract> extends Services {
  readonly contract: C
  readonly handlers: ContractHandlers<C>
  readonly logger?: FastifyServerOptions['logger']
  /** Proxies in front, as fastify takes it; without it forwarded addresses are not believed. */
  readonly trustProxy?: FastifyServerOptions['trustProxy']
}

/**
 * The HTTP server, not yet listening: the contract's routes, OpenAPI with its reference page, and the log-in forms that
 * work before scripts run. Pages are added by the caller.
 */
export const createApp = async <const C extends Contract>(options: AppOptions<C>): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: MIB,
    requestTimeout: 120_000,
    connectionTimeout: 150_000,
    clientErrorHandler: answerBrokenRequest,
    genReqId: () => options.newId(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply)
    },
  })
  // Only JSON, and only as the routes ask for it; an empty body is none.
  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parseJson(request, body as string, done)
  })
  registerProblems(app)
  registerHeaders(app, options.mode)
  await app.register(cookie)
  registerContract(app, options.contract, options.handlers, options)
  registerForms(app, options)
  registerReference(app, options.contract, options.mode)
  return app
}
