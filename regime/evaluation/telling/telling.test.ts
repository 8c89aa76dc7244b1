import { describe, expect, test } from 'vitest'
import type { Explanation } from '../explanation.ts'
import { spoken, tellFormula } from './tell-formula.ts'
import { tellNode } from './tell-node.ts'
import { tellSections } from './tell-sections.ts'

const value = (label: string, text: string | null = '1') => ({ form: 'value' as const, label, text })

const ratio: Explanation = {
  kind: 'indicator',
  id: 'I2',
  name: '研发费用占比',
  sentence: '每 100 元收入里有 5 元用于研发。',
  citation: '附件1 二（一）2',
  points: { min: 20, max: 20 },
  cap: 20,
  option: 'A',
  bands: [
    { option: 'A', label: '5% 以上', points: 20, state: 'hit' },
    { option: 'B', label: '3%–5%', points: 15, state: 'missed' },
  ],
  formula: {
    expression: { form: 'fraction', terms: [value('研发费用'), value('营业收入')] },
    result: '5.00%',
    exact: true,
  },
  notes: [{ kind: 'uncertain', text: '口径待核', citation: '附件4' }],
}

const reason = (name: string, verdict: Explanation['verdict']): Explanation => ({
  kind: 'reason',
  id: name,
  name,
  sentence: `${name}。`,
  ...(verdict ? { verdict } : {}),
})

describe('把说明树讲成一行一行', () => {
  test('B1 先句子，再算式，再档次，再依据，最后口径；待核的写明待核', () => {
    const { lines, hit, score, id } = tellNode(ratio)
    expect(lines.map(({ kind }) => kind)).toEqual(['sentence', 'formula', 'bands', 'citation', 'note'])
    expect(lines.at(-1)).toEqual({ kind: 'note', label: '待核口径', uncertain: true, text: '口径待核（附件4）' })
    expect({ hit, score, id }).toEqual({
      hit: { tone: 'best', text: '5% 以上' },
      score: { min: 20, max: 20, cap: 20 },
      id: 'I2',
    })
  })

  test('B1 一项知识产权逐条写明为什么计入或不计入，句子里说过的不再重复', () => {
    const item = tellNode(
      {
        kind: 'item',
        id: '0',
        name: '第 1 项 发明专利',
        sentence: '不计：已失效。',
        verdict: 'unmet',
        children: [reason('已失效', 'unmet'), reason('与主导产品相关', 'met'), reason('转让未填', 'undetermined')],
      },
      '附件1',
    )
    expect(item.mark).toEqual({ verdict: 'unmet', word: '不计入', sign: '×' })
    expect(item.reasons.map(({ mark, text }) => `${mark.sign}${mark.word} ${text}`)).toEqual([
      '√符合 与主导产品相关',
      '？未定 转让未填',
    ])
    expect(item.runIn).toBe('第 1 项 发明专利：不计：已失效。')
  })

  test('上面已经写过的依据，下面不再写；另有依据的写出来；不给下面的项目标编号', () => {
    const part = (citation: string): Explanation => ({
      kind: 'test',
      id: '1',
      name: '甲',
      sentence: '甲满足。',
      citation,
    })
    const { parts, id } = tellNode({
      kind: 'condition',
      id: 'C2',
      name: '两项',
      sentence: '2 项全部满足。',
      citation: '一（二）',
      verdict: 'met',
      children: [part('一（二）'), part('一（三）')],
    })
    expect(id).toBe('C2')
    expect(parts.map(({ lines, id: own }) => [own, lines.map(({ kind }) => kind)])).toEqual([
      [undefined, ['sentence']],
      [undefined, ['sentence', 'citation']],
    ])
    expect(parts[0]?.runIn).toBe('甲满足。')
    const quoting = { ...part('一（四）4'), name: '进入“创客中国”名单', sentence: '“进入‘创客中国’名单”不满足。' }
    expect(tellNode(quoting).runIn).toBe('“进入‘创客中国’名单”不满足。')
  })

  test('算式：等于、约等于、缺数、不能计算分得清；企业自己填的数句子里已经有，不再列式', () => {
    const of = (text: string | null, result: string | null, exact = true) =>
      tellFormula(
        { expression: { form: 'fraction', terms: [value('甲', text), value('乙')] }, result, exact },
        undefined,
      )
    expect(
      [of('1', '5.00%'), of('1', '5.12%', false), of(null, null), of('1', null)].map(({ equals }) => equals),
    ).toEqual(['= 5.00%', '≈ 5.12%', '尚不能算出', '不能计算'])
    const own = (text: string | null, threshold?: string) =>
      tellNode({
        ...ratio,
        formula: { expression: value('营业收入', text), result: null, exact: true },
        ...(threshold === undefined ? {} : { threshold: { relation: 'at-least', text: threshold } }),
      }).lines
    expect(own('1 万元', '≥ 5 万元').map(({ kind }) => kind)).not.toContain('formula')
    expect(own(null).map(({ kind }) => kind)).not.toContain('formula')
    expect(own(null, '≥ 5 万元')[1]).toMatchObject({
      kind: 'formula',
      equals: null,
      spoken: '算式：营业收入 未填，要求 ≥ 5 万元',
    })
  })

  test('各种算式都能读出', () => {
    expect(spoken({ form: 'mean', label: '近 2 年平均', terms: [value('甲'), value('乙')] })).toBe(
      '近 2 年平均（甲 1 与 乙 1 的平均）',
    )
    expect(spoken({ form: 'difference', terms: [value('甲'), value('乙')] })).toBe('甲 1 减 乙 1')
    expect(spoken({ form: 'compound', terms: [value('后'), value('前')] })).toBe('由 前 1 到 后 1 的两年复合增长率')
    const told = tellFormula(
      { expression: { form: 'fraction', terms: [value('甲'), value('乙')] }, result: '5.12%', exact: false },
      { relation: 'at-least', text: '≥ 5%' },
    )
    expect(told.spoken).toBe('算式：甲 1 除以 乙 1，约等于 5.12%，要求 ≥ 5%')
  })

  test('法条自己的编号写出来，给程序用的编号不写', () => {
    const of = (id: string) => tellNode({ kind: 'condition', id, name: '甲', sentence: '甲满足。' }).id
    expect(['S', 'I1', 'L4x', 'B2a', 'score60'].map(of)).toEqual(['S', 'I1', 'L4x', 'B2a', undefined])
  })

  test('先是各类指标，后是各项条件', () => {
    const sections = tellSections({
      kind: 'standard',
      id: 'x',
      name: '甲标准',
      sentence: '达到。',
      children: [
        { kind: 'dimension', id: 'innovation', name: '创新能力', sentence: '创新能力 20 分。', children: [ratio] },
        { kind: 'condition', id: 'D1', name: '直通', sentence: '满足。', verdict: 'met' },
      ],
    })
    expect(sections.map(({ kind, title, passages }) => [kind, title, passages.map(({ id }) => id)])).toEqual([
      ['indicators', '创新能力', ['I2']],
      ['conditions', '各项条件', ['D1']],
    ])
  })
})
