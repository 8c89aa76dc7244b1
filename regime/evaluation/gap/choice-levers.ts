import type { Rule, StandardDefinition } from '../definition.ts'
import { nameOfFact } from '../fact-names.ts'
import type { Facts, ManagementFacts } from '../facts.ts'
import type { ChoiceMetric, TallyMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import type { Lever } from './lever.ts'
import type { Move } from './move.ts'

/** Facts of a flat section with one key changed. */
const written = (facts: Facts, path: string, value: unknown): Facts => {
  const [section = '', key = ''] = path.split('/').slice(1)
  const before = (facts as unknown as { readonly [name: string]: object | null })[section] ?? {}
  return { ...facts, [section]: { ...before, [key]: value } } as Facts
}

/** Path of a choice's fact even while its whole section is unknown. */
const pathsById: { readonly [id: string]: string } = {
  'registered-in-henan': '/enterprise/registeredInHenan',
  'independent-legal-person': '/enterprise/independentLegalPerson',
  'abnormal-operation': '/enterprise/abnormalOperation',
  'serious-dishonesty': '/enterprise/seriousDishonesty',
  'prohibited-product': '/enterprise/prohibitedProduct',
  'strategic-emerging': '/product/strategicEmerging',
  'key-field': '/product/keyField',
  'chain-key-link': '/product/chainKeyLink',
  'well-known': '/product/wellKnown',
  'share-foremost': '/product/shareForemost',
  'chain-role': '/product/chainRole',
  'management-system-certified': '/management/managementSystemCertified',
  'product-certified-abroad': '/management/productCertifiedAbroad',
  'competitive-own-brand': '/management/competitiveOwnBrand',
  'core-business-on-information-system': '/management/coreBusinessOnInformationSystem',
  'sound-governance': '/management/soundGovernance',
}

const wantedOf = (definition: StandardDefinition, position: number): ReadonlySet<string | boolean> => {
  const wanted = new Set<string | boolean>()
  const visit = (rule: Rule | null): void => {
    if (rule?.kind === 'test' && rule.metric === position && rule.value !== null) wanted.add(rule.value)
    if (rule?.kind === 'all' || rule?.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of definition.conditions) visit(rule)
  for (const { scale } of definition.score?.indicators ?? [])
    if (scale.kind === 'options') for (const { rule } of scale.options) visit(rule)
  return wanted
}

const choiceMoves = (
  trace: Trace,
  metric: ChoiceMetric,
  path: string,
  wanted: ReadonlySet<string | boolean>,
): readonly Move[] => {
  const before = metric.read(trace.context)
  return [...wanted].flatMap((value, order): Move[] => {
    if (before === value) return []
    const sentence =
      before === null
        ? `补填${metric.name}：${metric.wording(value)}`
        : `${metric.name}：由“${metric.wording(before)}”变为“${metric.wording(value)}”`
    return [
      {
        id: `choice:${metric.key}`,
        kind: before === null ? 'supply' : path.startsWith('/management') ? 'management' : 'judgement',
        sentence,
        // Options stand in the law's order, the best first; a lesser one is a smaller step.
        amount: BigInt(wanted.size - order),
        changes: [{ path, value }],
        apply: (facts) => written(facts, path, value),
      },
    ]
  })
}

/** Levers on judged flags and choices that the standard asks for. New or renewal is not the enterprise's to choose. */
export const choiceLevers = (definition: StandardDefinition): readonly Lever[] =>
  definition.metrics.flatMap((metric, position): Lever[] => {
    const path = metric.kind === 'choice' ? pathsById[metric.key] : undefined
    if (metric.kind !== 'choice' || path === undefined) return []
    const wanted = wantedOf(definition, position)
    const moves = (trace: Trace): readonly Move[] =>
      [...choiceMoves(trace, metric, path, wanted)].sort((a, b) => Number(a.amount - b.amount))
    return [{ id: `choice:${metric.key}`, touches: new Set([position]), moves }]
  })

const measureMoves = (trace: Trace, metric: TallyMetric): readonly Move[] => {
  const measures = (metric.family.read(trace.context) ?? []) as readonly {
    readonly key: keyof ManagementFacts
    readonly name: string
  }[]
  return measures.flatMap(({ key, name }): Move[] => {
    const before = trace.context.facts.management?.[key] ?? null
    const path = `/management/${key}`
    if (before === true) return []
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
  })
}

/** One lever per quality measure not yet in place. */
export const measureLevers = (definition: StandardDefinition): readonly Lever[] =>
  definition.metrics.flatMap((metric, position): Lever[] => {
    if (metric.kind !== 'tally' || !metric.family.entryPath) return []
    return (['provincialQualityAward', 'qualitySystemCertified', 'ownBrand', 'standardsSetting'] as const).map(
      (key) => ({
        id: `measure:${key}`,
        touches: new Set([position]),
        moves: (trace) => measureMoves(trace, metric).filter(({ id }) => id === `measure:${key}`),
      }),
    )
  })
