import { describe, expect, test } from 'vitest'
import type { Band, Explanation } from '../evaluation/explanation.ts'
import { checklistOf, standsFor } from './checklist.ts'

const band = (label: string, points: number, state: Band['state']): Band => ({ option: null, label, points, state })

const entry = (index: number, sentence: string, verdict: 'met' | 'unmet' | 'undetermined' = 'met'): Explanation => ({
  kind: 'item',
  id: String(index),
  name: `第 ${index + 1} 项`,
  sentence,
  verdict,
  facts: [`/intellectualProperty/${index}`],
  children: [{ kind: 'reason', id: 'in-force', name: '有效', sentence: '有效。', verdict }],
})

const property = (bands: readonly Band[], children: readonly Explanation[]): Explanation => ({
  kind: 'indicator',
  id: 'I1',
  name: '与主导产品相关的有效知识产权',
  sentence: '',
  points: { min: 15, max: 20 },
  bands,
  facts: ['/intellectualProperty'],
  children,
})

const itemsOf = (node: Explanation): readonly string[] =>
  checklistOf([node])
    .map(({ item }) => item)
    .filter((item) => item.startsWith('/'))

describe('核查清单（第九条：逐家实地核查）', () => {
  test('得分依据的每一项知识产权都在清单里，写明申报内容和用于哪个指标', () => {
    const lines = checklistOf([property([band('Ⅰ类', 15, 'hit')], [entry(0, '计入“Ⅰ类”一档：有效。')])])
    expect(lines.find(({ item }) => item === '/intellectualProperty/0')).toEqual({
      item: '/intellectualProperty/0',
      title: '第 1 项',
      declared: '计入“Ⅰ类”一档：有效。',
      hint: '看证书原件、登记簿副本和使用情况',
      carries: ['I1'],
    })
  })

  test('决定不了档次的不必核查：已凭Ⅰ类得分的，不列Ⅱ类；还可能升档的列入', () => {
    const bands = [band('高价值', 20, 'open'), band('Ⅰ类', 15, 'open'), band('Ⅱ类', 5, 'missed')]
    const node = property(bands, [
      entry(0, '计入“Ⅰ类”一档：有效。能否计入“高价值”一档尚不能确定：获奖。'),
      entry(1, '计入“Ⅱ类”一档：有效。'),
      entry(2, '能否计入“高价值”一档尚不能确定：获奖。', 'undetermined'),
      entry(3, '不计：已失效。', 'unmet'),
    ])
    expect(itemsOf(node)).toEqual(['/intellectualProperty/0', '/intellectualProperty/2'])
  })

  test('直通条件凭清单中的一项满足的，列出这一项', () => {
    const rule: Explanation = {
      kind: 'condition',
      id: 'D2',
      name: '获得高新技术企业等荣誉',
      sentence: '',
      verdict: 'met',
      children: [{ ...entry(0, '计入：有效。'), facts: ['/honours/0'] }],
    }
    expect(itemsOf(rule)).toEqual(['/honours/0'])
  })

  test('没有写明档次的，一项也不丢', () => {
    expect(itemsOf(property([band('Ⅰ类', 15, 'hit')], [entry(0, '计入。'), entry(1, '计入。')]))).toHaveLength(2)
  })

  test('附在一项知识产权任一栏的证书就是这一项的佐证；别的项、别的年度不算（第九条）', () => {
    const certificate = ['/intellectualProperty/0/kind', '/intellectualProperty/0/grantedOn']
    expect(standsFor(certificate, '/intellectualProperty/0')).toBe(true)
    expect(standsFor(['/intellectualProperty/0'], '/intellectualProperty/0/kind')).toBe(true)
    expect(standsFor(certificate, '/intellectualProperty/1')).toBe(false)
    expect(standsFor(['/intellectualProperty/10/kind'], '/intellectualProperty/1')).toBe(false)
    expect(standsFor(['/years/2025/revenue'], '/years/2025/rdExpense')).toBe(false)
  })
})
