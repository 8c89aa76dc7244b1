import type { Fraction } from '../../kernel/fraction.ts'
import type { Relation } from '../definition.ts'
import type { Polynomial } from '../mechanisms/mechanism.ts'
import type { ChoiceMetric, Metric, NumberMetric, TallyMetric } from '../metric.ts'
import type { Builder } from './builder.ts'
import { addsUp, type Column, type Comparison, MANY, type NodeId, PlanRefusal, type VerdictPlan } from './plan.ts'

/** Tests of metrics, as nodes over columns; columns are added as they are asked for. */
export interface MetricPlans {
  readonly columns: readonly Column[]
  /** A number or tally against a threshold. */
  compare(metric: number, relation: Relation, threshold: Fraction): VerdictPlan
  /** A choice against a value. */
  is(metric: number, value: string | boolean): VerdictPlan
  /** A whole test judged as it is read. */
  judged(metric: number): VerdictPlan
  /** Whether a number or choice is unknown or without value. */
  unknown(metric: number): NodeId
  /** Whether a count can be any of the whole numbers first … last (null: without end). */
  canBe(metric: number, first: number, last: number | null): NodeId
}

const comparisons: { readonly [R in Relation]?: Comparison } = {
  'at-least': '>=',
  'at-most': '<=',
  above: '>',
  below: '<',
}

const comparisonOf = (relation: Relation): Comparison => {
  const comparison = comparisons[relation]
  if (!comparison) throw new PlanRefusal(`a number is not compared by ${relation}`)
  return comparison
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export const planMetrics = (metrics: readonly Metric[], builder: Builder): MetricPlans => {
  const { add } = builder
  const columns: Writable<Column>[] = []
  const positions = new Map<string, number>()
  /** Values of choices that rules name, in the order of their codes. */
  const named = new Map<number, (string | boolean)[]>()
  const number = (value: number): NodeId => add({ op: 'number', value })

  const column = (given: Omit<Column, 'limit' | 'nonNegative'>): number => {
    const found = positions.get(given.name)
    if (found !== undefined) return found
    positions.set(given.name, columns.length)
    return columns.push({ ...given, limit: Number.MAX_SAFE_INTEGER, nonNegative: false }) - 1
  }

  const findMetric = <K extends Metric['kind']>(at: number, kind: K): Metric & { readonly kind: K } => {
    const metric = metrics[at]
    if (metric?.kind !== kind) throw new PlanRefusal(`metric ${metric?.key} is no ${kind}`)
    return metric as Metric & { readonly kind: K }
  }

  /** A sum of products over the inputs, times a whole factor; limits of the columns follow from it. */
  const polynomial = (metric: number, given: Polynomial, times: number): NodeId => {
    const { inputs, mechanism } = metrics[metric] as NumberMetric
    const places = inputs.map((input, at) =>
      column({ name: input.column, metric, source: { kind: 'input', input: at }, width: 'amount' }),
    )
    const operand = (at: number): NodeId => {
      const plain = add({ op: 'column', column: places[at] as number })
      return mechanism.bases.includes(at) ? add({ op: 'positive', of: plain }) : plain
    }
    const size = given.reduce((sum, [factor]) => sum + Math.abs(factor), 0) * Math.abs(times)
    if (!Number.isSafeInteger(size)) throw new PlanRefusal(`${metrics[metric]?.key}: factors past 2⁵³`)
    for (const [factor, ...positions] of given)
      for (const position of positions) {
        const own = columns[places[position] as number] as Writable<Column>
        if (positions.length > 1) {
          if (factor < 0) throw new PlanRefusal(`${metrics[metric]?.key}: a difference of products`)
          own.nonNegative = true
        } else own.limit = Math.min(own.limit, Math.floor(Number.MAX_SAFE_INTEGER / Math.max(size, 1)))
      }
    const terms = given.map(([factor, ...positions]): NodeId => {
      if (positions.length === 0) return number(factor * (given.length === 1 ? times : 1))
      const of = positions.map(operand)
      if (factor !== 1) of.unshift(number(factor))
      return of.length === 1 ? (of[0] as NodeId) : add({ op: 'product', of })
    })
    const sum = terms.length === 1 ? (terms[0] as NodeId) : add({ op: 'sum', of: terms })
    const scaled = times === 1 || (given.length === 1 && given[0]?.length === 1)
    return scaled ? sum : add({ op: 'product', of: [number(times), sum] })
  }

  const isWide = ({ mechanism }: NumberMetric): boolean =>
    mechanism.polynomials.some((one) => one.some((term) => term.length > 2))

  const unknownNumber = (metric: number): NodeId => {
    const { mechanism } = findMetric(metric, 'number')
    return builder.or(
      mechanism.polynomials.flatMap((one) =>
        one.every((term) => term.length === 1) ? [] : [add({ op: 'unknown', of: polynomial(metric, one, 1) })],
      ),
    )
  }

  const compareNumber = (metric: number, relation: Relation, { numerator, denominator }: Fraction): VerdictPlan => {
    const { mechanism } = metrics[metric] as NumberMetric
    const [over, under] = mechanism.polynomials
    const certain = add({
      op: isWide(metrics[metric] as NumberMetric) ? 'compare-wide' : 'compare',
      relation: comparisonOf(relation),
      left: polynomial(metric, over, denominator),
      right: polynomial(metric, under, numerator),
    })
    return { certain, possible: builder.or([certain, unknownNumber(metric)]) }
  }

  const end = (metric: number, kind: 'low' | 'high'): number => {
    const tally = findMetric(metric, 'tally') as TallyMetric
    const counts = !addsUp(tally)
    return column({
      name: `${tally.column}_${kind}`,
      metric,
      source: { kind, counts },
      width: counts ? 'small' : 'amount',
    })
  }

  const compareEnd = (metric: number, kind: 'low' | 'high', relation: Relation, threshold: Fraction): NodeId => {
    const at = end(metric, kind)
    const own = columns[at] as Writable<Column>
    const { numerator, denominator } = threshold
    if (own.width === 'small' && numerator / denominator >= MANY)
      throw new PlanRefusal(`a count held against ${numerator}/${denominator}`)
    own.limit = Math.min(own.limit, Math.floor(Number.MAX_SAFE_INTEGER / denominator))
    const plain = add({ op: 'column', column: at })
    return add({
      op: 'compare',
      relation: comparisonOf(relation),
      left: denominator === 1 ? plain : add({ op: 'product', of: [number(denominator), plain] }),
      right: number(numerator),
    })
  }

  const code = (metric: number, value: string | boolean | null): NodeId => {
    const choice = findMetric(metric, 'choice') as ChoiceMetric
    const values = named.get(metric) ?? []
    named.set(metric, values)
    const at = column({ name: choice.column, metric, source: { kind: 'choice', values }, width: 'small' })
    if (value === null) return add({ op: 'is', column: at, code: 0 })
    if (!values.includes(value)) values.push(value)
    return add({ op: 'is', column: at, code: values.indexOf(value) + 1 })
  }

  return {
    columns,
    compare: (metric, relation, threshold) => {
      if (metrics[metric]?.kind === 'number') return compareNumber(metric, relation, threshold)
      const more = relation === 'at-least' || relation === 'above'
      return {
        certain: compareEnd(metric, more ? 'low' : 'high', relation, threshold),
        possible: compareEnd(metric, more ? 'high' : 'low', relation, threshold),
      }
    },
    is: (metric, value) => {
      const certain = code(metric, value)
      return { certain, possible: builder.or([certain, code(metric, null)]) }
    },
    judged: (metric) => {
      const { key } = findMetric(metric, 'judged')
      const name = key.replace(/-/g, '_')
      const at = column({ name, metric, source: { kind: 'verdict' }, width: 'small' })
      return {
        certain: add({ op: 'is', column: at, code: 2 }),
        possible: builder.not(add({ op: 'is', column: at, code: 0 })),
      }
    },
    unknown: (metric) => (metrics[metric]?.kind === 'choice' ? code(metric, null) : unknownNumber(metric)),
    canBe: (metric, first, last) =>
      builder.and([
        ...(last === null ? [] : [compareEnd(metric, 'low', 'at-most', { numerator: last, denominator: 1 })]),
        ...(first <= 0 ? [] : [compareEnd(metric, 'high', 'at-least', { numerator: first, denominator: 1 })]),
      ]),
  }
}
