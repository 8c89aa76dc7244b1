import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { compileFlat, flatEvaluator } from './flat.ts'
import { loadStandards } from './load.ts'
import { firms } from './sample-firms.ts'

const runs = Number(process.env.TIDU_FLAT_RUNS ?? 1_500)

describe('同一定义的两种算法：逐项说明与直线代码', () => {
  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '%s：结论、得分、选项、条件逐一相同',
    async (_id, standard) => {
      const evaluate = flatEvaluator(standard.definition, await compileFlat(standard.definition))
      let doubted = 0
      fc.assert(
        fc.property(firms, (firm) => {
          const facts = parseFacts(firm)
          const flat = evaluate(facts)
          if (flat === undefined) {
            doubted++
            return
          }
          const { outcome, score, dimensions, indicators, conditions } = judge(standard, facts).result
          expect(flat).toEqual({ outcome, ...(score ? { score, dimensions, indicators } : {}), conditions })
        }),
        { numRuns: runs, seed: 63 },
      )
      expect(doubted).toBeLessThan(runs / 10)
    },
    900_000,
  )

  test('超出双精度精确范围的金额不进直线代码', async () => {
    for (const standard of loadStandards()) {
      if (
        !standard.definition.metrics.some(
          (metric) => metric.kind === 'number' && metric.inputs.some(({ column }) => column === 'revenue_1'),
        )
      )
        continue
      const evaluate = flatEvaluator(standard.definition, await compileFlat(standard.definition))
      expect(
        evaluate(parseFacts({ asOf: '2024-06-01', years: [{ year: 2023, revenue: '999999999999' }] })),
      ).toBeUndefined()
    }
  })
})
