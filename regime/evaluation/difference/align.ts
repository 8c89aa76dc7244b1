import { canonicalise } from '../../kernel/canonical.ts'
import { type Raw, rawList, rawOf } from '../reading/raw.ts'
import { relationOf } from '../reading/rule-in-words.ts'

/** Entries of two lists that answer to each other; a position is undefined where the other list has nothing. */
export interface Pair {
  readonly before: number | undefined
  readonly after: number | undefined
}

/** Ids of the metrics a rule looks at, those of conditions it refers to included where `find` knows them. */
export const metricsOf = (rule: Raw, find: (id: string) => Raw | undefined = () => undefined): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (one: Raw): void => {
    if (one.metric !== undefined) found.add(String(one.metric))
    if (one.condition !== undefined) visit(find(String(one.condition)) ?? {})
    for (const key of ['all', 'any', 'exempt'] as const) rawList(one[key]).forEach(visit)
  }
  visit(rule)
  return found
}

const kindOf = (rule: Raw): string =>
  ['metric', 'score', 'condition', 'all', 'any'].find((key) => rule[key] !== undefined) ?? ''

type Key = (rule: Raw) => string | undefined

const keys: readonly Key[] = [
  (rule) => canonicalise(rule),
  (rule) => (rule.id === undefined ? undefined : String(rule.id)),
  (rule) =>
    rule.metric === undefined
      ? undefined
      : canonicalise([rule.metric, rule.year ?? null, rule.years ?? null, rawOf(rule.where), relationOf(rule) ?? null]),
  (rule) => (rule.condition === undefined ? undefined : `condition ${String(rule.condition)}`),
  (rule) => (rule.score === undefined ? undefined : `score ${String(rule.score)}`),
  (rule) => (rule.metric === undefined ? undefined : canonicalise([rule.metric, rule.year ?? null])),
  (rule) => (rule.metric === undefined ? undefined : String(rule.metric)),
  (rule) => (rule.name === undefined || rule.metric !== undefined ? undefined : String(rule.name)),
  (rule) => {
    const metrics = [...metricsOf(rule)].sort()
    return metrics.length === 0 ? undefined : canonicalise([kindOf(rule), metrics])
  },
]

/** Which rules answer to which: the same, then the same subject, then ever looser likeness; what is left is new or gone. */
export const alignRules = (before: readonly Raw[], after: readonly Raw[]): readonly Pair[] => {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  for (const key of keys)
    after.forEach((rule, position) => {
      const wanted = key(rule)
      if (partner.has(position) || wanted === undefined) return
      const found = before.findIndex((other, index) => !taken.has(index) && key(other) === wanted)
      if (found < 0) return
      partner.set(position, found)
      taken.add(found)
    })
  const [left] = before.flatMap((rule, index) => (taken.has(index) || kindOf(rule) === 'metric' ? [] : [index]))
  const [right] = after.flatMap((rule, index) => (partner.has(index) || kindOf(rule) === 'metric' ? [] : [index]))
  // One compound rule left on each side: rewritten rather than dropped and added.
  if (
    left !== undefined &&
    right !== undefined &&
    taken.size === before.length - 1 &&
    partner.size === after.length - 1
  ) {
    partner.set(right, left)
    taken.add(left)
  }
  return [
    ...after.map((_, position): Pair => ({ before: partner.get(position), after: position })),
    ...before.flatMap((_, index): readonly Pair[] => (taken.has(index) ? [] : [{ before: index, after: undefined }])),
  ]
}

/** True where the pairs stand in another order than before. */
export const isReordered = (pairs: readonly Pair[]): boolean => {
  const positions = pairs.flatMap(({ before, after }) => (before === undefined || after === undefined ? [] : [before]))
  return positions.some((position, index) => index > 0 && position < (positions[index - 1] as number))
}
