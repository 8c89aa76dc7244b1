import type { Amount } from '../../kernel/fraction.ts'
import { type Mechanism, unlifted } from './mechanism.ts'

/** A number as it stands. `scale` is how many stored units make one of the threshold's (percentages are millionths). */
export const value = (scale: number): Mechanism => ({
  name: `value/${scale}`,
  inputs: 1,
  quotient: ([given]) => [given as Amount, scale],
  lift: unlifted,
  polynomials: [[[1, 0]], [[scale]]],
  bases: [],
  phrase: ([given]) => `${given?.label} ${given?.text}`,
  expression: ([operand]) => operand as never,
  read: () => undefined,
})
