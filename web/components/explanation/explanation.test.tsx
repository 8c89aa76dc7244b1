import { describe, expect, test } from 'vitest'
import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { markup } from '../markup.ts'
import { ExplanationTree } from './ExplanationTree.tsx'

const ratio: Explanation = {
  kind: 'indicator',
  id: 'I2',
  name: '上年度研发费用总额占营业收入总额比重',
  sentence: '您 2025 年每 100 元营业收入里，有 5 元用于研发。',
  citation: '工信部企业〔2022〕63号 附件1 二（一）2',
  points: { min: 20, max: 20 },
  cap: 20,
  option: 'A',
  bands: [
    { option: 'A', label: '5% 以上', points: 20, state: 'hit' },
    { option: 'B', label: '3%–5%', points: 15, state: 'missed' },
  ],
  formula: {
    expression: {
      form: 'fraction',
      terms: [
        { form: 'value', label: '研发费用', text: '50.05 万元' },
        { form: 'value', label: '营业收入', text: '1,001.00 万元' },
      ],
    },
    result: '5.00%',
    exact: true,
  },
  threshold: { relation: 'at-least', text: '≥ 5%' },
  notes: [{ kind: 'uncertain', text: '口径待核' }],
}
const open: Explanation = {
  ...ratio,
  id: 'I4',
  name: '上年度资产负债率',
  points: { min: 0, max: 10 },
  cap: 10,
  option: null,
  bands: [
    { option: 'A', label: '55% 以下', points: 10, state: 'open' },
    { option: 'C', label: '75% 以上', points: 0, state: 'open' },
  ],
  formula: {
    expression: {
      form: 'fraction',
      terms: [
        { form: 'value', label: '负债总额', text: null },
        { form: 'value', label: '资产总额', text: '9,000 万元' },
      ],
    },
    result: null,
    exact: true,
  },
}
const root: Explanation = {
  kind: 'standard',
  id: 'x',
  name: '创新型',
  sentence: '',
  children: [{ kind: 'dimension', id: 'innovation', name: '创新能力', sentence: '', children: [ratio, open] }],
}

describe('评价说明', () => {
  const { all, html } = markup(<ExplanationTree root={root} openId="I2" />)

  test('每个指标一行，不用脚本就能展开', () => {
    expect(all('details').map(({ attributes }) => 'open' in attributes)).toEqual([true, false])
    expect(all('summary').map(({ text }) => text)).toEqual([
      'I2上年度研发费用总额占营业收入总额比重5% 以上 20 分，满分 20',
      'I4上年度资产负债率未定，还有 2 档可能 0–10 分，满分 10',
    ])
  })
  test('B1 每一分先句子，再算式（也能读出），再档次，再依据', () => {
    const body = all('details')[0]?.text ?? ''
    const order = [
      '每 100 元营业收入',
      '研发费用 50.05 万元 除以 营业收入 1,001.00 万元，等于 5.00%，要求 ≥ 5%',
      '5% 以上20 分（在这一档）',
      '附件1 二（一）2',
      '待核口径 口径待核',
    ]
    expect(
      order.map((words) => body.indexOf(words)).every((at, i, all) => at >= 0 && (i === 0 || at > (all[i - 1] ?? 0))),
    ).toBe(true)
  })
  test('未填的数写明未填，不当作零', () => {
    expect(all('details')[1]?.text).toContain('负债总额 未填 除以 资产总额 9,000 万元，尚不能算出')
  })
  test('不用 style 属性', () => {
    expect(html).not.toContain('style=')
  })
})
