import { amount } from '../../kernel/fraction.ts'
import { moneyText, readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import { type Edge, edgesOf } from '../edges.ts'
import type { Facts } from '../facts.ts'
import type { Input } from '../inputs.ts'
import type { NumberMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { crossing, holds, type Pull } from './crossing.ts'
import { type Dial, dialOf, withYearAmount } from './dials.ts'
import { goalOf, spacedLabel } from './edge-words.ts'
import type { Lever } from './lever.ts'
import type { Move } from './move.ts'

/** A number that metrics of the standard read, with the edges it bears on. */
interface Figure {
  readonly input: Input
  readonly dial: Dial
  readonly metrics: ReadonlySet<number>
}

const figuresOf = (definition: StandardDefinition): readonly Figure[] => {
  const users = new Map<string, { readonly input: Input; readonly metrics: Set<number> }>()
  definition.metrics.forEach((metric, position) => {
    if (metric.kind !== 'number') return
    for (const input of metric.inputs) {
      const found = users.get(input.column) ?? { input, metrics: new Set() }
      found.metrics.add(position)
      users.set(input.column, found)
    }
  })
  return [...users.values()].flatMap(({ input, metrics }) => {
    const dial = dialOf(input)
    return dial ? [{ input, dial, metrics }] : []
  })
}

/** Metrics and edges that a pull may cross. */
export type Crossed = readonly (readonly [metric: NumberMetric, edges: readonly Edge[]])[]

const crossedBy = (definition: StandardDefinition, metrics: ReadonlySet<number>): Crossed => {
  const edges = edgesOf(definition)
  return [...metrics].map((position) => [definition.metrics[position] as NumberMetric, edges[position] ?? []])
}

/** A base of nothing leaves a rate without value; the least base gives it one. */
const leastBase = (metric: NumberMetric, context: Context, edge: Edge, pull: Pull): bigint | undefined =>
  !holds(metric, context, edge, pull, 0n) && holds(metric, context, edge, pull, 1n) ? 1n : undefined

/** Pulls of a known figure that just cross an edge, smallest first, each with what it reaches in words. */
const pulls = (trace: Trace, crossed: Crossed, pull: Pull, most: bigint): ReadonlyMap<bigint, string> => {
  const found = new Map<bigint, string>()
  if (most <= 0n) return found
  const fromNothing = [...pull.values()].some((at) => at(0n) === 0n)
  for (const [metric, edges] of crossed)
    for (const edge of edges) {
      const x =
        crossing(metric, trace.context, edge, pull, 0n, most) ??
        (fromNothing ? leastBase(metric, trace.context, edge, pull) : undefined)
      if (x !== undefined && x > 0n && !found.get(x)) found.set(x, goalOf(metric, edge))
    }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const pulledMoves = (trace: Trace, { input, dial }: Figure, crossed: Crossed, before: bigint): readonly Move[] => {
  const { context } = trace
  const up = dial.direction === 'up'
  const valueAt = (x: bigint): bigint => (up ? before + x : before - x)
  const most = up ? BigInt(dial.limit(context)) - before : before - BigInt(dial.least)
  const pull: Pull = new Map([[input.column, valueAt]])
  return [...pulls(trace, crossed, pull, most)].map(([x, goal]) => {
    const after = amount(valueAt(x))
    return {
      id: `number:${input.column}`,
      kind: dial.kind,
      sentence: `${goal}${goal ? spacedLabel(input.label(context)).trimStart() : input.label(context)}${dial.pull(amount(before), after)}`,
      changes: [{ path: dial.path(context), value: dial.document(after, context.facts) }],
      amount: x,
      apply: (facts) => dial.write(facts, after),
      stretched: (facts, by) => (x + by > most ? undefined : dial.write(facts, amount(valueAt(x + by)))),
    }
  })
}

/** Values of an unknown figure at which an edge begins to be held, from either side. */
const turningPoints = (
  trace: Trace,
  { input, dial }: Figure,
  crossed: Crossed,
  counted: boolean,
): readonly bigint[] => {
  const { context } = trace
  const least = BigInt(dial.least)
  const most = BigInt(dial.limit(context))
  const pull: Pull = new Map([[input.column, (x: bigint) => x]])
  // Points that someone else decides: any number of them may turn the score.
  const found = new Set<bigint>(
    counted ? Array.from({ length: Number(most) + 1 }, (_none, points) => BigInt(points)) : [],
  )
  for (const [metric, edges] of crossed)
    for (const edge of edges)
      for (const x of [
        crossing(metric, context, edge, pull, least, most),
        crossing(metric, context, edge, pull, most, least) ?? crossing(metric, context, edge, pull, most, 1n),
        leastBase(metric, context, edge, pull),
      ])
        if (x !== undefined && x >= least && x <= most) found.add(x)
  return [...found].sort((a, b) => (a < b ? -1 : 1))
}

const suppliedMoves = (trace: Trace, figure: Figure, crossed: Crossed, counted: boolean): readonly Move[] => {
  const { context } = trace
  const { dial } = figure
  const label = spacedLabel(figure.input.label(context))
  const read = (value: bigint): string => dial.read(amount(value))
  return turningPoints(trace, figure, crossed, counted).map((value) => ({
    id: `number:${figure.input.column}`,
    kind: 'supply',
    sentence: `补填${label}`,
    changes: [{ path: dial.path(context), value: dial.document(amount(value), context.facts) }],
    amount: value,
    apply: (facts) => dial.write(facts, amount(value)),
    stretched: (facts, by) => (value + by < BigInt(dial.least) ? undefined : dial.write(facts, amount(value + by))),
    supply: {
      value,
      least: BigInt(dial.least),
      most: BigInt(dial.limit(context)),
      write: (facts, other) => dial.write(facts, amount(other)),
      say: (from, to) => {
        const floor = from === null ? '' : `不低于 ${read(from)}`
        const ceiling = to === null ? '' : `不超过 ${read(to)}`
        return `补填${label}${floor || ceiling ? `，且${[floor, ceiling].filter(Boolean).join('、')}` : '（多少都可以）'}`
      },
      sayExactly: () => `补填${label}，例如 ${read(value)}`,
    },
  }))
}

const SALES: readonly string[] = ['revenue_1', 'mainRevenue_1']

/**
 * More sales raise revenue and main revenue alike: the two are one pull where both are known and read. What is left of
 * main revenue alone is a shift from other income.
 */
const salesMoves = (trace: Trace, crossed: Crossed, revenue: bigint, main: bigint): readonly Move[] => {
  const { context } = trace
  const pull: Pull = new Map([
    ['revenue_1', (x: bigint) => revenue + x],
    ['mainRevenue_1', (x: bigint) => main + x],
  ])
  const year = context.year - 1
  const write = (facts: Facts, x: bigint): Facts =>
    withYearAmount(withYearAmount(facts, 'revenue', 1, amount(revenue + x)), 'mainRevenue', 1, amount(main + x))
  return [...pulls(trace, crossed, pull, BigInt(Number.MAX_SAFE_INTEGER) - revenue)].map(([x, goal]) => ({
    id: 'number:revenue_1',
    kind: 'revenue',
    sentence: `${goal}${year} 年主营业务收入和营业收入总额都再增加 ${readMoney(amount(x))}（营业收入到 ${readMoney(amount(revenue + x))}）`,
    changes: [
      { path: `/years/${year}/revenue`, value: moneyText(amount(revenue + x)) },
      { path: `/years/${year}/mainRevenue`, value: moneyText(amount(main + x)) },
    ],
    amount: x,
    apply: (facts) => write(facts, x),
    stretched: (facts, by) => write(facts, x + by),
  }))
}

/** A lever for every number that a metric of the standard reads, for the facts as they stand before any move. */
export const numberLevers = (definition: StandardDefinition): ((context: Context) => readonly Lever[]) => {
  const counted = new Set(
    (definition.score?.indicators ?? []).flatMap(({ scale }) => {
      const metric = scale.kind === 'points' ? definition.metrics[scale.metric] : undefined
      return metric?.kind === 'number' ? metric.inputs.map(({ column }) => column) : []
    }),
  )
  const figures = figuresOf(definition).map((figure) => {
    const { input, dial, metrics } = figure
    const crossed = crossedBy(definition, metrics)
    const lever: Lever = {
      id: `number:${input.column}`,
      touches: metrics,
      writes: [input.column],
      moves: (trace) => {
        const before = input.read(trace.context)
        return before === null
          ? suppliedMoves(trace, figure, crossed, counted.has(input.column))
          : dial.direction === 'none'
            ? []
            : pulledMoves(trace, figure, crossed, BigInt(before))
      },
    }
    return { input, lever }
  })
  const sold = figures.filter(({ input }) => SALES.includes(input.column))
  const [revenue, main] = SALES.map((column) => sold.find(({ input }) => input.column === column))
  if (!revenue || !main) return () => figures.map(({ lever }) => lever)
  const joint = new Set(sold.flatMap(({ lever }) => [...lever.touches]))
  const crossed = crossedBy(definition, joint)
  const sales: Lever = {
    id: 'sales',
    touches: joint,
    writes: SALES,
    moves: (trace) => {
      const now = revenue.input.read(trace.context)
      const ofMain = main.input.read(trace.context)
      return now === null || ofMain === null ? [] : salesMoves(trace, crossed, BigInt(now), BigInt(ofMain))
    },
  }
  return (context) => {
    const both = revenue.input.read(context) !== null && main.input.read(context) !== null
    return figures.map(({ lever }) => (both && lever === revenue.lever ? sales : lever))
  }
}
