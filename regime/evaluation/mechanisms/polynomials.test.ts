import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amount } from '../../kernel/fraction.ts'
import { compoundGrowth } from './compound-growth.ts'
import { growth } from './growth.ts'
import { meanGrowth } from './mean-growth.ts'
import type { Mechanism, Polynomial } from './mechanism.ts'
import { ratio } from './ratio.ts'
import { mean, total } from './total.ts'
import { value } from './value.ts'

const mechanisms: readonly Mechanism[] = [ratio, growth, meanGrowth, compoundGrowth, total, mean, value(1_000_000)]

const evaluate = (polynomial: Polynomial, values: readonly Amount[]): bigint =>
  polynomial.reduce(
    (sum, [factor, ...positions]) =>
      sum + positions.reduce((product, at) => product * BigInt(values[at] as Amount), BigInt(factor)),
    0n,
  )

test.each(mechanisms.map((mechanism) => [mechanism.name, mechanism] as const))(
  '%s：写出的多项式与算式相同，基数不大于零时没有值',
  (_name, { inputs, quotient, polynomials: [numerator, denominator], bases }) => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.maxSafeInteger())
    fc.assert(
      fc.property(fc.array(amount, { minLength: inputs, maxLength: inputs }), (values) => {
        const found = quotient(values)
        expect(found === undefined).toBe(bases.some((at) => (values[at] as number) <= 0))
        if (found === undefined) return
        expect(BigInt(found[0])).toBe(evaluate(numerator, values))
        expect(BigInt(found[1])).toBe(evaluate(denominator, values))
      }),
    )
  },
)
