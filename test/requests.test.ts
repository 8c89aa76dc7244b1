import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBytes } from '../contract/bytes.ts'
import { addressOf } from '../contract/client.ts'
import { contract } from '../contract/index.ts'
import type { Contract, RouteDefinition } from '../contract/route.ts'
import { refusals } from '../regime/kernel/errors.ts'
import { type TestApp, testApp, type Visitor } from './app.ts'
import { nearly } from './arbitrary.ts'

const RUNS = Number(process.env.TIDU_REQUEST_RUNS ?? 20)

let house: TestApp
const visitors: Visitor[] = []
beforeAll(async () => {
  house = await testApp()
  await house.account({ login: 'person@example.com' })
  await house.account({ login: 'local@example.com', officer: { authority: '410100', roles: ['handler', 'approver'] } })
  await house.account({ login: 'province@example.com', officer: { authority: '410000', roles: ['handler', 'leader'] } })
  for (const office of ['system', 'security', 'auditor'] as const)
    await house.account({ login: `${office}@example.com`, administrator: office })
  for (const name of ['person', 'local', 'province', 'system', 'security', 'auditor']) {
    const visitor = house.visitor({ ip: `10.9.0.${visitors.length}` })
    await visitor.login(`${name}@example.com`)
    visitors.push(visitor)
  }
  visitors.push(house.visitor())
})
afterAll(() => house.close())

const routes = Object.entries(contract as Contract).flatMap(([noun, acts]) =>
  Object.entries(acts).map(([act, route]): [string, RouteDefinition] => [`${noun}.${act}`, route]),
)

const inputs = (route: RouteDefinition) =>
  fc.record({
    params: route.params ? nearly(route.params) : fc.constant({}),
    query: route.query ? nearly(route.query) : fc.constant({}),
    body: route.body === undefined || isBytes(route.body) ? fc.constant(undefined) : nearly(route.body),
    bytes: fc.uint8Array({ maxLength: 300 }),
    visitor: fc.nat({ max: 6 }),
  })

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Values as an address can carry them: what has no text of its own (an object, one within a list) goes as JSON. */
const inAddress = (value: unknown): Record<string, unknown> => {
  const written = (one: unknown): unknown => (typeof one === 'object' && one !== null ? JSON.stringify(one) : one)
  return Object.fromEntries(
    Object.entries(asObject(value)).map(([key, one]) => [key, Array.isArray(one) ? one.map(written) : written(one)]),
  )
}

describe('任何请求都得到有代码的答复', () => {
  test.each(routes)('%s：不论谁、送来什么，都不会使系统出错', async (name, route) => {
    await fc.assert(
      fc.asyncProperty(inputs(route), async ({ params, query, body, bytes, visitor }) => {
        // Whoever is signed in must stay so: what changes a session is sent by a stranger.
        const sender = name.startsWith('session.') ? house.visitor({ ip: '10.9.1.1' }) : (visitors[visitor] as Visitor)
        const raw = isBytes(route.body) ? route.body : undefined
        const answer = await sender.request({
          method: route.method as 'GET',
          url: addressOf(route, { params: inAddress(params), query: inAddress(query) }),
          headers: {
            'idempotency-key': randomUUID(),
            ...(raw && { 'content-type': raw.types[0] }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(raw && { payload: Buffer.from(bytes) }),
          ...(body !== undefined && { payload: JSON.stringify(body) }),
        })
        if (answer.statusCode < 400) return
        const { error } = answer.json()
        expect(answer.statusCode, `${name}: ${error.code}`).toBeLessThan(500)
        expect(Object.keys(refusals)).toContain(error.code)
        expect(answer.payload).not.toMatch(/\.[tj]s:\d+:\d+|node_modules\/|violates .+ (policy|constraint)/)
      }),
      { numRuns: RUNS },
    )
  })
})
