import type { Rule, StandardDefinition } from '../definition.ts'
import { nameOfFact } from '../fact-names.ts'
import type { Facts, ManagementFacts } from '../facts.ts'
import type { ChoiceMetric, TallyMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { type ChoiceWords, choiceWords } from './choice-words.ts'
import type { Lever } from './lever.ts'
import type { Move } from './move.ts'

/** Facts of a flat section, or a fact of its own, with one value changed. */
const written = (facts: Facts, path: string, value: unknown): Facts => {
  const [section = '', key] = path.split('/').slice(1)
  if (key === undefined) return { ...facts, [section]: value } as Facts
  const before = (facts as unknown as { readonly [name: string]: object | null })[section] ?? {}
  return { ...facts, [section]: { ...before, [key]: value } } as Facts
}

/** Values of a choice that the standard asks for somewhere, in the law's order. */
const wantedOf = (definition: StandardDefinition, position: number): readonly (string | boolean)[] => {
  const wanted = new Set<string | boolean>()
  const visit = (rule: Rule | null): void => {
    if (rule?.kind === 'test' && rule.metric === position && rule.value !== null) wanted.add(rule.value)
    if (rule?.kind === 'all' || rule?.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of definition.conditions) visit(rule)
  for (const { scale } of definition.score?.indicators ?? [])
    if (scale.kind === 'options') for (const { rule } of scale.options) visit(rule)
  return [...wanted]
}

const sentenceOf = (
  metric: ChoiceMetric,
  words: ChoiceWords,
  before: string | boolean | null,
  value: string | boolean,
): string => {
  if (before === null) return `补填${metric.name}：${metric.wording(value)}`
  if (words.deed !== undefined) return words.deed
  const wish = typeof value === 'boolean' ? metric.name : `${metric.name}：${metric.wording(value)}`
  return `${wish}（现填“${metric.wording(before)}”；须事实如此，由审核人员认定）`
}

/** Levers on judged flags and choices that the standard asks for. */
export const choiceLevers = (definition: StandardDefinition): readonly Lever[] =>
  definition.metrics.flatMap((metric, position): Lever[] => {
    const words = metric.kind === 'choice' ? choiceWords[metric.key] : undefined
    if (metric.kind !== 'choice' || words === undefined) return []
    const wanted = wantedOf(definition, position)
    const moves = (trace: Trace): readonly Move[] => {
      const before = metric.read(trace.context)
      if (before !== null && words.kind === 'supply') return []
      return wanted
        .flatMap((value, order): Move[] =>
          before === value
            ? []
            : [
                {
                  id: `choice:${metric.key}`,
                  kind: before === null ? 'supply' : words.kind,
                  sentence: sentenceOf(metric, words, before, value),
                  // Options stand in the law's order, the best first; a lesser one is a smaller step.
                  amount: BigInt(wanted.length - order),
                  changes: [{ path: words.path, value }],
                  apply: (facts) => written(facts, words.path, value),
                },
              ],
        )
        .reverse()
    }
    return [{ id: `choice:${metric.key}`, touches: new Set([position]), writes: [words.path], moves }]
  })

const measureMoves = (trace: Trace, metric: TallyMetric, key: keyof ManagementFacts): readonly Move[] => {
  const measures = (metric.family.read(trace.context) ?? []) as readonly {
    readonly key: keyof ManagementFacts
    readonly name: string
  }[]
  const before = trace.context.facts.management?.[key] ?? null
  if (before === true) return []
  const path = `/management/${key}`
  const name = measures.find((measure) => measure.key === key)?.name ?? nameOfFact(path)
  return [
    {
      id: `measure:${key}`,
      kind: before === null ? 'supply' : 'management',
      sentence: before === null ? `补填${nameOfFact(path)}：是` : name,
      amount: 1n,
      changes: [{ path, value: true }],
      apply: (facts) => written(facts, path, true),
    },
  ]
}

/** One lever per quality measure not yet in place. */
export const measureLevers = (definition: StandardDefinition): readonly Lever[] =>
  definition.metrics.flatMap((metric, position): Lever[] => {
    if (metric.kind !== 'tally' || !metric.family.entryPath) return []
    return (['provincialQualityAward', 'qualitySystemCertified', 'ownBrand', 'standardsSetting'] as const).map(
      (key) => ({
        id: `measure:${key}`,
        touches: new Set([position]),
        writes: [`/management/${key}`],
        moves: (trace) => measureMoves(trace, metric, key),
      }),
    )
  })
