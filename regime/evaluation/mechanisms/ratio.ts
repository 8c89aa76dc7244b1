import type { Amount } from '../../kernel/fraction.ts'
import { readPercent } from '../reading-numbers.ts'
import { aboutOf, type Mechanism, unlifted } from './mechanism.ts'

/** 比重: the first over the second; undetermined while the second is not above zero. */
export const ratio: Mechanism = {
  name: 'ratio',
  inputs: 2,
  quotient: ([part, whole]) => ((whole as Amount) > 0 ? [part as Amount, whole as Amount] : undefined),
  lift: unlifted,
  polynomials: [[[1, 0]], [[1, 1]]],
  bases: [1],
  phrase: ([part, whole], result) =>
    `${part?.label} ${part?.text}，占 ${whole?.label} ${whole?.text}的${aboutOf(result)}`,
  expression: (terms) => ({ form: 'fraction', terms }),
  read: ([part, whole], edges) => readPercent(part, whole, edges),
}
