import { z } from 'zod'
import { isBytes, isFile } from '../../contract/bytes.ts'
import { ErrorAnswer } from '../../contract/problem.ts'
import { type Contract, nothing, type RouteDefinition } from '../../contract/route.ts'
import { type RefusalCode, refusals } from '../../regime/kernel/errors.ts'
import { cookieName } from './sessionCookie.ts'

type Json = { [key: string]: unknown }

const general: readonly RefusalCode[] = ['request.invalid', 'server.unavailable']
const writes: readonly RefusalCode[] = ['request.key-missing', 'request.not-from-here', 'request.too-large']

/** Definitions a schema brings along become components; references follow them there. */
const hoist = (schema: Json, prefix: string, components: Json): Json => {
  const { $defs, $schema: _, ...rest } = schema
  const moved = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(moved)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) =>
        key === '$ref' && typeof value === 'string'
          ? [key, value.replace('#/$defs/', `#/components/schemas/${prefix}.`)]
          : [key, moved(value)],
      ),
    )
  }
  for (const [name, definition] of Object.entries(($defs as Json | undefined) ?? {}))
    components[`${prefix}.${name}`] = moved(definition)
  return moved(rest) as Json
}

const errorsOf = (route: RouteDefinition): Json => {
  const codes = new Set<RefusalCode>([...general, ...(route.errors ?? [])])
  if (route.method !== 'GET') for (const code of writes) codes.add(code)
  if (route.who !== 'anyone') codes.add('session.required')
  if (typeof route.who !== 'string') codes.add('session.not-admitted')
  const byStatus = Map.groupBy(codes, (code) => refusals[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\` ${refusals[code].message}`).join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  )
}

const audience = (route: RouteDefinition): string =>
  route.who === 'anyone'
    ? '无需登录。'
    : route.who === 'signed-in'
      ? '须登录。'
      : `限${route.who.map((kind) => ({ person: '个人', firm: '企业人员', officer: '主管部门人员', administrator: '系统管理人员' })[kind]).join('、')}。`

const operation = (id: string, route: RouteDefinition, components: Json): Json => {
  const convert = (schema: z.ZodType, part: string, io: 'input' | 'output'): Json =>
    hoist(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json, `${id}.${part}`, components)
  const parameters: Json[] = []
  for (const place of ['params', 'query'] as const) {
    const schema = route[place]
    if (!schema) continue
    const { properties = {}, required = [] } = convert(schema, place, 'input') as {
      properties?: Json
      required?: string[]
    }
    for (const [name, of] of Object.entries(properties))
      parameters.push({
        name,
        in: place === 'params' ? 'path' : 'query',
        required: place === 'params' || required.includes(name),
        schema: of,
      })
  }
  if (route.method !== 'GET')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: '本次操作的编号（UUID）。同一操作重发时用同一编号，不会重复生效。',
      schema: { type: 'string', format: 'uuid' },
    })
  const content = (body: NonNullable<RouteDefinition['body']>): Json =>
    isBytes(body)
      ? Object.fromEntries(body.types.map((type) => [type, {}]))
      : { 'application/json': { schema: convert(body, 'body', 'input') } }
  const success = isFile(route.response)
    ? { 200: { description: '文件', content: Object.fromEntries(route.response.types.map((type) => [type, {}])) } }
    : route.response === nothing
      ? { 204: { description: '已办理' } }
      : {
          200: {
            description: '已办理',
            content: { 'application/json': { schema: convert(route.response, 'response', 'output') } },
          },
        }
  return {
    operationId: id,
    summary: route.summary,
    description: audience(route),
    tags: [...(route.tags ?? [])],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: true, content: content(route.body) } }),
    responses: { ...success, ...errorsOf(route) },
    ...(route.who === 'anyone' && { security: [] }),
  }
}

const errorSchema = (schemas: Json): Json => {
  const schema = hoist(z.toJSONSchema(ErrorAnswer) as Json, 'Error', schemas)
  const { error } = schema.properties as { error: { properties: { code: Json } } }
  error.properties.code.enum = Object.keys(refusals)
  return schema
}

/** The contract as an OpenAPI 3.1 document. */
export const openapi = (contract: Contract, mode: 'demo' | 'production'): Json => {
  const schemas: Json = {}
  schemas.Error = errorSchema(schemas)
  const paths: Record<string, Json> = {}
  for (const [noun, routes] of Object.entries(contract))
    for (const [act, route] of Object.entries(routes)) {
      const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(`${noun}.${act}`, route, schemas) }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: '优质中小企业梯度培育系统接口',
      version: '1',
      description:
        '写操作须带请求头 `Idempotency-Key`（UUID）。登录后以会话 cookie 识别身份，写操作须同时声明来源（`Origin`）。' +
        '各项操作被拒绝时，答复中有错误代码、说明和处理办法；全部代码见[错误代码](/api/reference#errors)。',
    },
    security: [{ session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(mode) } },
    },
  }
}
