import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../regime/evaluation/evaluate.ts'
import { findGaps } from '../regime/evaluation/gap/find-gaps.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { checkGaps } from '../test/gap-check.ts'
import { nearMisses } from '../test/near-misses.ts'
import { firms } from '../test/sample-firms.ts'
import { loadStandards } from './load.ts'

const standards = loadStandards().map((standard) => [standard.id, standard] as const)

describe('差距（B2）', () => {
  test.each(standards)('B2 %s：每一组照做即达到；少一项、少一分钱就达不到；省力的在前', (_id, standard) => {
    let sets = 0
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: nearMisses }, { weight: 1, arbitrary: firms }), (firm) => {
        const gaps = findGaps(standard, parseFacts(firm))
        if (judge(standard, parseFacts(firm)).result.outcome === 'met') expect(gaps).toEqual([])
        sets += checkGaps(standard, firm, gaps)
      }),
      { numRuns: 120, seed: 63 },
    )
    expect(sets).toBeGreaterThan(20)
  })
})
