import type { BandScale, Rule, StandardDefinition, TestRule } from '../../regime/evaluation/definition.ts'
import type { Verdict } from '../../regime/evaluation/explanation.ts'
import type { Bound, Unit } from '../../regime/evaluation/metric.ts'
import type { Reading } from '../../regime/evaluation/nodes/reading.ts'
import type { RuleNode, Trace } from '../../regime/evaluation/nodes/trace.ts'
import { type Amount, compareRatio, fraction } from '../../regime/kernel/fraction.ts'

const verdicts: { readonly [V in Verdict]: string } = { met: '满足', unmet: '不满足', undetermined: '待定' }
const outcomes: { readonly [V in Verdict]: string } = { met: '达到', unmet: '达不到', undetermined: '待定' }
const everyVerdict = Object.keys(verdicts) as readonly Verdict[]
const counted: ReadonlySet<Unit> = new Set(['年', '项', '次', '家', '件', '级', '名', '人'])

/** What stands exactly on an edge, next to it on the side that does not have it, or neither. */
type Side = '正好' | '差一点'

const NEAR = 100

/** Where a value lies towards an edge; `above` when the side that does not have the edge lies above it. */
const sideOf = (value: readonly [Amount, Amount], { lifted }: Bound, above: boolean, unit: Unit): Side | undefined => {
  const [numerator, denominator] = value
  const sign = compareRatio(numerator, denominator, lifted)
  if (sign === 0) return '正好'
  if (sign > 0 !== above) return undefined
  // Near: the next whole number of a count, and within a hundredth of the edge otherwise (a thousandth beside zero).
  const size = Math.abs(lifted.numerator)
  const step = counted.has(unit)
    ? fraction(1)
    : size === 0
      ? fraction(1, NEAR * 10)
      : fraction(size, lifted.denominator * NEAR)
  const far = fraction(
    lifted.numerator * step.denominator + (above ? 1 : -1) * step.numerator * lifted.denominator,
    lifted.denominator * step.denominator,
  )
  const beyond = compareRatio(numerator, denominator, far)
  return beyond === 0 || beyond > 0 !== above ? '差一点' : undefined
}

const settledValue = (reading: Reading): readonly [Amount, Amount] | undefined => {
  if (reading.kind === 'number') return reading.quotient
  if (reading.kind === 'tally' && reading.high !== null && reading.low === reading.high) return [reading.low, 1]
  return undefined
}

const unitOf = (definition: StandardDefinition, position: number): Unit => {
  const metric = definition.metrics[position]
  return metric?.kind === 'number' || metric?.kind === 'tally' ? metric.unit : '项'
}

/** One threshold that needs an example on it and one beside it. */
interface EdgeOf {
  readonly name: string
  readonly metric: number
  readonly bound: Bound
  readonly above: boolean
}

const edgesOfTest = (name: string, { metric, relation, bound }: TestRule): readonly EdgeOf[] =>
  bound === null
    ? []
    : [{ name: `${name} ${bound.text}`, metric, bound, above: relation === 'at-most' || relation === 'above' }]

/** Bands: their better end belongs to them (附件4（十三）), the other side has fewer points. */
const edgesOfBands = (name: string, { metric, bands }: BandScale): readonly EdgeOf[] => {
  const falling = bands[0]?.from === null
  return bands.flatMap(({ from, to }) => {
    const bound = falling ? to : from
    return bound ? [{ name: `${name} ${bound.text}`, metric, bound, above: falling }] : []
  })
}

interface Leaf {
  readonly name: string
  readonly rule: Exclude<Rule, { kind: 'all' | 'any' | 'reference' }>
}

/** The tests at the leaves of a rule; the same test named twice has its place in the name. */
const leavesOf = (rule: Rule, name: string): readonly Leaf[] => {
  if (rule.kind === 'reference') return []
  if (rule.kind === 'test' || rule.kind === 'score') return [{ name: `${name}·${rule.name}`, rule }]
  return rule.rules.flatMap((one, at) => leavesOf(one, rule.rules.length > 1 ? `${name}.${at + 1}` : name))
}

const leavesIn = (definition: StandardDefinition): readonly Leaf[] => [
  ...definition.conditions.flatMap(({ id, rule }) => leavesOf(rule, id)),
  ...(definition.score?.indicators ?? []).flatMap(({ id, scale }) =>
    scale.kind === 'options'
      ? scale.options.flatMap(({ option, rule }) => (rule ? leavesOf(rule, `${id} ${option}`) : []))
      : [],
  ),
]

const edgesIn = (definition: StandardDefinition): readonly EdgeOf[] => [
  ...leavesIn(definition).flatMap(({ name, rule }) => (rule.kind === 'test' ? edgesOfTest(name, rule) : [])),
  ...(definition.score?.indicators ?? []).flatMap(({ id, scale }) =>
    scale.kind === 'bands'
      ? edgesOfBands(id, scale)
      : scale.kind === 'best-of'
        ? scale.parts.flatMap((part) => edgesOfBands(`${id} ${part.name}`, part))
        : [],
  ),
]

/**
 * Every criterion of a standard that its examples have to show, as sentences: the outcome and each condition and test
 * met, unmet and undetermined; each option of each indicator, and it undecided; both sides of each edge.
 */
export const criteriaOf = (definition: StandardDefinition): readonly string[] => [
  ...everyVerdict.map((verdict) => `结论${outcomes[verdict]}`),
  ...definition.conditions.flatMap(({ id }) => everyVerdict.map((verdict) => `${id} ${verdicts[verdict]}`)),
  ...leavesIn(definition).flatMap(({ name }) => everyVerdict.map((verdict) => `${name} ${verdicts[verdict]}`)),
  ...leavesIn(definition).flatMap(({ name, rule }) =>
    rule.kind === 'score' ? [`${name} ${rule.atLeast} 分 正好`, `${name} ${rule.atLeast} 分 差一点`] : [],
  ),
  ...(definition.score?.indicators ?? []).flatMap(({ id, scale, cap }) => [
    `${id} 未定`,
    ...(scale.kind === 'options'
      ? scale.options.map(({ option, points }) => `${id} ${option ?? points}`)
      : scale.kind === 'bands'
        ? scale.bands.map(({ option, points }) => `${id} ${option ?? points}`)
        : scale.kind === 'best-of'
          ? (scale.parts[0]?.bands ?? []).map(({ option, points }) => `${id} ${option ?? points}`)
          : [`${id} 0`, `${id} ${cap}`]),
  ]),
  ...edgesIn(definition).flatMap(({ name }) => [`${name} 正好`, `${name} 差一点`]),
]

/** A step of points below a floor that still counts as next to it. */
const NEXT_POINTS = 5

const seenInRule = (node: RuleNode, name: string): readonly string[] => {
  if (node.kind === 'reference') return []
  if (node.kind === 'join') {
    const { length } = node.parts
    return node.parts.flatMap((part, at) => seenInRule(part, length > 1 ? `${name}.${at + 1}` : name))
  }
  const own = `${name}·${node.rule.name}`
  if (node.kind === 'test') return [`${own} ${verdicts[node.verdict]}`]
  const { atLeast } = node.rule
  const { min, max } = node.points
  const side =
    min !== max
      ? undefined
      : min === atLeast
        ? '正好'
        : min < atLeast && min >= atLeast - NEXT_POINTS
          ? '差一点'
          : undefined
  return [`${own} ${verdicts[node.verdict]}`, ...(side ? [`${own} ${atLeast} 分 ${side}`] : [])]
}

/** The criteria that one evaluation shows. */
export const criteriaSeen = ({ definition, readings, indicators, conditions, outcome }: Trace): readonly string[] => [
  `结论${outcomes[outcome.verdict]}`,
  ...conditions.flatMap(({ definition: { id }, verdict, node }) => [
    `${id} ${verdicts[verdict]}`,
    ...seenInRule(node, id),
  ]),
  ...indicators.flatMap(({ definition: { id, scale }, standing: { min, max, option }, options }) => [
    min === max ? `${id} ${option ?? min}` : `${id} 未定`,
    ...(options ?? []).flatMap((node, at) =>
      node && scale.kind === 'options' ? seenInRule(node, `${id} ${scale.options[at]?.option}`) : [],
    ),
  ]),
  ...edgesIn(definition).flatMap(({ name, metric, bound, above }) => {
    const value = settledValue(readings[metric] as Reading)
    const side = value && sideOf(value, bound, above, unitOf(definition, metric))
    return side ? [`${name} ${side}`] : []
  }),
]
