import { type Amount, addAmounts } from '../../kernel/fraction.ts'
import { readMoney } from '../../kernel/money.ts'
import { aboutOf, type Mechanism, unlifted } from './mechanism.ts'

/** 合计: the sum of two years. */
export const total: Mechanism = {
  name: 'total',
  inputs: 2,
  quotient: ([a, b]) => [addAmounts(a as Amount, b as Amount), 1],
  lift: unlifted,
  polynomials: [
    [
      [1, 0],
      [1, 1],
    ],
    [[1]],
  ],
  bases: [],
  phrase: (named, result, metric) =>
    `${named.map(({ label, text }) => `${label} ${text}`).join('，')}，${metric}${aboutOf(result)}`,
  expression: (terms) => ({ form: 'sum', terms }),
  read: ([sum]) => ({ text: readMoney(sum), exact: true }),
}

/** 均值: the mean of two years, compared as their sum with twice the threshold. */
export const mean: Mechanism = {
  name: 'mean',
  inputs: 2,
  quotient: ([a, b]) => [addAmounts(a as Amount, b as Amount), 2],
  lift: unlifted,
  polynomials: [
    [
      [1, 0],
      [1, 1],
    ],
    [[2]],
  ],
  bases: [],
  phrase: (named, result, metric) =>
    `${named.map(({ label, text }) => `${label} ${text}`).join('，')}，${metric}${aboutOf(result)}`,
  expression: (terms) => ({ form: 'mean', terms }),
  read: ([sum]) => {
    const twice = BigInt(sum)
    return { text: readMoney(twice / 2n), exact: twice % 2n === 0n }
  },
}
