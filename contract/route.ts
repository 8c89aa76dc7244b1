import { z } from 'zod'
import type { Actor } from '../regime/jurisdiction/actor.ts'
import type { RefusalCode } from '../regime/kernel/errors.ts'
import type { BytesBody, FileResponse, ReceivedFile, ServedFile } from './bytes.ts'

// In a browser the content security policy forbids generated code; zod must not even try (before any schema is made).
if (typeof document !== 'undefined') z.config({ jitless: true })

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who is let in at the door: everybody, everybody with an account, or only these kinds of actor. What they may do
 * with a particular case is decided further in, by the law's tables.
 */
export type Audience = 'anyone' | 'signed-in' | readonly Exclude<Actor['kind'], 'public' | 'clock'>[]

/** One operation of the HTTP API. The typed client, the handlers' types, the checks and OpenAPI all come from it. */
export interface RouteDefinition {
  readonly method: Method
  /** Path under /api; parameters as `:name`. `:enterprise` names the enterprise the person speaks for. */
  readonly path: `/api/${string}`
  /** One Chinese sentence for the reference page. */
  readonly summary: string
  readonly who: Audience
  /** Chinese headings of the reference page. */
  readonly tags?: readonly string[]
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType | BytesBody
  readonly response: z.ZodType | FileResponse
  /** Refusals particular to this route, beyond those any route may give. */
  readonly errors?: readonly RefusalCode[]
  /** Most bytes of a JSON body; 1 MiB unless told. */
  readonly limit?: number
}

const names = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '').sort()

/**
 * Declares one operation. Objects in `params`, `query` and `body` must be `z.strictObject` (unknown keys are refused;
 * a test walks them), those in `response` plain `z.object` (fields not declared never leave the house).
 */
export const route = <const R extends RouteDefinition>(definition: R): Readonly<R> => {
  const declared = Object.keys(definition.params?.shape ?? {}).sort()
  if (declared.join() !== names(definition.path).join())
    throw new Error(`${definition.method} ${definition.path}: params are [${declared}]`)
  if (definition.method === 'GET' && definition.body !== undefined)
    throw new Error(`GET ${definition.path} cannot have a body`)
  return Object.freeze(definition)
}

/** Answer of an operation that has nothing to say: 204, `null` in the client. */
export const nothing = z.null()

/** A group of operations under one noun, and all of them. */
export type Noun = Readonly<Record<string, RouteDefinition>>
export type Contract = Readonly<Record<string, Noun>>

type Sent<S> = S extends BytesBody ? Uint8Array<ArrayBuffer> | Blob : S extends z.ZodType ? z.input<S> : never
type Taken<S> = S extends BytesBody ? AsyncIterable<Uint8Array> : S extends z.ZodType ? z.output<S> : never

type Part<R, K extends 'params' | 'query' | 'body', V> = R extends { readonly [P in K]: infer _ }
  ? { readonly [P in K]: V }
  : unknown

type Field<R, K extends 'params' | 'query' | 'body'> = R extends { readonly [P in K]: infer S } ? S : undefined

/** A query of nothing but optional fields may be left out altogether. */
type Query<R> =
  Record<never, never> extends Sent<Field<R, 'query'>>
    ? { readonly query?: Sent<Field<R, 'query'>> }
    : Part<R, 'query', Sent<Field<R, 'query'>>>

/** What a caller gives: parameters, query and body as they go over the wire. */
export type RouteInput<R extends RouteDefinition> = Part<R, 'params', Sent<Field<R, 'params'>>> &
  (R extends { readonly query: unknown } ? Query<R> : unknown) &
  Part<R, 'body', Sent<Field<R, 'body'>>>

/** What a handler gets: the same, checked, with defaults filled in. */
export type RouteTaken<R extends RouteDefinition> = Part<R, 'params', Taken<Field<R, 'params'>>> &
  Part<R, 'query', Taken<Field<R, 'query'>>> &
  Part<R, 'body', Taken<Field<R, 'body'>>>

/** What a handler returns. */
export type RouteGiven<R extends RouteDefinition> = R['response'] extends z.ZodType
  ? z.input<R['response']>
  : ServedFile

/** What a caller gets back. */
export type RouteOutput<R extends RouteDefinition> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : ReceivedFile
