import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Client, createClient, type Transport } from '../contract/client.ts'
import { contract, type TiduContract } from '../contract/index.ts'
import { dayInShanghai } from '../regime/kernel/day.ts'
import { openPress } from '../server/document/press.ts'
import { findMembership } from '../server/enterprise/resolve.ts'
import { openDirectoryStore } from '../server/evidence/directoryStore.ts'
import type { EvidenceStore } from '../server/evidence/store.ts'
import { createApp } from '../server/http/app.ts'
import type { Mode } from '../server/http/context.ts'
import { createHandlers } from '../server/http/handlers.ts'
import type { Services } from '../server/http/requestContext.ts'
import { createAccount, type NewAccount } from '../server/identity/createAccount.ts'
import { hashPassword } from '../server/identity/password.ts'
import { runClock } from '../server/jobs/clock.ts'
import { readLaw } from '../server/law/readLaw.ts'
import { inScope } from '../server/store/scope.ts'
import { type TestDatabase, testDatabase } from './database.ts'

const HOST = 'tidu.test'

/** The whole server on a database of its own, with a time that only moves when told. */
export interface TestApp {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  /** Where its evidence lies, and in which folder. */
  readonly evidence: EvidenceStore
  readonly evidenceFolder: string
  /** The machine's instant and the law's; set them to let time pass. */
  readonly time: { wall: string; law: string }
  /** Somebody at a browser of their own: cookies are kept between requests. */
  readonly visitor: (options?: { ip?: string }) => Visitor
  /** Makes an account past every refusal, password `PASSWORD`; gives its id. */
  readonly account: (of: Pick<NewAccount, 'login'> & Partial<NewAccount>) => Promise<string>
  readonly close: () => Promise<void>
}

export interface Visitor {
  readonly client: Client<TiduContract>
  /** Any request at all, as this visitor's browser would send it. */
  readonly request: (options: InjectOptions) => Promise<LightMyRequestResponse>
  /** Cookies by name, as the browser holds them. */
  readonly cookies: Map<string, string>
  readonly login: (login: string, password?: string) => Promise<void>
}

/** The password of every account made by `account`; hashed once, because hashing is slow on purpose. */
export const PASSWORD = 'correct horse 2026'
let hashed: Promise<string> | undefined

const keepCookies = (jar: Map<string, string>, answer: LightMyRequestResponse): void => {
  for (const { name, value, maxAge, expires } of answer.cookies)
    if (value === '' || maxAge === 0 || (expires && expires.getTime() === 0)) jar.delete(name)
    else jar.set(name, value)
}

const visitorOf = (app: FastifyInstance, ip: string): Visitor => {
  const cookies = new Map<string, string>()
  const request = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const origin = options.method === undefined || options.method === 'GET' ? {} : { origin: `http://${HOST}` }
    const all = { host: HOST, ...origin, ...(cookie && { cookie }), ...options.headers }
    // A header given as undefined is not sent at all.
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    const answer = await app.inject({ remoteAddress: ip, ...options, headers })
    keepCookies(cookies, answer)
    return answer
  }
  const transport: Transport = async ({ method, url, headers, body }) => {
    const payload = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : body
    const answer = await request({
      method: method as 'GET',
      url,
      headers,
      ...(payload !== undefined && { payload: payload instanceof Uint8Array ? Buffer.from(payload) : payload }),
    })
    return {
      status: answer.statusCode,
      type: String(answer.headers['content-type'] ?? ''),
      text: async () => answer.payload,
      bytes: async () => new Uint8Array(answer.rawPayload),
    }
  }
  const client = createClient(contract, transport)
  const login = async (name: string, password = PASSWORD): Promise<void> => {
    await client.session.login({ body: { login: name, password } })
  }
  return { client, request, cookies, login }
}

/** Starts the server for one test file; call it in `beforeAll` and `close()` in `afterAll`. */
export const testApp = async (
  options: Partial<Pick<Services, 'findMembership' | 'publicOrigin'>> & { mode?: Mode } = {},
): Promise<TestApp> => {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tidu-evidence-'))
  const evidence = await openDirectoryStore(folder, { keepFree: 0 })
  const time = { wall: '2026-09-01T01:00:00.000Z', law: '2026-09-01T01:00:00.000Z' }
  const clock = { now: async () => time.law }
  const newId = () => randomUUID()
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const wake = () => runClock(database.db, { now: time.law, today: dayInShanghai(time.law), newId, random })
  const press = openPress()
  const app = await createApp({
    contract,
    handlers: createHandlers({ evidence, law: readLaw(), clock, wake, press }),
    db: database.db,
    clock,
    wall: () => time.wall,
    random,
    newId,
    mode: 'demo',
    findMembership,
    ...options,
  })
  const account: TestApp['account'] = async (of) => {
    hashed ??= hashPassword(PASSWORD)
    const passwordHash = await hashed
    const at = { wall: time.wall, newId: () => randomUUID(), random: (n: number) => new Uint8Array(randomBytes(n)) }
    const given = { id: randomUUID(), name: '张三', key: randomUUID(), passwordHash, ...of }
    return (await inScope(database.db, 'identity', (tx) => createAccount(tx, at, given))).id
  }
  return {
    app,
    database,
    evidence,
    evidenceFolder: folder,
    time,
    visitor: ({ ip = '10.0.0.1' } = {}) => visitorOf(app, ip),
    account,
    close: async () => {
      await app.close()
      await press.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
