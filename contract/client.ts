import { isBytes, isFile, type ReceivedFile } from './bytes.ts'
import { freshKey } from './fresh-key.ts'
import { ApiProblem, ErrorAnswer, noAnswer, unreadableAnswer } from './problem.ts'
import type { Contract, RouteDefinition, RouteInput, RouteOutput } from './route.ts'

export { freshKey }

/** One request as a transport carries it. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer> | Blob
  readonly signal?: AbortSignal
}

/** One answer as a transport brings it back. */
export interface WireAnswer {
  readonly status: number
  readonly type: string
  text(): Promise<string>
  bytes(): Promise<Uint8Array>
}

/** Carries requests: `fetchTransport` in the browser, the in-process one of server/http on the server. */
export type Transport = (request: WireRequest) => Promise<WireAnswer>

export interface CallOptions {
  /** Key of this act; give the same one when the same act is sent again. A fresh one is made otherwise. */
  readonly key?: string
  readonly signal?: AbortSignal
}

type Call<R extends RouteDefinition> =
  Record<never, never> extends RouteInput<R>
    ? (input?: RouteInput<R>, options?: CallOptions) => Promise<RouteOutput<R>>
    : (input: RouteInput<R>, options?: CallOptions) => Promise<RouteOutput<R>>

/** The contract as functions: `client.session.login({ body })`. */
export type Client<C extends Contract> = {
  readonly [N in keyof C]: { readonly [A in keyof C[N]]: Call<C[N][A]> }
}

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The address of a route with its parameters and query filled in; `undefined` values are left out. */
export const addressOf = (route: Pick<RouteDefinition, 'path'>, input: AnyInput = {}): string => {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name) => encodeURIComponent(String(input.params?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {}))
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) search.append(name, String(each))
  return search.size === 0 ? path : `${path}?${search}`
}

const wireRequest = (route: RouteDefinition, input: AnyInput, options: CallOptions): WireRequest => {
  const headers: Record<string, string> = { accept: isFile(route.response) ? '*/*' : 'application/json' }
  if (route.method !== 'GET') headers['idempotency-key'] = options.key ?? freshKey()
  let body: WireRequest['body']
  if (isBytes(route.body)) {
    body = input.body as Uint8Array<ArrayBuffer> | Blob
    const type = body instanceof Blob && route.body.types.includes(body.type) ? body.type : route.body.types[0]
    headers['content-type'] = type ?? 'application/octet-stream'
  } else if (route.body !== undefined) {
    body = JSON.stringify(input.body)
    headers['content-type'] = 'application/json'
  }
  return {
    method: route.method,
    url: addressOf(route, input),
    headers,
    ...(body !== undefined && { body }),
    ...(options.signal && { signal: options.signal }),
  }
}

const asProblem = async (answer: WireAnswer): Promise<ApiProblem> => {
  try {
    return new ApiProblem(answer.status, ErrorAnswer.parse(JSON.parse(await answer.text())))
  } catch (error) {
    return unreadableAnswer(answer.status, error)
  }
}

const call = async (route: RouteDefinition, transport: Transport, input: AnyInput = {}, options: CallOptions = {}) => {
  let answer: WireAnswer
  try {
    answer = await transport(wireRequest(route, input, options))
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw noAnswer(error)
  }
  if (answer.status >= 400) throw await asProblem(answer)
  if (isFile(route.response)) return { type: answer.type, bytes: await answer.bytes() } satisfies ReceivedFile
  if (answer.status === 204) return null
  try {
    return route.response.parse(JSON.parse(await answer.text()))
  } catch (error) {
    throw unreadableAnswer(answer.status, error)
  }
}

/** Every operation of the contract as a typed function; what is refused is thrown as `ApiProblem`. */
export const createClient = <const C extends Contract>(contract: C, transport: Transport): Client<C> =>
  Object.fromEntries(
    Object.entries(contract).map(([noun, routes]) => [
      noun,
      Object.fromEntries(
        Object.entries(routes).map(([act, route]) => [
          act,
          (input?: AnyInput, options?: CallOptions) => call(route, transport, input, options),
        ]),
      ),
    ]),
  ) as Client<C>

/** Carries requests with the browser's fetch, cookies of the same origin included. */
export const fetchTransport: Transport = async ({ url, ...request }) => {
  const answer = await fetch(url, { ...request, credentials: 'same-origin', redirect: 'error' })
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: () => answer.text(),
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
  }
}
