// Metrics computed from numbers: unknown if any input is unknown, undetermined over a base or denominator ≤ 0.
import { applicationYear, type Fact, isKnown, ofYear, type RawFacts } from './facts.ts'
import {
  decimal,
  type Fraction,
  fraction,
  isPositive,
  minus,
  notAbove,
  notBelow,
  over,
  plus,
  times,
} from './fraction.ts'
import { decided, type Leaf, open } from './tree.ts'

/** A computed number, or the unknown facts it waits for (none: no fact can decide it). */
export type Metric = { readonly number: Fraction } | { readonly unknown: readonly string[] }

const compute = (
  inputs: readonly Fact<Fraction>[],
  formula: (...values: Fraction[]) => Fraction | undefined,
): Metric => {
  const unknown = inputs.flatMap((input) => (isKnown(input) ? [] : [input.unknown]))
  if (unknown.length > 0) return { unknown: [...new Set(unknown)] }
  const number = formula(...inputs.map((input) => (input as { value: Fraction }).value))
  return number === undefined ? { unknown: [] } : { number }
}

const test = (metric: Metric, decide: (number: Fraction) => boolean): Leaf =>
  'number' in metric ? decided(decide(metric.number)) : open(metric.unknown)

/** 不低于, 以上 */
export const isAtLeast = (metric: Metric, least: Fraction): Leaf => test(metric, (number) => notBelow(number, least))

/** 不超过, 以下 */
export const isAtMost = (metric: Metric, most: Fraction): Leaf => test(metric, (number) => notAbove(number, most))

/** One number of the year Y − back. */
export const yearly = (facts: RawFacts, key: string, back: number): Metric =>
  compute([ofYear(facts, applicationYear(facts) - back, key)], (value) => value)

/** part ÷ whole, both of the year Y − back. */
export const share = (facts: RawFacts, part: string, whole: string, back = 1): Metric => {
  const year = applicationYear(facts) - back
  return compute([ofYear(facts, year, part), ofYear(facts, year, whole)], (a, b) =>
    isPositive(b) ? over(a, b) : undefined,
  )
}

/** The sum of Y−1 and Y−2. */
export const twoYearSum = (facts: RawFacts, key: string): Metric => {
  const Y = applicationYear(facts)
  return compute([ofYear(facts, Y - 1, key), ofYear(facts, Y - 2, key)], plus)
}

const growthRate = (now: Fraction, before: Fraction): Fraction | undefined =>
  isPositive(before) ? over(minus(now, before), before) : undefined

/** 上年度增长率 = (Y−1 − Y−2) ÷ Y−2 (63号 附件4). */
export const growth = (facts: RawFacts, key: string): Metric => {
  const Y = applicationYear(facts)
  return compute([ofYear(facts, Y - 1, key), ofYear(facts, Y - 2, key)], growthRate)
}

/** 近2年平均增长率 = (上年度增长率 + 上上年度增长率) ÷ 2 (63号 附件4). */
export const meanGrowth = (facts: RawFacts, key: string): Metric => {
  const Y = applicationYear(facts)
  const inputs = [1, 2, 3].map((back) => ofYear(facts, Y - back, key))
  return compute(inputs, (last, before, base) => {
    const [one, two] = [
      growthRate(last as Fraction, before as Fraction),
      growthRate(before as Fraction, base as Fraction),
    ]
    return one && two ? over(plus(one, two), fraction(2n)) : undefined
  })
}

/** (R[Y−1] ÷ R[Y−3]), the square of one plus the 复合增长率 of two years. */
export const twoYearFactor = (facts: RawFacts, key: string): Metric => {
  const Y = applicationYear(facts)
  return compute([ofYear(facts, Y - 1, key), ofYear(facts, Y - 3, key)], (last, base) =>
    isPositive(base) ? over(last, base) : undefined,
  )
}

/** (1 + rate)², for comparing with twoYearFactor without taking a root. */
export const squaredGrowth = (rate: Fraction): Fraction => {
  const factor = plus(decimal('1'), rate)
  return times(factor, factor)
}
