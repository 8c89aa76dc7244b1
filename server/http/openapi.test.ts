import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/index.ts'
import { refusals } from '../../regime/kernel/errors.ts'
import { type TestApp, testApp } from '../../test/app.ts'

type Json = { [key: string]: unknown }

let house: TestApp
let document: Json
beforeAll(async () => {
  house = await testApp()
  document = (await house.app.inject('/api/openapi.json')).json()
})
afterAll(() => house.close())

const walk = (node: unknown, visit: (node: Json, at: string) => void, at = ''): void => {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Json, at)
  for (const [key, value] of Object.entries(node)) walk(value, visit, `${at}/${key}`)
}

describe('接口说明（OpenAPI 3.1）', () => {
  test('每个操作都在其中，编号不重复', () => {
    const ids: string[] = []
    walk(document.paths, (node) => {
      if (typeof node.operationId === 'string') ids.push(node.operationId)
    })
    const routes = Object.entries(contract).flatMap(([noun, acts]) => Object.keys(acts).map((act) => `${noun}.${act}`))
    expect(ids.sort()).toEqual(routes.sort())
  })

  test('符合 3.1 的形状', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    for (const [path, item] of Object.entries(document.paths as Json)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
      for (const [method, operation] of Object.entries(item as Json) as [string, Json][]) {
        expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method)
        const parameters = (operation.parameters ?? []) as Json[]
        expect(
          parameters
            .filter((each) => each.in === 'path')
            .map(({ name }) => name)
            .sort(),
        ).toEqual(named)
        for (const each of parameters) {
          expect(each).toMatchObject({ name: expect.any(String), schema: expect.any(Object) })
          if (each.in === 'path') expect(each.required).toBe(true)
        }
        for (const [status, response] of Object.entries(operation.responses as Json)) {
          expect(status).toMatch(/^[2-5]\d\d$/)
          expect(response).toMatchObject({ description: expect.any(String) })
        }
        const body = operation.requestBody as Json | undefined
        if (body) expect(Object.keys(body.content as Json).length).toBeGreaterThan(0)
      }
    }
  })

  test('引用都指向存在的内容，没有 3.0 的遗留写法', () => {
    walk(document, (node, at) => {
      if (typeof node.$ref === 'string') {
        const path = node.$ref.split('/').slice(1)
        const target = path.reduce<unknown>((found, key) => (found as Json | undefined)?.[key], document)
        expect(target, `${at} → ${node.$ref}`).toBeDefined()
      }
      if (at.includes('/schema')) expect(node).not.toHaveProperty('nullable')
      expect(node).not.toHaveProperty('$schema')
    })
  })

  test('错误代码全部列出，说明页上每个代码有自己的位置', async () => {
    const { schemas } = document.components as { schemas: { Error: { properties: { error: Json } } } }
    const { code } = schemas.Error.properties.error.properties as { code: { enum: string[] } }
    expect(code.enum).toEqual(Object.keys(refusals))
    const page = (await house.app.inject('/api/reference')).payload
    for (const each of code.enum) expect(page).toContain(`<tr id="${each}"><td><code>${each}</code></td>`)
  })

  test('说明页只用本站的脚本和样式', async () => {
    const page = await house.app.inject('/api/reference')
    expect(page.statusCode).toBe(200)
    expect(page.payload).toContain('<html lang="zh-CN">')
    const nonce = /nonce="([^"]+)"/.exec(page.payload)?.[1]
    expect(page.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(page.headers['content-security-policy']).not.toContain('unsafe')
    for (const [, asset] of page.payload.matchAll(/(?:src|href)="(\/api\/reference\/[^"#]+)"/g)) {
      const answer = await house.app.inject(String(asset))
      expect([asset, answer.statusCode]).toEqual([asset, 200])
    }
    expect((await house.app.inject('/api/reference/assets/index.html')).statusCode).toBe(404)
    expect((await house.app.inject('/api/reference/assets/../package.json')).statusCode).toBe(404)
  })
})
