import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isBytes } from './bytes.ts'
import { contract } from './index.ts'
import type { RouteDefinition } from './route.ts'

const routes: [string, RouteDefinition][] = Object.entries(contract).flatMap(([noun, acts]) =>
  Object.entries(acts).map(([act, route]): [string, RouteDefinition] => [`${noun}.${act}`, route]),
)

/** Paths of the objects in a JSON Schema that let unknown keys through. */
const openObjects = (schema: unknown, at = ''): string[] => {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => openObjects(item, `${at}/${index}`))
  if (typeof schema !== 'object' || schema === null) return []
  const node = schema as Record<string, unknown>
  const open = node.type === 'object' && node.properties !== undefined && node.additionalProperties !== false
  return [...(open ? [at] : []), ...Object.entries(node).flatMap(([key, value]) => openObjects(value, `${at}/${key}`))]
}

describe('接口约定', () => {
  test.each(routes)('%s 有中文说明和分组', (_, route) => {
    expect(route.summary).toMatch(/\p{Script=Han}/u)
    expect(route.tags?.length).toBeGreaterThan(0)
  })

  test.each(routes)('%s 的请求中不认识的字段一律拒绝', (_, route) => {
    for (const part of [route.params, route.query, route.body])
      if (part !== undefined && !isBytes(part)) expect(openObjects(z.toJSONSchema(part, { io: 'input' }))).toEqual([])
  })

  test('方法与路径不重复', () => {
    const keys = routes.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
