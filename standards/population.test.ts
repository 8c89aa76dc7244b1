import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../regime/evaluation/evaluate.ts'
import { makePopulation } from '../regime/evaluation/kernel/population.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { loadStandards } from './load.ts'
import { firms } from './sample-firms.ts'

const runs = Number(process.env.TIDU_FLAT_RUNS ?? 1_500)

describe('同一定义的两种算法：逐项说明与整体核算（WebAssembly）', () => {
  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '%s：每家的结论、得分、选项、条件逐一相同',
    async (_id, standard) => {
      const all = fc.sample(firms, { numRuns: runs, seed: 64 }).map((firm) => parseFacts(firm))
      const population = await makePopulation(standard.definition, all.length)
      all.forEach((facts, index) => {
        population.write(index, facts)
      })
      population.run()
      let exact = 0
      all.forEach((facts, index) => {
        const packed = population.read(index)
        if (packed === undefined) {
          exact++
          return
        }
        const { outcome, score, dimensions, indicators, conditions } = judge(standard, facts).result
        expect(packed).toEqual({ outcome, ...(score ? { score, dimensions, indicators } : {}), conditions })
      })
      expect(exact).toBeLessThan(runs / 10)
    },
    900_000,
  )
})
