import fc from 'fast-check'
import { z } from 'zod'

interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('郑州某某精密机械有限公司', '材料不全，请补充审计报告', '张三丰', '8') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)

const texts = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.format === 'uuid') return fc.uuid({ version: 4 })
  if (schema.format === 'date') return fc.constantFrom('2026-09-01', '2026-02-28', '2024-02-29', '2026-02-29')
  if (schema.format === 'date-time') return fc.constantFrom('2026-09-01T08:00:00+08:00', '2026-09-01T00:00:00Z')
  if (schema.pattern?.includes('@')) return fc.constantFrom('13800138000', 'someone@example.com')
  if (schema.pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(schema.pattern, 'u')), words)
  return fc.oneof(words, fc.constantFrom('410100', '410000', 'innovative', '91410100DEM000014P', '312.5', '2026-09-01'))
}

/**
 * Values a JSON Schema mostly allows: near enough to get past the door and into the handler, wrong often enough to be
 * refused there too.
 */
const ofSchema = (schema: Schema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(ofSchema))
  if (schema.allOf?.[0]) return ofSchema(schema.allOf[0])
  switch (schema.type) {
    case 'string':
      return texts(schema)
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -1e6), max: Math.min(schema.maximum ?? 50, 1e6) })
    case 'number':
      return fc.double({ min: schema.minimum ?? -5, max: schema.maximum ?? 50, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(ofSchema))
      return fc.array(ofSchema(schema.items ?? {}), { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: 3 })
    case 'object':
      return objects(schema)
    default:
      return fc.jsonValue()
  }
}

const objects = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> => {
  const declared = fc.record(Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, ofSchema(of)])), {
    requiredKeys: [...required],
  })
  if (Object.keys(properties).length > 0 || typeof additionalProperties !== 'object') return declared
  return fc.dictionary(words, ofSchema(additionalProperties), { maxKeys: 3 })
}

/** Requests a zod schema mostly admits; one in eight is any JSON at all. */
export const nearly = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 7, arbitrary: ofSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema) },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
