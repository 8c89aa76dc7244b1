import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bytes, file } from '../../contract/bytes.ts'
import { nothing, route } from '../../contract/route.ts'
import { DayText, Id, Instant, LocalAuthority, queryInteger } from '../../contract/scalars.ts'
import { Refusal, refusals } from '../../regime/kernel/errors.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { inScope } from '../store/scope.ts'
import { createApp } from './app.ts'
import type { Context } from './context.ts'
import type { ContractHandlers } from './handling.ts'

const shape = z.strictObject({
  name: z.string().min(1).max(20),
  size: z.number().int().min(0).max(10).optional(),
  kinds: z.array(z.enum(['a', 'b'])).max(3),
  deep: z.strictObject({ 'x/y~': z.iso.date() }).optional(),
  free: z.record(z.string(), z.unknown()).optional(),
  day: DayText.optional(),
  at: Instant.optional(),
  place: LocalAuthority.optional(),
})

const tags = ['试验']
const contract = {
  thing: {
    get: route({
      method: 'GET',
      path: '/api/things/:thing',
      summary: '查看',
      tags,
      who: 'anyone',
      params: z.strictObject({ thing: Id }),
      query: z.strictObject({ size: queryInteger(1, 9).optional() }),
      response: z.object({ id: Id, size: z.number().nullable() }),
    }),
    put: route({
      method: 'POST',
      path: '/api/things',
      summary: '新增',
      tags,
      who: 'anyone',
      body: shape,
      response: z.object({ stored: z.unknown() }),
    }),
    clear: route({
      method: 'DELETE',
      path: '/api/things',
      summary: '清空',
      tags,
      who: 'anyone',
      response: nothing,
    }),
    send: route({
      method: 'PUT',
      path: '/api/things/file',
      summary: '上传',
      tags,
      who: 'anyone',
      body: bytes({ types: ['application/pdf'], limit: 1000 }),
      response: z.object({ length: z.number() }),
    }),
    fetch: route({
      method: 'GET',
      path: '/api/things/file',
      summary: '下载',
      tags,
      who: 'anyone',
      response: file('application/pdf'),
    }),
    fail: route({
      method: 'GET',
      path: '/api/fail/:how',
      summary: '出错',
      tags,
      who: 'anyone',
      params: z.strictObject({ how: z.string() }),
      response: z.object({ shown: z.string() }),
    }),
    office: route({
      method: 'GET',
      path: '/api/office',
      summary: '限主管部门',
      tags,
      who: ['officer'],
      response: nothing,
    }),
    mine: route({
      method: 'GET',
      path: '/api/enterprises/:enterprise/mine',
      summary: '限企业',
      tags,
      who: ['firm'],
      params: z.strictObject({ enterprise: Id }),
      response: z.object({ authority: z.string() }),
    }),
  },
} as const

let contexts: Context[] = []
const handlers: ContractHandlers<typeof contract> = {
  thing: {
    get: async ({ params, query }) => ({ id: params.thing, size: query.size ?? null }),
    put: async ({ body }, context) => {
      contexts.push(context)
      // A real round through the database: what passed the door must be storable.
      const stored = await context.db
        .selectNoFrom((eb) => eb.cast<unknown>(eb.val(JSON.stringify(body)), 'jsonb').as('stored'))
        .executeTakeFirstOrThrow()
      return stored
    },
    clear: async () => null,
    send: async ({ body }) => {
      let length = 0
      for await (const chunk of body) length += chunk.length
      return { length }
    },
    fetch: async () => ({ type: 'application/pdf', name: '回执 1.pdf', content: new Uint8Array([1, 2]) }),
    fail: async ({ params }) => {
      if (params.how === 'refuse') throw new Refusal('case.not-found', { case: 'x' })
      if (params.how === 'throw') throw new Error('secret connection string')
      if (params.how === 'elsewhere')
        await inScope(database.db, 'authority/410300', (tx) =>
          tx.insertInto('chain_head').values({ authority: '410100', position: 1, digest: '' }).execute(),
        )
      if (params.how === 'leak') return { shown: 'a', hidden: 'b' } as never
      return { wrong: 1 } as never
    },
    office: async () => null,
    mine: async (_, { actor }) => ({ authority: actor.kind === 'firm' ? actor.authority : '' }),
  },
}

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await testDatabase()
  app = await createApp({
    contract,
    handlers,
    db: database.db,
    clock: { now: async () => '2026-08-31T16:30:00.000Z' },
    wall: () => '2026-11-01T00:00:00.000Z',
    random: (length) => new Uint8Array(randomBytes(length)),
    newId: () => randomUUID(),
    mode: 'demo',
    findMembership: async () => undefined,
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const key = { 'idempotency-key': '00000000-0000-4000-8000-00000000000a' }
const send = (options: InjectOptions) => app.inject({ ...options, headers: { ...key, ...options.headers } })
const put = (payload: unknown, headers = {}) =>
  send({ method: 'POST', url: '/api/things', payload: payload as object, headers })
const fieldsOf = (answer: { json: () => { error: { details?: { fields?: object[] } } } }) =>
  answer.json().error.details?.fields

describe('请求的校验', () => {
  test('每处错误给出位置（JSON 指针）和中文说明', async () => {
    const answer = await put({ name: '', size: 1.5, kinds: ['a', 'c'], deep: { 'x/y~': '昨天' }, other: 1 })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error).toMatchObject({ code: 'request.invalid', message: refusals['request.invalid'].message })
    expect(fieldsOf(answer)).toEqual([
      { in: 'body', pointer: '/name', message: '必填。' },
      { in: 'body', pointer: '/size', message: '请填写整数。' },
      { in: 'body', pointer: '/kinds/1', message: '请从给定的选项中选择。' },
      { in: 'body', pointer: '/deep/x~1y~0', message: '请填写日期，格式如 2026-09-01。' },
      { in: 'body', pointer: '/other', message: '系统没有这一项。' },
    ])
  })

  test.each([
    [{ kinds: [] }, '/name', '必填。'],
    [{ name: 1, kinds: [] }, '/name', '请填写文字。'],
    [{ name: '一'.repeat(21), kinds: [] }, '/name', '不超过 20 个字符。'],
    [{ name: '一', kinds: 'a' }, '/kinds', '请填写列表。'],
    [{ name: '一', kinds: ['a', 'a', 'a', 'a'] }, '/kinds', '不超过 3 项。'],
    [{ name: '一', kinds: [], size: 11 }, '/size', '不大于 10。'],
    [{ name: '一', kinds: [], day: '2026-02-29' }, '/day', '请填写日期，格式如 2026-09-01。'],
    [{ name: '一', kinds: [], day: '0000-01-01' }, '/day', '没有这一天，请核对日期。'],
    [{ name: '一', kinds: [], place: '410000' }, '/place', '请选择十九个主管部门之一。'],
    [{ name: '一\0', kinds: [] }, '/name', '含有无法保存的字符。'],
    [{ name: '\ud800', kinds: [] }, '/name', '含有无法保存的字符。'],
    [{ name: '一', kinds: [], free: { 'a\0': 1 } }, '/free', '含有无法保存的字符。'],
    [[], '', '请填写一组内容。'],
  ])('%j 的 %s：%s', async (payload, pointer, message) => {
    expect(fieldsOf(await put(payload))).toEqual([{ in: 'body', pointer, message }])
  })

  test('嵌套过深、不是 JSON、类型不对、过大，各有代码', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) })
    expect(fieldsOf(await put({ name: '一', kinds: [], free: nested(40) }))).toMatchObject([
      { message: '内容嵌套不超过 32 层。' },
    ])
    expect((await put({ name: '一', kinds: [], free: nested(20) })).statusCode).toBe(200)
    const json = { 'content-type': 'application/json' }
    for (const payload of ['{', '"\\', '{"__proto__":{"x":1}}', '[1', 'nul', '[[[['.repeat(50_000)])
      expect((await put(payload, json)).json().error.code).toBe('request.invalid')
    expect((await put('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415)
    expect((await put('<a/>', { 'content-type': 'text/xml' })).json().error.code).toBe('request.unsupported-type')
    const large = await put({ name: '一', kinds: [], free: { a: 'x'.repeat(1_100_000) } })
    expect([large.statusCode, large.json().error.code]).toEqual([413, 'request.too-large'])
  })

  test('地址与查询中的错误同样说明；不认识的查询项拒绝', async () => {
    const id = randomUUID()
    expect((await send({ url: `/api/things/${id}?size=3` })).json()).toEqual({ id, size: 3 })
    expect(fieldsOf(await send({ url: '/api/things/abc' }))).toMatchObject([{ in: 'params', pointer: '/thing' }])
    expect(fieldsOf(await send({ url: `/api/things/${id}?size=0` }))).toMatchObject([{ message: '不小于 1。' }])
    expect(fieldsOf(await send({ url: `/api/things/${id}?size=二&x=1` }))).toMatchObject([
      { in: 'query', pointer: '/size', message: '请填写整数。' },
      { in: 'query', pointer: '/x', message: '系统没有这一项。' },
    ])
    for (const url of ['/api/things/%', '/api/nowhere', '/api/things/%00', `/api/things/${'a'.repeat(300)}`]) {
      const answer = await send({ url })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(Object.keys(refusals)).toContain(answer.json().error.code)
    }
  })

  test('没有请求体的操作不接受请求体', async () => {
    expect((await send({ method: 'DELETE', url: '/api/things' })).statusCode).toBe(204)
    expect((await send({ method: 'DELETE', url: '/api/things', payload: { a: 1 } })).statusCode).toBe(400)
  })

  test('写操作须有操作编号（UUID）', async () => {
    for (const headers of [{}, { 'idempotency-key': '' }, { 'idempotency-key': 'abc' }])
      expect((await app.inject({ method: 'DELETE', url: '/api/things', headers })).json().error.code).toBe(
        'request.key-missing',
      )
  })

  test('任何 JSON 都得到 2xx 或带代码的 4xx，从不 5xx，从不暴露内部信息', async () => {
    const near = fc.record(
      {
        name: fc.oneof(fc.string({ unit: 'binary', maxLength: 25 }), fc.jsonValue()),
        kinds: fc.oneof(fc.array(fc.constantFrom('a', 'b', 'c')), fc.jsonValue()),
        size: fc.oneof(fc.double(), fc.integer(), fc.jsonValue()),
        free: fc.oneof(fc.object(), fc.jsonValue()),
        day: fc.oneof(fc.string(), fc.constantFrom('2026-13-01', '9999-12-31', '0000-00-00', '2024-02-29')),
        at: fc.oneof(fc.string(), fc.constant('2026-09-01T08:00:00+08:00')),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue({ depthSize: 'medium' }), near), async (value) => {
        const answer = await put(JSON.stringify(value), { 'content-type': 'application/json' })
        if (answer.statusCode === 200) return
        expect(answer.statusCode).toBeGreaterThanOrEqual(400)
        expect(answer.statusCode).toBeLessThan(500)
        const { error } = answer.json()
        expect(Object.keys(refusals)).toContain(error.code)
        expect(error.message).not.toBe('')
        expect(answer.payload).not.toMatch(/\.[tj]s:\d+:\d+|node_modules\//)
      }),
      { numRuns: 500 },
    )
  })

  test('任何字节作为请求体也一样', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (value) => {
        const answer = await put(Buffer.from(value), { 'content-type': 'application/json' })
        expect(answer.statusCode).toBeLessThan(500)
        expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 200 },
    )
  })
})

describe('答复', () => {
  test('拒绝带代码、说明、办法和条款；未预料的错误只说系统暂时无法处理', async () => {
    const refused = await send({ url: '/api/fail/refuse' })
    expect([refused.statusCode, refused.json().error]).toEqual([
      404,
      {
        code: 'case.not-found',
        message: refusals['case.not-found'].message,
        remedy: refusals['case.not-found'].remedy,
        details: { case: 'x' },
      },
    ])
    const failed = await send({ url: '/api/fail/throw' })
    expect([failed.statusCode, failed.json().error.code]).toEqual([503, 'server.unavailable'])
    expect(failed.payload).not.toContain('secret')
  })

  test('数据库按辖区拒绝的，答复同样是“不属于您所在地区管辖”', async () => {
    const answer = await send({ url: '/api/fail/elsewhere' })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'act.not-your-jurisdiction'])
  })

  test('未声明的字段不出系统；不符合约定的答复算作系统错误', async () => {
    expect((await send({ url: '/api/fail/leak' })).json()).toEqual({ shown: 'a' })
    expect((await send({ url: '/api/fail/other' })).statusCode).toBe(503)
  })

  test('接口答复的安全头；不缓存；请求有编号', async () => {
    const { headers } = await send({ url: '/api/fail/leak' })
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test('时间由时钟给出，日期按北京时间', async () => {
    contexts = []
    await put({ name: '一', kinds: [] })
    expect(contexts[0]).toMatchObject({
      now: '2026-08-31T16:30:00.000Z',
      today: '2026-09-01',
      wall: '2026-11-01T00:00:00.000Z',
      actor: { kind: 'public' },
      idempotencyKey: key['idempotency-key'],
    })
  })
})

describe('文件', () => {
  const upload = (payload: Buffer, type = 'application/pdf') =>
    send({ method: 'PUT', url: '/api/things/file', payload, headers: { 'content-type': type } })

  test('上传按流处理，超过限度即止，类型须在声明之内', async () => {
    expect((await upload(Buffer.alloc(1000))).json()).toEqual({ length: 1000 })
    expect((await upload(Buffer.alloc(1001))).json().error.code).toBe('request.too-large')
    expect((await upload(Buffer.alloc(10), 'image/png')).json().error.code).toBe('request.unsupported-type')
    const chunked = await send({
      method: 'PUT',
      url: '/api/things/file',
      payload: (await import('node:stream')).Readable.from([Buffer.alloc(600), Buffer.alloc(600)]),
      headers: { 'content-type': 'application/pdf' },
    })
    expect(chunked.json().error.code).toBe('request.too-large')
  })

  test('下载带文件名，内容不能作为网页运行', async () => {
    const answer = await send({ url: '/api/things/file' })
    expect([...answer.rawPayload]).toEqual([1, 2])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''%E5%9B%9E%E6%89%A7%201.pdf",
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('谁可以使用', () => {
  test('未登录先请登录', async () => {
    for (const url of ['/api/office', `/api/enterprises/${randomUUID()}/mine`]) {
      const answer = await send({ url })
      expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'session.required'])
    }
  })
})
