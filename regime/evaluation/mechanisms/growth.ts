import { type Amount, addFractions, fraction, subtractAmounts } from '../../kernel/fraction.ts'
import { readPercent } from '../reading-numbers.ts'
import { amountingTo, type Mechanism } from './mechanism.ts'

const one = fraction(1)

/** 增长率（附件4 公式）: (当年 − 上年) ÷ 上年. Compared as 当年 ÷ 上年 with 1 + threshold; a base of 0 decides nothing. */
export const growth: Mechanism = {
  name: 'growth',
  inputs: 2,
  quotient: ([current, base]) => ((base as Amount) > 0 ? [current as Amount, base as Amount] : undefined),
  lift: (threshold) => addFractions(one, threshold),
  polynomials: [[[1, 0]], [[1, 1]]],
  bases: [1],
  phrase: ([current, base], result, metric) =>
    `${current?.label} ${current?.text}，${base?.label} ${base?.text}，${metric}${amountingTo(result)}`,
  expression: ([current, base]) => ({
    form: 'fraction',
    terms: [{ form: 'difference', terms: [current as never, base as never] }, base as never],
  }),
  read: ([current, base], edges) => readPercent(subtractAmounts(current, base), base, edges),
}
