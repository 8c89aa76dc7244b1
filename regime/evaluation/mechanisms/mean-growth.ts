import {
  type Amount,
  addAmounts,
  addFractions,
  fraction,
  multiplyAmounts,
  subtractAmounts,
} from '../../kernel/fraction.ts'
import { readPercent } from '../reading-numbers.ts'
import { growth } from './growth.ts'
import { amountingTo, type Mechanism } from './mechanism.ts'

const one = fraction(1)

/**
 * 近2年平均增长率（附件4 公式）: the mean of two yearly rates, from three years a, b, c (latest first).
 * (a/b + b/c) ÷ 2 ≥ 1 + t is (a·c + b²) ÷ 2bc ≥ 1 + t.
 */
export const meanGrowth: Mechanism = {
  name: 'mean-growth',
  inputs: 3,
  quotient: (values) => {
    const [a, b, c] = values as readonly [Amount, Amount, Amount]
    if (!(b > 0) || !(c > 0)) return undefined
    return [addAmounts(multiplyAmounts(a, c), multiplyAmounts(b, b)), multiplyAmounts(2, multiplyAmounts(b, c))]
  },
  lift: (threshold) => addFractions(one, threshold),
  polynomials: [
    [
      [1, 0, 2],
      [1, 1, 1],
    ],
    [[2, 1, 2]],
  ],
  bases: [1, 2],
  phrase: (named, result, metric) =>
    `${named.map(({ label, text }) => `${label} ${text}`).join('，')}，${metric}${amountingTo(result)}`,
  expression: ([a, b, c]) => ({
    form: 'mean',
    terms: [growth.expression([a as never, b as never]), growth.expression([b as never, c as never])],
  }),
  read: ([over, under], edges) => readPercent(subtractAmounts(over, under), under, edges),
}
