import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps } from '../regime/evaluation/gap/find-gaps.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { loadStandards } from '../standards/load.ts'
import { checkGaps } from './gap-check.ts'
import { nearMisses } from './near-misses.ts'
import { firms } from './sample-firms.ts'

const RUNS = Number(process.env.TIDU_GAP_RUNS ?? 10_000)

/** The promise of a gap on as many firms as it names; standards/gaps.test.ts takes a sample of them. */
describe('差距（B2），一万家', () => {
  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    'B2 %s：每一组照做即达到；少一项、少一分钱就达不到',
    (_id, standard) => {
      const figures = { firms: 0, lacking: 0, sets: 0, checked: 0, slowest: 0 }
      fc.assert(
        fc.property(fc.oneof({ weight: 3, arbitrary: nearMisses }, { weight: 1, arbitrary: firms }), (firm) => {
          const start = performance.now()
          const gaps = findGaps(standard, parseFacts(firm))
          figures.slowest = Math.max(figures.slowest, Math.round(performance.now() - start))
          figures.firms++
          if (gaps.length > 0) figures.lacking++
          figures.sets += gaps.length
          figures.checked += checkGaps(standard, firm, gaps)
        }),
        { numRuns: RUNS, seed: 10_000 },
      )
      console.log(standard.id, JSON.stringify(figures))
      expect(figures.firms).toBeGreaterThanOrEqual(RUNS)
      expect(figures.checked).toBeGreaterThan(0)
    },
  )
})
