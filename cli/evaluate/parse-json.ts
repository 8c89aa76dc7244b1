import { FactsRefusal } from '../../regime/evaluation/facts-refusal.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** Members written in a JSON text: colons outside strings. */
const countWritten = (text: string): number => {
  let count = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === COLON) count++
  }
  return count
}

/** Members a parsed value has. Iterative, because nesting comes from outside. */
const countParsed = (value: unknown): number => {
  let count = 0
  const rest: unknown[] = [value]
  while (rest.length > 0) {
    const one = rest.pop()
    if (typeof one !== 'object' || one === null) continue
    if (Array.isArray(one)) for (const member of one) rest.push(member)
    else
      for (const key in one) {
        count++
        const member = (one as { readonly [key: string]: unknown })[key]
        if (typeof member === 'object') rest.push(member)
      }
  }
  return count
}

// Facts nest five deep. A long text is looked at first: parsing sixty million brackets takes gigabytes.
const DEEPEST = 100
const LONG = 1024 * 1024

const nestsTooDeep = (text: string): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > DEEPEST) return true
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--
  }
  return false
}

/** Parses one JSON text; refuses what is none. */
export const parseJson = (text: string): unknown => {
  if (text.length > LONG && nestsTooDeep(text))
    throw new FactsRefusal('', '嵌套过深', `一个 JSON 对象，嵌套不超过 ${DEEPEST} 层`)
  try {
    return JSON.parse(text)
  } catch {
    throw new FactsRefusal('', '不是正确的 JSON', '一个 JSON 对象（UTF-8）')
  }
}

/**
 * Refuses a key written twice in one object of a text already parsed: JSON.parse silently keeps the last, and a decision
 * must not rest on a reading that another implementation does not share (RFC 8785, I-JSON).
 */
export const refuseRepeatedKeys = (text: string, value: unknown): void => {
  if (countWritten(text) !== countParsed(value)) throw new FactsRefusal('', '同一对象内有重复的键', '每个键只写一次')
}
