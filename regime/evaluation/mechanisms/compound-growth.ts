import { type Amount, addFractions, fraction, multiplyFractions } from '../../kernel/fraction.ts'
import { readCompound } from '../reading-numbers.ts'
import { amountingTo, type Mechanism } from './mechanism.ts'

const one = fraction(1)

/** 复合增长率（2026）over two years: √(a/c) − 1 ≥ t, decided as a/c ≥ (1 + t)² without a root. */
export const compoundGrowth: Mechanism = {
  name: 'compound-growth',
  inputs: 2,
  quotient: ([later, earlier]) => ((earlier as Amount) > 0 ? [later as Amount, earlier as Amount] : undefined),
  lift: (threshold) => {
    const factor = addFractions(one, threshold)
    return multiplyFractions(factor, factor)
  },
  polynomials: [[[1, 0]], [[1, 1]]],
  bases: [1],
  phrase: (named, result, metric) =>
    `${named.map(({ label, text }) => `${label} ${text}`).join('，')}，${metric}${amountingTo(result)}`,
  expression: (terms) => ({ form: 'compound', terms }),
  read: ([later, earlier], edges) => readCompound(later, earlier, edges),
}
