import type { BandDefinition, BandScale, Rule, Scale, StandardDefinition, TestRule } from '../definition.ts'
import type { Bound, NumberMetric } from '../metric.ts'
import { type Columns, columnsOf } from './columns.ts'
import { layoutOf } from './layout.ts'
import {
  atLeast,
  type CompareOperator,
  choose,
  column,
  compare,
  equal,
  every,
  known,
  least,
  less,
  minus,
  most,
  type Program,
  plus,
  type Real,
  real,
  type Step,
  size,
  some,
  sum,
  times,
  type Whole,
  whole,
} from './program.ts'

/** How far apart two products must be, relative to their sum, for doubles to tell them apart beyond doubt. */
const CERTAIN = 1e-14

const MET = whole(2)
const OPEN = whole(1)
const UNMET = whole(0)

interface Builder {
  readonly definition: StandardDefinition
  readonly plan: Columns
  readonly steps: Step[]
  /** One for each comparison of products that doubles may not tell apart. */
  readonly doubts: Whole[]
}

/** A number metric under way: numerator, denominator, and whether it has a value. */
interface Quotient {
  readonly numerator: Real
  readonly denominator: Real
  readonly known: Whole
  /** Products of amounts are not exact in doubles; comparisons of them can be in doubt. */
  readonly inexact: boolean
}

const keepReal = ({ steps }: Builder, name: string, value: Real): Real => {
  steps.push({ kind: 'real', name, value })
  return { op: 'get', name }
}

const keep = ({ steps }: Builder, name: string, value: Whole): Whole => {
  steps.push({ kind: 'whole', name, value })
  return { op: 'read', name }
}

const above = (value: Real): Whole => every([known(value), compare(value, '>', real(0))])

const quotientOf = (builder: Builder, position: number): Quotient => {
  const metric = builder.definition.metrics[position] as NumberMetric
  const inputs = metric.inputs.map((input) => column(builder.plan.ofInput.get(input.column) ?? 0))
  const [a, b, c] = inputs as [Real, Real, Real]
  const has = (value: Whole): Whole => keep(builder, `k${position}`, value)
  switch (metric.mechanism.name) {
    case 'total':
    case 'mean':
      return {
        numerator: keepReal(builder, `n${position}`, plus(a, b)),
        denominator: real(metric.mechanism.name === 'mean' ? 2 : 1),
        known: has(every([known(a), known(b)])),
        inexact: false,
      }
    case 'mean-growth':
      return {
        numerator: keepReal(builder, `n${position}`, plus(times(a, c), times(b, b))),
        denominator: keepReal(builder, `d${position}`, times(times(b, c), real(2))),
        known: has(every([known(a), above(b), above(c)])),
        inexact: true,
      }
    case 'ratio':
    case 'growth':
    case 'compound-growth':
      return { numerator: a, denominator: b, known: has(every([known(a), above(b)])), inexact: false }
    default: {
      const scale = Number(/^value\/(\d+)$/.exec(metric.mechanism.name)?.[1])
      if (!Number.isSafeInteger(scale))
        throw new TypeError(`the kernel does not know the mechanism ${metric.mechanism.name}`)
      return { numerator: a, denominator: real(scale), known: has(known(a)), inexact: false }
    }
  }
}

const compareBound = (
  builder: Builder,
  { numerator, denominator, known: has, inexact }: Quotient,
  operator: CompareOperator,
  { lifted }: Bound,
): Whole => {
  const left = times(numerator, real(lifted.denominator))
  const right =
    denominator.op === 'real' ? real(denominator.value * lifted.numerator) : times(denominator, real(lifted.numerator))
  if (inexact) {
    const near = compare(size(minus(left, right)), '<=', times(plus(size(left), size(right)), real(CERTAIN)))
    builder.doubts.push(every([has, near]))
  }
  return compare(left, operator, right)
}

/** A threshold of a count or sum, whole as entries and 分 are. */
const wholeBound = ({ lifted }: Bound): Real => {
  if (lifted.denominator !== 1) throw new TypeError('the kernel compares counts and sums with whole numbers')
  return real(lifted.numerator)
}

const operators = { 'at-least': '>=', 'at-most': '<=', above: '>', below: '<' } as const
const opposite = { '>=': '<', '<=': '>', '>': '<=', '<': '>=' } as const

/** Reads rules; quotients and conditions are named once and read by every rule that asks. */
interface Reader {
  readonly builder: Builder
  readonly quotients: ReadonlyMap<number, Quotient>
  readonly conditions: Map<number, Whole>
  readonly points: Map<number | null, readonly [low: Whole, high: Whole]>
}

const readTest = ({ builder, quotients }: Reader, rule: TestRule): Whole => {
  const metric = builder.definition.metrics[rule.metric]
  const own = column(builder.plan.ofMetric[rule.metric] ?? 0)
  if (metric?.kind === 'judged') {
    return choose(compare(own, '>', real(1)), MET, choose(compare(own, '>', real(0)), OPEN, UNMET))
  }
  if (metric?.kind === 'choice') {
    const code = (builder.plan.choices[rule.metric] ?? []).indexOf(rule.value as string | boolean)
    const same = every([compare(own, '>=', real(code)), compare(own, '<=', real(code))])
    return choose(same, MET, choose(compare(own, '<', real(0)), OPEN, UNMET))
  }
  const bound = rule.bound as Bound
  const operator = operators[rule.relation as keyof typeof operators]
  if (metric?.kind === 'tally') {
    const high = column((builder.plan.ofMetric[rule.metric] ?? 0) + 1)
    const [sure, maybe] = operator === '>=' || operator === '>' ? [own, high] : [high, own]
    const held = wholeBound(bound)
    return choose(compare(sure, operator, held), MET, choose(compare(maybe, opposite[operator], held), UNMET, OPEN))
  }
  const quotient = quotients.get(rule.metric) as Quotient
  return choose(quotient.known, choose(compareBound(builder, quotient, operator, bound), MET, UNMET), OPEN)
}

const readRule = (reader: Reader, rule: Rule): Whole => {
  switch (rule.kind) {
    case 'test':
      return readTest(reader, rule)
    case 'reference':
      return readCondition(reader, rule.condition)
    case 'score': {
      const [low, high] = reader.points.get(rule.dimension) as readonly [Whole, Whole]
      return choose(atLeast(low, whole(rule.atLeast)), MET, choose(less(high, whole(rule.atLeast)), UNMET, OPEN))
    }
    default:
      return (rule.kind === 'all' ? least : most)(rule.rules.map((one) => readRule(reader, one)))
  }
}

const readCondition = (reader: Reader, position: number): Whole => {
  const done = reader.conditions.get(position)
  if (done) return done
  const condition = reader.builder.definition.conditions[position]
  const verdict = keep(reader.builder, `w${position}`, readRule(reader, (condition as { rule: Rule }).rule))
  reader.conditions.set(position, verdict)
  return verdict
}

/** Low and high points, and the position of the settled band plus one (0 while open). */
type Scored = readonly [low: Whole, high: Whole, option: Whole]

const points = (bands: readonly { readonly points: number }[], index: Whole): Whole =>
  bands.reduceRight<Whole | undefined>(
    (rest, band, at) =>
      rest === undefined ? whole(band.points) : choose(equal(index, whole(at)), whole(band.points), rest),
    undefined,
  ) as Whole

const bandIndex = (bands: readonly BandDefinition[], holds: (operator: '>=' | '<=', bound: Bound) => Whole): Whole =>
  bands.reduceRight<Whole | undefined>((rest, { from, to }, at) => {
    if (rest === undefined) return whole(at)
    const inside = [...(from ? [holds('>=', from)] : []), ...(to ? [holds('<=', to)] : [])]
    return choose(every(inside), whole(at), rest)
  }, undefined) as Whole

const scoreBands = ({ builder, quotients }: Reader, name: string, { metric: position, bands }: BandScale): Scored => {
  const metric = builder.definition.metrics[position]
  const worth = bands.map((band) => band.points)
  if (metric?.kind === 'tally') {
    const at = builder.plan.ofMetric[position] ?? 0
    const ends = [column(at), column(at + 1)].map((value, end) => {
      const holds = (operator: '>=' | '<=', bound: Bound) => compare(value, operator, wholeBound(bound))
      return keep(builder, `${name}i${end}`, bandIndex(bands, holds))
    }) as [Whole, Whole]
    const [first, second] = ends.map((index, end) => keep(builder, `${name}q${end}`, points(bands, index))) as [
      Whole,
      Whole,
    ]
    const settled = choose(equal(ends[0], ends[1]), sum([ends[0], whole(1)]), whole(0))
    return [
      keep(builder, `${name}l`, least([first, second])),
      keep(builder, `${name}h`, most([first, second])),
      keep(builder, `${name}o`, settled),
    ]
  }
  const quotient = quotients.get(position) as Quotient
  const index = keep(
    builder,
    `${name}i`,
    bandIndex(bands, (operator, bound) => compareBound(builder, quotient, operator, bound)),
  )
  const exact = keep(builder, `${name}q`, points(bands, index))
  return [
    keep(builder, `${name}l`, choose(quotient.known, exact, whole(Math.min(...worth)))),
    keep(builder, `${name}h`, choose(quotient.known, exact, whole(Math.max(...worth)))),
    keep(builder, `${name}o`, choose(quotient.known, sum([index, whole(1)]), whole(0))),
  ]
}

const scoreScale = (reader: Reader, name: string, scale: Scale): Scored => {
  const { builder } = reader
  switch (scale.kind) {
    case 'bands':
      return scoreBands(reader, name, scale)
    case 'options': {
      // From the last to the first: an option that is met settles, one that may be met raises the most.
      const last = scale.options.length - 1
      let low: Whole = whole(scale.options[last]?.points ?? 0)
      let high = low
      let option: Whole = whole(last + 1)
      for (let index = last - 1; index >= 0; index--) {
        const { rule, points: worth } = scale.options[index] as { readonly rule: Rule; readonly points: number }
        const verdict = keep(builder, `${name}r${index}`, readRule(reader, rule))
        const isMet = equal(verdict, MET)
        const isOpen = equal(verdict, OPEN)
        low = keep(builder, `${name}l${index}`, choose(isMet, whole(worth), low))
        high = keep(builder, `${name}h${index}`, choose(equal(verdict, UNMET), high, whole(worth)))
        option = keep(builder, `${name}o${index}`, choose(isMet, whole(index + 1), choose(isOpen, whole(0), option)))
      }
      return [low, high, option]
    }
    case 'best-of': {
      const parts = scale.parts.map((part, index) => scoreBands(reader, `${name}p${index}`, part))
      const low = keep(builder, `${name}l`, most(parts.map(([one]) => one)))
      const high = keep(builder, `${name}h`, most(parts.map(([, one]) => one)))
      const position = (scale.parts[0]?.bands ?? []).reduceRight<Whole>(
        (rest, band, at) => choose(equal(low, whole(band.points)), whole(at + 1), rest),
        whole(0),
      )
      return [low, high, keep(builder, `${name}o`, choose(equal(low, high), position, whole(0)))]
    }
    case 'points': {
      const quotient = reader.quotients.get(scale.metric) as Quotient
      // The points themselves, up to the cap, found among the whole numbers they can be.
      let exact: Whole = whole(0)
      for (let worth = 1; worth <= scale.cap; worth++)
        exact = choose(compare(quotient.numerator, '>=', real(worth)), whole(worth), exact)
      const given = keep(builder, `${name}q`, exact)
      return [
        keep(builder, `${name}l`, choose(quotient.known, given, whole(0))),
        keep(builder, `${name}h`, choose(quotient.known, given, whole(scale.cap))),
        whole(0),
      ]
    }
  }
}

/** The program of a standard: columns in (columns.ts), packed bytes out (layout.ts). */
export const buildProgram = (definition: StandardDefinition): Program => {
  const builder: Builder = { definition, plan: columnsOf(definition), steps: [], doubts: [] }
  const layout = layoutOf(definition)
  const outputs: { offset: number; name: string }[] = []
  const put = (offset: number, name: string, value: Whole): void => {
    const kept = value.op === 'read' ? value : keep(builder, name, value)
    outputs.push({ offset, name: (kept as { readonly name: string }).name })
  }
  const quotients = new Map<number, Quotient>()
  definition.metrics.forEach((metric, position) => {
    if (metric.kind === 'number') quotients.set(position, quotientOf(builder, position))
  })
  const reader: Reader = { builder, quotients, conditions: new Map(), points: new Map() }
  const { score } = definition
  if (score) {
    const scored = score.indicators.map(({ scale }, position) => scoreScale(reader, `s${position}`, scale))
    const ends = (end: 0 | 1): readonly Whole[] =>
      score.dimensions.map((_dimension, own) =>
        keep(
          builder,
          `g${own}${end === 0 ? 'l' : 'h'}`,
          sum(scored.flatMap((one, position) => (score.indicators[position]?.dimension === own ? [one[end]] : []))),
        ),
      )
    const low = ends(0)
    const high = ends(1)
    score.dimensions.forEach((_dimension, own) => {
      reader.points.set(own, [low[own] as Whole, high[own] as Whole])
      put(layout.dimensions[own] ?? 0, '', low[own] as Whole)
      put((layout.dimensions[own] ?? 0) + 1, '', high[own] as Whole)
    })
    const total = [keep(builder, 'tl', sum(low)), keep(builder, 'th', sum(high))] as const
    reader.points.set(null, total)
    put(layout.total, '', total[0])
    put(layout.total + 1, '', total[1])
    scored.forEach((parts, position) => {
      parts.forEach((part, at) => {
        put((layout.indicators[position] ?? 0) + at, `z${position}_${at}`, part)
      })
    })
  }
  definition.conditions.forEach((_condition, position) => {
    put(layout.conditions[position] ?? 0, '', readCondition(reader, position))
  })
  put(layout.outcome, 'outcome', readRule(reader, definition.outcome))
  put(layout.doubt, 'doubt', builder.doubts.length > 0 ? some(builder.doubts) : whole(0))
  return { steps: builder.steps, outputs }
}
