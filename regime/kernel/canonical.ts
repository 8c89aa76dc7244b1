import { orderOf } from './member-order.ts'

/** A JSON value as the canonical form takes it. `undefined` members of objects are left out, as JSON does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

const LONE_SURROGATE = /[\ud800-\udfff]/u
const SPACE = 0x20
const QUOTE = 0x22
const BACKSLASH = 0x5c
const FIRST_SURROGATE = 0xd800
const LAST_SURROGATE = 0xdfff
// Past this the engine's own escaping is faster than looking at each character here.
const SHORT = 40

const escaped = (value: string): string => {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical form')
  return JSON.stringify(value)
}

const text = (value: string): string => {
  if (value.length > SHORT) return escaped(value)
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < SPACE || code === QUOTE || code === BACKSLASH || (code >= FIRST_SURROGATE && code <= LAST_SURROGATE))
      return escaped(value)
  }
  return `"${value}"`
}

const members = (value: { readonly [key: string]: unknown }): string => {
  const { keys, labels } = orderOf(Object.keys(value), text)
  let out = ''
  for (let at = 0; at < keys.length; at++) {
    const member = value[keys[at] as string]
    if (member === undefined) continue
    out += out === '' ? labels[at] : `,${labels[at]}`
    out += canonicalise(member)
  }
  return `{${out}}`
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
      return `${value}`
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
