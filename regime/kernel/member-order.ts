/** The keys of an object in canonical order, each with what is written before its member: `"key":`. */
export interface MemberOrder {
  readonly keys: readonly string[]
  readonly labels: readonly string[]
}

interface Kept extends MemberOrder {
  readonly given: readonly string[]
}

// Documents of one kind have the same few sets of keys, and sorting them would be most of the work of their canonical
// form: the orders met first are kept, by their first key. Few and small, so that no input can fill the memory.
const MOST_ORDERS = 256
const MOST_KEYS = 32
const LONGEST_KEYS = 1000
const kept = new Map<string, Kept[]>()
let orders = 0

const isSame = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Keys by UTF-16 code units, as RFC 8785 asks and the default sort does; `quote` writes one as JSON. */
export const orderOf = (given: readonly string[], quote: (key: string) => string): MemberOrder => {
  const first = given[0] ?? ''
  const known = kept.get(first)
  if (known !== undefined) for (const order of known) if (isSame(order.given, given)) return order
  const keys = [...given].sort()
  const order: Kept = { given, keys, labels: keys.map((key) => `${quote(key)}:`) }
  if (orders < MOST_ORDERS && given.length <= MOST_KEYS && given.join('').length <= LONGEST_KEYS) {
    orders++
    if (known === undefined) kept.set(first, [order])
    else known.push(order)
  }
  return order
}
