import { expect, test } from 'vitest'
import { evaluate } from '../regime/evaluation/evaluate.ts'
import type { Explanation } from '../regime/evaluation/explanation.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { findStandard } from './load.ts'

const standard = findStandard('miit-2026-2/little-giant') as Standard

/** A condition's sentence under the 2026 little-giant standard. */
const sentenceOf = (id: string, facts: object): Explanation => {
  const { explanation } = evaluate(standard, parseFacts({ asOf: '2026-06-01', ...facts }))
  const found = explanation.children?.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

test('“其余”只在确有其余时才说', () => {
  expect(sentenceOf('B1', {}).sentence).toBe('“有效期内的专精特新中小企业称号”、“从事特定细分市场年限”尚不能判断。')
  expect(sentenceOf('B1', { enterprise: { marketEnteredOn: '2010-01-01' } }).sentence).toBe(
    '“有效期内的专精特新中小企业称号”尚不能判断，其余已满足。',
  )
  expect(sentenceOf('B4', { scienceAwards: [] }).sentence).toContain('尚不能判断，其余不满足。')
  expect(sentenceOf('B4', {}).sentence).not.toContain('其余')
})

test('从事细分市场年限：缺的是企业要填的日期', () => {
  expect(sentenceOf('B1', {}).children?.[1]?.sentence).toBe('缺少进入特定细分市场的日期，暂不能判断。')
})
