import { amount } from '../../kernel/fraction.ts'
import { contextOf } from '../context.ts'
import { edgesOf } from '../edges.ts'
import type { Facts } from '../facts.ts'
import type { NumberMetric } from '../metric.ts'
import type { Standard } from '../standard.ts'
import { crossing, type Pull } from './crossing.ts'
import { dialOf } from './dials.ts'
import { edgeName } from './edge-words.ts'

/** A value at which a threshold of the standard is just reached, the other figures standing as they are. */
export interface Turn {
  readonly value: bigint
  /** 研发费用总额占营业收入总额比重 5% */
  readonly words: string
}

/** One figure of an enterprise that may be tried out: 分, persons, millionths of a percent or of a point. */
export interface Figure {
  /** As `missing` writes it: /years/2025/rdExpense. */
  readonly path: string
  readonly label: string
  /** `money` 分 · `decimal` millionths · `whole` as it is. */
  readonly measure: 'money' | 'decimal' | 'whole'
  /** Null while unknown. */
  readonly value: bigint | null
  readonly least: bigint
  /** The greatest value there can be, where there is one. */
  readonly most: bigint | null
  /** Ascending. */
  readonly turns: readonly Turn[]
  /** The value for reading, with its unit. */
  read(value: bigint): string
}

const FAR = Number.MAX_SAFE_INTEGER
const DECIMALS: ReadonlySet<string> = new Set(['market_share', 'platform_score_0'])
const measureOf = (column: string): Figure['measure'] => {
  if (DECIMALS.has(column)) return 'decimal'
  return /^(revenue|mainRevenue|netProfit|rdExpense|totalLiabilities|totalAssets)_/.test(column) ? 'money' : 'whole'
}

/**
 * The figures of a standard that an enterprise can change, each with the values at which the next points or the next
 * condition begin. For trying out what would happen; history and what others decide are left out.
 */
export const figuresToTry = ({ definition }: Standard, facts: Facts): readonly Figure[] => {
  const context = contextOf(facts)
  const edges = edgesOf(definition)
  const metrics = definition.metrics.flatMap((metric, position): (readonly [NumberMetric, number])[] =>
    metric.kind === 'number' ? [[metric, position]] : [],
  )
  const inputs = new Map(metrics.flatMap(([metric]) => metric.inputs.map((input) => [input.column, input] as const)))
  return [...inputs.values()].flatMap((input): Figure[] => {
    const dial = dialOf(input)
    if (!dial || dial.direction === 'none') return []
    const limit = dial.limit(context)
    const [least, most] = [BigInt(dial.least), BigInt(limit)]
    const pull: Pull = new Map([[input.column, (x: bigint) => x]])
    const turns = new Map<bigint, string>()
    for (const [metric, position] of metrics)
      if (metric.inputs.some(({ column }) => column === input.column))
        for (const edge of edges[position] ?? []) {
          const at =
            crossing(metric, context, edge, pull, least, most) ??
            crossing(metric, context, edge, pull, most, least) ??
            crossing(metric, context, edge, pull, most, 1n)
          // The least base only gives a rate a value; no points begin there that anybody would aim at.
          if (at !== undefined && at > 1n && at < most && !turns.has(at)) turns.set(at, edgeName(metric, edge))
        }
    const value = input.read(context)
    return [
      {
        path: dial.path(context),
        label: input.label(context),
        measure: measureOf(input.column),
        value: value === null ? null : BigInt(value),
        least,
        most: limit === FAR ? null : most,
        turns: [...turns].map(([at, words]) => ({ value: at, words })).sort((a, b) => (a.value < b.value ? -1 : 1)),
        read: (other) => dial.read(amount(other)),
      },
    ]
  })
}
