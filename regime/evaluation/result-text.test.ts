import { expect, test } from 'vitest'
import { findStandard } from '../../standards/load.ts'
import { type ReferenceStandard, referenceStandards } from '../../test/reference/evaluate.ts'
import { generateFacts } from '../../test/reference/generate.ts'
import { judge } from './evaluate.ts'
import { parseFacts } from './parse-facts.ts'
import { resultText } from './result-text.ts'
import type { Standard } from './standard.ts'

test.each(Object.keys(referenceStandards) as ReferenceStandard[])('写出的结果与 JSON.stringify 逐字节相同 %s', (id) => {
  const standard = findStandard(id) as Standard
  const write = resultText(standard)
  for (let seed = 0; seed < 500; seed++) {
    const evaluation = judge(standard, parseFacts(generateFacts(id, seed)))
    expect(write(evaluation)).toBe(JSON.stringify(evaluation.result))
  }
})
