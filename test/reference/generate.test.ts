import { expect, test } from 'vitest'
import { evaluateReference, type ReferenceStandard, referenceStandards } from './evaluate.ts'
import { generateFacts } from './generate.ts'

const standards = Object.keys(referenceStandards) as ReferenceStandard[]

test.each(standards)(
  '生成的事实：同一种子同一事实，三种结论、每个条件的三种情形都出现 %s',
  (standard) => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 1500; seed += 1) {
      const facts = generateFacts(standard, seed)
      if (seed < 20) expect(generateFacts(standard, seed)).toEqual(facts)
      const result = evaluateReference(standard, facts)
      seen.add(result.outcome)
      for (const { id, verdict } of result.conditions) seen.add(`${id} ${verdict}`)
      for (const { id, points } of result.indicators ?? [])
        if (points.min === points.max) seen.add(`${id} = ${points.min}`)
    }
    const { conditions, indicators } = evaluateReference(standard, generateFacts(standard, 0))
    for (const verdict of ['met', 'unmet', 'undetermined']) {
      expect(seen).toContain(verdict)
      for (const { id } of conditions) expect(seen).toContain(`${id} ${verdict}`)
    }
    // Every option of every indicator, as the law's tables count them (63号 附件1 and 附件2).
    const options: Record<string, number> = { I4: 3, I5: 2, S1: 4, S2: 6, S3: 6, S4: 3, S5: 3, S6: 3, S7: 6, S8: 4 }
    Object.assign(options, { S9: 16, S11: 6, S12: 4 })
    for (const { id } of indicators ?? []) {
      const found = [...seen].filter((one) => one.startsWith(`${id} = `)).length
      expect(`${id}: ${found}`).toBe(`${id}: ${options[id] ?? 5}`)
    }
  },
  60_000,
)
