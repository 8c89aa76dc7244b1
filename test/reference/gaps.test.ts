import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps } from '../../regime/evaluation/gap/find-gaps.ts'
import type { Move } from '../../regime/evaluation/gap/move.ts'
import { takeTrace } from '../../regime/evaluation/nodes/take-trace.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { bruteGaps, FURTHEST, factsOf, type TinyFirm } from './brute-gaps.ts'
import { type Sizes, tinyConditions, tinyScore } from './tiny-standards.ts'

const upTo = (most: number) => fc.integer({ min: 0, max: most })
const sizes: fc.Arbitrary<Sizes> = fc.record({
  revenue: fc.integer({ min: 4, max: 12 }),
  research: fc.integer({ min: 1, max: 4 }),
  intensity: fc.constantFrom(10, 20, 30),
  share: fc.constantFrom(50, 60, 75),
  debt: fc.constantFrom(30, 50),
  total: fc.integer({ min: 2, max: 9 }),
})
const whole: fc.Arbitrary<TinyFirm> = fc
  .record({
    revenue: upTo(12),
    other: upTo(5),
    profit: upTo(3),
    research: upTo(5),
    before: upTo(4),
    assets: upTo(9),
    debts: upTo(8),
    rights: upTo(2),
    emerging: fc.boolean(),
  })
  .map(({ revenue, other, ...rest }) => ({ ...rest, revenue, main: Math.max(0, revenue - other) }))
/** One figure at most is unknown: two that depend on one another can share a threshold in endless ways. */
const tiny: fc.Arbitrary<TinyFirm> = fc
  .tuple(whole, fc.constantFrom(null, null, 'revenue', 'main', 'profit', 'research', 'before', 'assets', 'debts'))
  .map(([firm, unknown]) => (unknown === null ? firm : { ...firm, [unknown]: null }))

const pullOf = ({ id, amount }: Move): string => `${id.startsWith('add:') ? 'add' : id}=${amount}`

/** Sets of the search within the grid; an unknown figure at the least value that would do, as trying finds it first. */
const found = (standard: Standard, firm: TinyFirm): ReadonlySet<string> => {
  const facts = factsOf(firm)
  const names = findGaps(standard, facts).map(({ moves }) => {
    const least = moves.map((move): Move => {
      if (!move.supply) return move
      const { supply } = move
      const others = moves.reduce((sum, one) => (one === move ? sum : one.apply(sum)), facts)
      let value = supply.value
      while (
        value > supply.least &&
        takeTrace(standard.definition, supply.write(others, value - 1n)).outcome.verdict === 'met'
      )
        value--
      return { ...move, amount: value }
    })
    return least.some(({ amount }) => amount > BigInt(FURTHEST)) ? undefined : least.map(pullOf).sort().join('&')
  })
  return new Set(names.filter((name) => name !== undefined))
}

describe('差距的完备（B2）：与逐一尝试相比', () => {
  test.each([
    ['全部条件', tinyConditions],
    ['得分、下限与直通', tinyScore],
  ])('B2 %s：三项以内的最小改变一组不多、一组不少', (_name, standardOf) => {
    let sets = 0
    fc.assert(
      fc.property(sizes, tiny, (own, firm) => {
        const standard = standardOf(own)
        const brute = bruteGaps(standard, firm)
        sets += brute.size
        expect([...found(standard, firm)].sort()).toEqual([...brute].sort())
      }),
      { numRuns: Number(process.env.TIDU_TINY_RUNS ?? 25), seed: 2 },
    )
    expect(sets).toBeGreaterThan(20)
  })
})
