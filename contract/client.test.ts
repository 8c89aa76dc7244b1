import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { bytes, file, type ReceivedFile, type ServedFile } from './bytes.ts'
import { addressOf, type Client, createClient, freshKey, type Transport, type WireRequest } from './client.ts'
import { ApiProblem, errorAnswer } from './problem.ts'
import { nothing, type RouteGiven, type RouteTaken, route } from './route.ts'

const thing = {
  get: route({
    method: 'GET',
    path: '/api/things/:thing',
    summary: '查看',
    who: 'anyone',
    params: z.strictObject({ thing: z.uuid() }),
    query: z.strictObject({ page: z.string().optional() }),
    response: z.object({ name: z.string() }),
  }),
  list: route({ method: 'GET', path: '/api/things', summary: '列表', who: 'anyone', response: z.array(z.string()) }),
  rename: route({
    method: 'PUT',
    path: '/api/things/:thing',
    summary: '改名',
    who: ['officer'],
    params: z.strictObject({ thing: z.uuid() }),
    body: z.strictObject({ name: z.string().transform((text) => text.length) }),
    response: nothing,
  }),
  send: route({
    method: 'POST',
    path: '/api/things',
    summary: '上传',
    who: 'signed-in',
    body: bytes({ types: ['application/pdf'], limit: 10 }),
    response: file('application/pdf'),
  }),
}
const contract = { thing }

const answering = (status: number, body: unknown) => {
  const sent: WireRequest[] = []
  const transport: Transport = async (request) => {
    sent.push(request)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { status, type: 'application/json', text: async () => text, bytes: async () => new Uint8Array() }
  }
  return { client: createClient(contract, transport), sent }
}

const id = '00000000-0000-4000-8000-000000000001'

describe('接口约定的类型', () => {
  test('客户端的输入输出由约定得出', () => {
    type C = Client<typeof contract>
    expectTypeOf<Parameters<C['thing']['get']>[0]>().toExtend<{ params: { thing: string } }>()
    expectTypeOf<Awaited<ReturnType<C['thing']['get']>>>().toEqualTypeOf<{ name: string }>()
    expectTypeOf<Awaited<ReturnType<C['thing']['rename']>>>().toEqualTypeOf<null>()
    expectTypeOf<Awaited<ReturnType<C['thing']['send']>>>().toEqualTypeOf<ReceivedFile>()
    // @ts-expect-error a wrong field name does not compile
    const wrong: Parameters<C['thing']['rename']>[0] = { params: { thing: id }, body: { nam: '' } }
    // @ts-expect-error a missing parameter does not compile
    const missing: Parameters<C['thing']['get']>[0] = { query: {} }
    expect([wrong, missing]).toHaveLength(2)
  })

  test('处理程序得到校验后的值', () => {
    expectTypeOf<RouteTaken<typeof thing.rename>['body']>().toEqualTypeOf<{ name: number }>()
    expectTypeOf<RouteTaken<typeof thing.send>['body']>().toEqualTypeOf<AsyncIterable<Uint8Array>>()
    expectTypeOf<RouteGiven<typeof thing.send>>().toEqualTypeOf<ServedFile>()
    expectTypeOf<RouteTaken<typeof thing.list>>().toEqualTypeOf<unknown>()
  })

  test('路径参数与声明不一致时不能定义', () => {
    const params = z.strictObject({ b: z.string() })
    expect(() =>
      route({ method: 'GET', path: '/api/x/:a', summary: '', who: 'anyone', params, response: nothing }),
    ).toThrow('params')
    const body = z.strictObject({})
    expect(() => route({ method: 'GET', path: '/api/x', summary: '', who: 'anyone', body, response: nothing })).toThrow(
      'body',
    )
  })
})

describe('客户端', () => {
  test('参数与查询写入地址，特殊字符转义', () => {
    expect(addressOf(thing.get, { params: { thing: 'a/b' }, query: { page: '二', none: undefined } })).toBe(
      '/api/things/a%2Fb?page=%E4%BA%8C',
    )
  })

  test('写操作带操作编号，重发时用同一编号', async () => {
    const { client, sent } = answering(200, null)
    await client.thing.rename({ params: { thing: id }, body: { name: '新' } }, { key: id })
    await client.thing.rename({ params: { thing: id }, body: { name: '新' } })
    expect(sent[0]?.headers['idempotency-key']).toBe(id)
    expect(sent[1]?.headers['idempotency-key']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
    expect(freshKey()).not.toBe(freshKey())
  })

  test('读操作不带操作编号', async () => {
    const { client, sent } = answering(200, ['a'])
    expect(await client.thing.list()).toEqual(['a'])
    expect(sent[0]?.headers).not.toHaveProperty('idempotency-key')
  })

  test('拒绝以 ApiProblem 抛出，带代码、说明与办法', async () => {
    const fields = [{ in: 'body', pointer: '/name', message: '必填。' }]
    const { client } = answering(400, errorAnswer('request.invalid', { fields }))
    const problem = await client.thing.list().catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid', fields })
    expect((problem as ApiProblem).remedy).not.toBe('')
  })

  test('不是约定格式的答复也成为可读的问题', async () => {
    for (const body of ['<html>', '', { error: 'x' }])
      await expect(answering(502, body).client.thing.list()).rejects.toMatchObject({ code: 'server.unavailable' })
    await expect(answering(200, { wrong: 1 }).client.thing.list()).rejects.toBeInstanceOf(ApiProblem)
  })

  test('没有答复时说明可以重试', async () => {
    const client = createClient(contract, () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(client.thing.list()).rejects.toMatchObject({ status: 0, code: 'server.unreachable' })
  })
})
