import { type TermInWords, termsInWords } from '../reading/term-words.ts'
import type { Direction } from './difference.ts'
import { compareQuantities, directionOf, turned } from './direction.ts'
import type { Comparison } from './recorder.ts'

/** Terms of which more asks more of a firm, by the end of their path; of the others, more asks less. */
const asksMore = ['longer-than', 'kept-longer-than', 'not-within', 'incidents/years']
const asksLess = ['at-most', 'years', 'dilution-at-most', 'employees', 'revenue', 'total-assets']

const PROSE: ReadonlySet<string> = new Set(['cite', 'uncertain', 'note', 'name'])

const directionOfTerm = (path: string, before: unknown, after: unknown): Direction => {
  const ends = (list: readonly string[]) => list.some((end) => path === end || path.endsWith(`/${end}`))
  if (path.endsWith('first-list') && typeof before === 'string' && typeof after === 'string')
    return after > before ? 'stricter' : 'looser'
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = (list: readonly unknown[], other: readonly unknown[]) => list.every((one) => other.includes(one))
    const [shrunk, grown] = [kept(after, before), kept(before, after)]
    // More kinds that must first have been kept for years ask more; everywhere else more kinds let more count.
    const direction = shrunk === grown ? 'neutral' : shrunk ? 'stricter' : 'looser'
    return path.includes('/kept/') ? turned(direction) : path.startsWith('rights/') ? direction : 'neutral'
  }
  const sign = compareQuantities(before, after)
  if (sign === undefined || sign === 0) return 'neutral'
  if (ends(asksMore)) return directionOf(sign)
  return ends(asksLess) ? directionOf(-sign) : 'neutral'
}

const at = (terms: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.find((one) => one?.id === key) ?? value[Number(key)]
    return (value as { readonly [key: string]: unknown } | undefined)?.[key]
  }, terms)

/** Of a term one edition has and the other has not: transfers that never count, a rank among the owners. */
const oneSided = (path: string, isNew: boolean): Direction => {
  const end = path.split('/').slice(0, 2).join('/')
  const asks = end === 'rights/owner-rank' || path.endsWith('transferred/never')
  const lets = end === 'rights/class-two' || end === 'rights/high-value'
  if (!asks && !lets) return 'neutral'
  return asks === isNew ? 'stricter' : 'looser'
}

/** Records everything in which the terms of two editions differ: what their words mean, their readings, their citations. */
export const differTerms = ({ record }: Comparison, before: unknown, after: unknown): void => {
  const index = (terms: unknown) => new Map(termsInWords(terms).map((term) => [term.path.join('/'), term]))
  const [old, now] = [index(before), index(after)]
  const side = (term: TermInWords | undefined) => (term ? { text: term.text, cite: term.cite } : null)
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [was, is] = [old.get(key), now.get(key)]
    const term = (is ?? was) as TermInWords
    const values = [at(before, term.path), at(after, term.path)] as const
    if (was && is && JSON.stringify(values[0]) === JSON.stringify(values[1])) continue
    const last = term.path.at(-1) ?? ''
    const names = term.label.split(' › ')
    record({
      section: PROSE.has(last) ? '文字' : '口径',
      place: names.slice(0, -1).join(' › ') || '口径',
      matter: names.at(-1) ?? last,
      direction: PROSE.has(last)
        ? 'neutral'
        : was && is
          ? directionOfTerm(key, ...values)
          : oneSided(key, is !== undefined),
      before: was && is && was.text === is.text ? { text: JSON.stringify(values[0]), cite: was.cite } : side(was),
      after: was && is && was.text === is.text ? { text: JSON.stringify(values[1]), cite: is.cite } : side(is),
      path: ['terms', ...term.path],
    })
  }
}
