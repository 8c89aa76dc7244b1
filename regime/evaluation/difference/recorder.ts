import { canonicalise } from '../../kernel/canonical.ts'
import type { DocumentPath } from '../loading/standard-refusal.ts'
import type { Raw } from '../reading/raw.ts'
import { boundText, type WordsScope } from '../reading/rule-in-words.ts'
import type { Difference, Direction, Side } from './difference.ts'

/** What is being compared, and where differences are written down. */
export interface Comparison {
  readonly before: WordsScope
  readonly after: WordsScope
  readonly record: (difference: Difference) => void
}

/** A place both editions have: what it is called and where it stands. */
export interface Spot {
  readonly section: Difference['section']
  readonly place: string
  readonly path: DocumentPath
  readonly cites: readonly [before: string | null, after: string | null]
}

export const same = (a: unknown, b: unknown): boolean =>
  a === undefined || b === undefined ? a === b : canonicalise(a) === canonicalise(b)

/** Any value in words: thresholds spaced, lists joined, and what has no words as it is written. */
export const valueText = (value: unknown): string => {
  if (value === undefined) return '（无）'
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.map(valueText).join('、')
  return typeof value === 'object' ? JSON.stringify(value) : boundText(value)
}

/** Records one change at a spot; a side that is undefined has nothing of the kind. */
export const recordAt = (
  { record }: Comparison,
  { section, place, path, cites }: Spot,
  matter: string,
  sides: readonly [before: string | undefined, after: string | undefined],
  direction: Direction = 'neutral',
): void => {
  const side = (text: string | undefined, cite: string | null): Side | null =>
    text === undefined ? null : { text, cite }
  record({
    section,
    place,
    matter,
    direction,
    before: side(sides[0], cites[0]),
    after: side(sides[1], cites[1]),
    path,
  })
}

/** Words and citations of a place, none of which decides anything. */
const prose: { readonly [key: string]: string } = {
  name: '名称',
  label: '文字说明',
  cite: '依据',
  note: '口径说明',
  uncertain: '待核',
  title: '标准名称',
  aim: '所达到的',
}

/** Records changed wording at a place, and as they are written all keys that nobody else answers for. */
export const recordRest = (
  comparison: Comparison,
  spot: Spot,
  before: Raw,
  after: Raw,
  handled: readonly string[],
): void => {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (handled.includes(key) || same(before[key], after[key])) continue
    const own: Spot = { ...spot, path: [...spot.path, key], section: key in prose ? '文字' : spot.section }
    const text = (value: unknown) => (value === undefined ? undefined : valueText(value))
    recordAt(comparison, own, prose[key] ?? `键 ${key}`, [text(before[key]), text(after[key])])
  }
}

/** The citation of a place, or of the place above it. */
export const citesOf = (before: Raw, after: Raw, above: Spot['cites'] = [null, null]): Spot['cites'] => [
  typeof before.cite === 'string' ? before.cite : above[0],
  typeof after.cite === 'string' ? after.cite : above[1],
]
