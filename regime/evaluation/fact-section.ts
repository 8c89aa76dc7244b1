import type { Reader } from './fact-readers.ts'
import { pointerTo } from './facts-refusal.ts'
import { Fault, refuse, within } from './fault.ts'

/** Reads what must be there: an object, or an entry of a list. */
export type Strict<T> = (value: unknown) => T

type Fields = { readonly [key: string]: Reader<unknown> }
/** An object as it came in, its members not looked at yet. */
type Given<F extends Fields> = { readonly [K in keyof F]?: unknown }

/** A bound that no honest list meets and that keeps a hostile one cheap to refuse. */
export const LONGEST_LIST = 10_000

/** A member that may not be unknown. */
export const required = <T>(key: string, value: T | null): T => {
  if (value === null) throw new Fault(`/${key}`, '缺少必填项', '已知的值，不得缺少或为 null')
  return value
}

/** The first thing wrong among the members that are there, in the order in which they are written. */
const firstFault = (fields: Fields, allowed: string, given: { readonly [key: string]: unknown }): unknown => {
  for (const key in given) {
    const read = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!read) return new Fault(pointerTo('', key), '不认识的键', allowed)
    try {
      read(given[key])
    } catch (fault) {
      return within(fault, key)
    }
  }
  return undefined
}

/**
 * An object with these keys and no other. `fields` says what each member may be; `build` puts the facts together in one
 * literal, member by member, so that they all have one shape and reading them is fast. Where that meets anything wrong,
 * the object is gone through once more, in its own order, to tell the first thing.
 */
export const section = <F extends Fields, T>(fields: F, build: (given: Given<F>, read: F) => T): Strict<T> => {
  const allowed = `只含下列键的对象：${Object.keys(fields).join('、')}`
  // The keys met last time, by position: one firm after another mostly has the same, and they need no looking up.
  const last: string[] = []
  const hasOther = (given: object): boolean => {
    let position = 0
    for (const key in given) {
      if (last[position] !== key) {
        if (!Object.hasOwn(fields, key)) return true
        last[position] = key
      }
      position++
    }
    return false
  }
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(value, allowed)
    const given = value as { readonly [key: string]: unknown }
    if (hasOther(given)) throw firstFault(fields, allowed, given)
    try {
      return build(given as Given<F>, fields)
    } catch (fault) {
      throw fault instanceof Fault ? (firstFault(fields, allowed, given) ?? fault) : fault
    }
  }
}

/** A section or list as a member, which may be unknown as a whole. */
export const optional =
  <T>(read: Strict<T>): Reader<T> =>
  (value) =>
    value === null || value === undefined ? null : read(value)

const entriesOf = <T>(value: unknown, entry: Strict<T>): readonly T[] => {
  if (!Array.isArray(value) || value.length > LONGEST_LIST)
    return refuse(value, `列表，至多 ${LONGEST_LIST} 项（确知没有时写 []，不知道时写 null 或不写）`)
  const entries: T[] = []
  try {
    for (let index = 0; index < value.length; index++) entries.push(entry(value[index]))
  } catch (fault) {
    throw within(fault, entries.length)
  }
  return entries
}

/** A list of sections. */
export const list = <T>(entry: Strict<T>): Reader<readonly T[]> => optional((value) => entriesOf(value, entry))

/** A list whose entries carry a year, each year once. */
export const yearly = <T extends { readonly year: number }>(entry: Strict<T>): Reader<readonly T[]> =>
  optional((value) => {
    const entries = entriesOf(value, entry)
    const seen = new Set<number>()
    for (const [index, { year }] of entries.entries()) {
      if (seen.has(year)) throw new Fault(`/${index}/year`, `${year} 年重复`, '每个年度只出现一次')
      seen.add(year)
    }
    return entries
  })
