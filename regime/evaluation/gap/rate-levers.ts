import { amount } from '../../kernel/fraction.ts'
import type { StandardDefinition } from '../definition.ts'
import { type Edge, edgesOf } from '../edges.ts'
import type { Facts } from '../facts.ts'
import type { NumberMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { crossing, type Pull } from './crossing.ts'
import { type Dial, dialOf } from './dials.ts'
import { demandOf, spacedLabel } from './edge-words.ts'
import type { Lever } from './lever.ts'
import type { Move } from './move.ts'

/** Stands for an unknown base: small, so that it meets no threshold of its own by accident. */
const BASE = 100n
const FAR = BigInt(Number.MAX_SAFE_INTEGER)

/** Values of the unknown inputs with which the metric just holds the edge; undefined where no values do. */
const witness = (
  trace: Trace,
  metric: NumberMetric,
  edge: Edge,
  open: readonly Dial[],
): ReadonlyMap<Dial, bigint> | undefined => {
  const isBase = ({ input }: Dial): boolean =>
    metric.mechanism.bases.some((position) => metric.inputs[position]?.column === input.column)
  const turned = open.find((dial) => !isBase(dial))
  const valueAt = (dial: Dial, x: bigint): bigint =>
    dial === turned || (!turned && isBase(dial)) ? x : isBase(dial) ? BASE : 0n
  const pull: Pull = new Map(open.map((dial) => [dial.input.column, (x: bigint) => valueAt(dial, x)]))
  const at =
    crossing(metric, trace.context, edge, pull, turned ? 0n : 1n, FAR) ??
    crossing(metric, trace.context, edge, pull, FAR, turned ? 0n : 1n)
  return at === undefined ? undefined : new Map(open.map((dial) => [dial, valueAt(dial, at)]))
}

const movesOf = (trace: Trace, metric: NumberMetric, edges: readonly Edge[]): readonly Move[] => {
  const { context } = trace
  const open = metric.inputs.filter((input) => input.read(context) === null).flatMap((input) => dialOf(input) ?? [])
  if (open.length < 2) return []
  const labels = open.map(({ input }) => spacedLabel(input.label(context)))
  const seen = new Set<string>()
  return edges.flatMap((edge, order): Move[] => {
    const demand = demandOf(metric, edge)
    const values = seen.has(demand) ? undefined : witness(trace, metric, edge, open)
    seen.add(demand)
    if (!values) return []
    return [
      {
        id: `rate:${metric.key}`,
        kind: 'supply',
        sentence: `补填${labels.join('和')}，且${demand}`,
        changes: [...values].map(([dial, value]) => ({
          path: dial.path(context),
          value: dial.document(amount(value), context.facts),
        })),
        // Edges stand in the standard's order, the most demanding first.
        amount: BigInt(edges.length - order),
        apply: (facts) => [...values].reduce<Facts>((sum, [dial, value]) => dial.write(sum, amount(value)), facts),
      },
    ]
  })
}

/** Of rates and sums with two or more figures unknown, what these would have to come to together. */
export const rateLevers = (definition: StandardDefinition): readonly Lever[] => {
  const edges = edgesOf(definition)
  const readers = (metric: NumberMetric): ReadonlySet<number> =>
    new Set(
      definition.metrics.flatMap((other, position) =>
        other.kind === 'number' &&
        other.inputs.some(({ column }) => metric.inputs.some((input) => input.column === column))
          ? [position]
          : [],
      ),
    )
  return definition.metrics.flatMap((metric, position): Lever[] => {
    if (metric.kind !== 'number' || metric.inputs.length < 2) return []
    const own = edges[position] ?? []
    const moves = (trace: Trace): readonly Move[] =>
      [...movesOf(trace, metric, own)].sort((a, b) => (a.amount < b.amount ? -1 : 1))
    return [
      { id: `rate:${metric.key}`, touches: readers(metric), writes: metric.inputs.map(({ column }) => column), moves },
    ]
  })
}
