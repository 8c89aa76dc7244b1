import { type Amount, amount, compareRatio } from '../../kernel/fraction.ts'
import type { Context } from '../context.ts'
import type { Edge } from '../edges.ts'
import type { Polynomial } from '../mechanisms/mechanism.ts'
import type { NumberMetric } from '../metric.ts'

/** What a figure would be after a pull of x: by column, as it stands where the pull does not reach it. */
export type Pull = ReadonlyMap<string, (x: bigint) => bigint>

const valuesAt = (metric: NumberMetric, context: Context, pull: Pull, x: bigint): readonly (Amount | null)[] =>
  metric.inputs.map((input) => {
    const moved = pull.get(input.column)
    return moved ? amount(moved(x)) : input.read(context)
  })

/** Does the metric hold the edge after a pull of x? A number that is unknown or has no value holds none. */
export const holds = (
  metric: NumberMetric,
  context: Context,
  { relation, bound }: Edge,
  pull: Pull,
  x: bigint,
): boolean => {
  const values = valuesAt(metric, context, pull, x)
  if (values.some((one) => one === null)) return false
  const quotient = metric.mechanism.quotient(values as readonly Amount[])
  if (!quotient) return false
  const sign = compareRatio(quotient[0], quotient[1], bound.lifted)
  if (relation === 'at-least') return sign >= 0
  if (relation === 'at-most') return sign <= 0
  return relation === 'above' ? sign > 0 : sign < 0
}

const sumOf = (polynomial: Polynomial, values: readonly bigint[]): bigint => {
  let sum = 0n
  for (const [factor, ...positions] of polynomial)
    sum += positions.reduce((product, position) => product * (values[position] as bigint), BigInt(factor))
  return sum
}

/** Where numerator · d − n · denominator changes its sign, when it is a straight line in x; else undefined. */
const rootOf = (metric: NumberMetric, context: Context, { bound }: Edge, pull: Pull): bigint | undefined => {
  const [over, under] = metric.mechanism.polynomials
  const { numerator, denominator } = bound.lifted
  const at = (x: bigint): bigint => {
    const values = valuesAt(metric, context, pull, x).map((one) => BigInt(one ?? 0))
    return sumOf(over, values) * BigInt(denominator) - BigInt(numerator) * sumOf(under, values)
  }
  const start = at(0n)
  const slope = at(1n) - start
  if (slope === 0n || at(2n) - start !== 2n * slope) return undefined
  return -start / slope
}

/**
 * The x nearest to `from` on the way to `to` from which on the edge is held; undefined when it is not held at `to`. A
 * straight line is solved, anything else (a middle year's growth) is searched by halves.
 */
export const crossing = (
  metric: NumberMetric,
  context: Context,
  edge: Edge,
  pull: Pull,
  from: bigint,
  to: bigint,
): bigint | undefined => {
  const test = (x: bigint): boolean => holds(metric, context, edge, pull, x)
  if (!test(to)) return undefined
  if (test(from)) return from
  const way = to > from ? 1n : -1n
  const between = (x: bigint): boolean => (way > 0n ? x > from && x <= to : x < from && x >= to)
  const root = rootOf(metric, context, edge, pull)
  if (root !== undefined)
    for (const x of [root - way, root, root + way]) if (between(x) && test(x) && !test(x - way)) return x
  let fails = from
  let serves = to
  while (serves - fails > 1n || fails - serves > 1n) {
    const middle = (serves + fails) / 2n
    if (test(middle)) serves = middle
    else fails = middle
  }
  return serves
}
