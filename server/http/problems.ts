import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorAnswer } from '../../contract/problem.ts'
import { Refusal, type RefusalCode, refusals } from '../../regime/kernel/errors.ts'

const ownCodes: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-type',
  FST_ERR_NOT_FOUND: 'request.not-found',
}

/** The database refused a row of another jurisdiction: a check further up was missing, so it is logged as well. */
const isRowPolicy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42501' && error.message.includes('row-level security')

/** The refusal an error amounts to. What nobody foresaw is `server.unavailable`; its cause stays in the log. */
export const refusalFor = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error
  const { code, statusCode } = error as Partial<FastifyError>
  const own = code === undefined ? undefined : ownCodes[code]
  if (own) return new Refusal(own)
  if (isRowPolicy(error)) return new Refusal('act.not-your-jurisdiction')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal('request.invalid')
  return new Refusal('server.unavailable')
}

/** Answers with an error in the contract's form. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const refusal = refusalFor(error)
  const { status } = refusals[refusal.code]
  if (status >= 500 || isRowPolicy(error)) request.log.error({ err: error }, 'request failed')
  const wait = refusal.details?.retryAfterSeconds
  if (typeof wait === 'number') reply.header('retry-after', String(wait))
  return reply.code(status).type('application/json; charset=utf-8').send(errorAnswer(refusal.code, refusal.details))
}

/** Every error of the server leaves in one form, with a code of the table and never a stack. */
export const registerProblems = (app: FastifyInstance): void => {
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => answerProblem(new Refusal('request.not-found'), request, reply))
}

/** What is not even HTTP, or comes too slowly, gets an answer in the same form and the connection ends. */
export const answerBrokenRequest = (error: { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
  const body = JSON.stringify(errorAnswer('request.invalid'))
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
