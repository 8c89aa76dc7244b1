/** A JSON value as the canonical form takes it. `undefined` members of objects are left out, as JSON does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

const LONE_SURROGATE = /[\ud800-\udfff]/u

const text = (value: string): string => {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical form')
  return JSON.stringify(value)
}

const members = (value: { readonly [key: string]: unknown }): string => {
  // Code unit order is what RFC 8785 asks for, and what the default sort does.
  const keys = Object.keys(value).sort()
  let out = '{'
  for (const key of keys) {
    const member = value[key]
    if (member === undefined) continue
    if (out.length > 1) out += ','
    out += `${text(key)}:${canonicalise(member)}`
  }
  return `${out}}`
}

/**
 * The canonical JSON text of a value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as
 * ECMAScript writes them. A TypeError for what JSON cannot hold (NaN, functions, lone surrogates).
 */
export const canonicalise = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`)
      return JSON.stringify(value)
    case 'object': {
      if (value === null) return 'null'
      if (!Array.isArray(value)) return members(value as { readonly [key: string]: unknown })
      let out = '['
      for (let index = 0; index < value.length; index++) out += `${index > 0 ? ',' : ''}${canonicalise(value[index])}`
      return `${out}]`
    }
    default:
      throw new TypeError(`a ${typeof value} has no canonical form`)
  }
}
