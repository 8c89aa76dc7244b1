import { z } from 'zod'
import { type RefusalCode, refusals } from '../regime/kernel/errors.ts'

/** One field of a request that is not as it must be. */
export const FieldProblem = z.object({
  /** Which part of the request. */
  in: z.enum(['params', 'query', 'body', 'headers']),
  /** JSON pointer (RFC 6901) into that part. */
  pointer: z.string(),
  message: z.string(),
})
export type FieldProblem = z.infer<typeof FieldProblem>

/** Body of every answer that is not a success. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
    article: z.string().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
})
export type ErrorAnswer = z.infer<typeof ErrorAnswer>

/** The answer body for a code of the table; `message` replaces the table's where a closer one is known. */
export const errorAnswer = (code: RefusalCode, details?: Readonly<Record<string, unknown>>): ErrorAnswer => {
  const { message, remedy, article } = refusals[code] as (typeof refusals)[RefusalCode] & { article?: string }
  return { error: { code, message, remedy, ...(article && { article }), ...(details && { details }) } }
}

/** A request that was refused or did not get through, as the client throws it; ready to be shown to a person. */
export class ApiProblem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly code: string
  readonly remedy: string
  readonly article: string | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, { error }: ErrorAnswer, cause?: unknown) {
    super(error.message, cause === undefined ? undefined : { cause })
    this.name = 'ApiProblem'
    this.status = status
    this.code = error.code
    this.remedy = error.remedy
    this.article = error.article
    this.details = error.details ?? {}
  }

  /** The fields refused, for showing each message beside its field; empty when the refusal is about something else. */
  get fields(): readonly FieldProblem[] {
    const parsed = z.array(FieldProblem).safeParse(this.details.fields)
    return parsed.success ? parsed.data : []
  }
}

/** The problem for an answer that is not in the contract's form (a proxy's page, an empty body). */
export const unreadableAnswer = (status: number, cause?: unknown): ApiProblem =>
  new ApiProblem(status, errorAnswer('server.unavailable'), cause)

/** The problem for a request that got no answer at all. */
export const noAnswer = (cause: unknown): ApiProblem => new ApiProblem(0, errorAnswer('server.unreachable'), cause)
