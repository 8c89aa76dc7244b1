import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import { findGaps } from '../../../regime/evaluation/gap/find-gaps.ts'
import { figuresToTry } from '../../../regime/evaluation/gap/what-if.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import { findStandard } from '../../../standards/load.ts'
import { markup } from '../markup.ts'
import { assumptionOf, nothingAssumed, supposedFacts } from './assumption.ts'
import { placeOn, stepAt, trackOf } from './track.ts'
import { readTyped, typedRange, typedText } from './typed-figure.ts'
import { WhatIf } from './WhatIf.tsx'

const standard = findStandard('miit-2022-63/innovative')
if (!standard) throw new Error('innovative')
const facts = {
  asOf: '2026-09-01',
  application: 'new',
  years: [
    { year: 2025, revenue: '1001', mainRevenue: '900', rdExpense: '10', totalAssets: '1000', totalLiabilities: '800' },
    { year: 2024, mainRevenue: '880' },
  ],
  intellectualProperty: [],
  scienceAwards: [],
  honours: [],
  rdInstitutions: [],
  equityFinancing: [],
  product: { strategicEmerging: true },
}
const figures = figuresToTry(standard, parseFacts(facts))
const figure = (path: string) => {
  const found = figures.find((one) => one.path === path)
  if (!found) throw new Error(path)
  return found
}
const research = figure('/years/2025/rdExpense')

describe('假如（B2）', () => {
  test('B2 刻度是下一档开始的数，精确到分', () => {
    expect(research.turns.map(({ value, words }) => [value, words])).toContainEqual([
      50_050_000n,
      '研发费用总额占营业收入总额比重 5%',
    ])
    expect(figure('/years/2025/totalLiabilities').turns.map(({ value }) => value)).toEqual([550_000_000n, 750_000_000n])
  })

  test('B2 一组差距代入后即达到，原来的数不变', () => {
    const before = JSON.stringify(facts)
    for (const gap of findGaps(standard, parseFacts(facts))) {
      const known = parseFacts(supposedFacts(facts, assumptionOf(gap, figures)))
      expect(evaluate(standard, known).outcome, gap.moves.map(({ sentence }) => sentence).join()).toBe('met')
    }
    expect(supposedFacts(facts, nothingAssumed)).toEqual(facts)
    expect(JSON.stringify(facts)).toBe(before)
  })

  test('滑块的尺度容得下所填的数和下一档，很大的数也一样', () => {
    const track = trackOf(research)
    expect(track.from).toBe(0n)
    expect(track.to).toBeGreaterThanOrEqual(20_000_000n)
    expect(stepAt(track, research.value ?? 0n)).toBeGreaterThan(0)
    expect(placeOn(track, track.to)).toBe(100)
    const large = trackOf({ ...research, value: 9_000_000_000_000_000n })
    expect((large.to - large.from) / large.step).toBeLessThanOrEqual(401n)
    const unknown = trackOf({ ...research, value: null, turns: [] })
    expect(unknown.to).toBeGreaterThan(unknown.from)
  })

  test('填写按所选单位读，读不懂或超出范围的不采用', () => {
    expect(typedText(research, 50_050_000n, 'yuan')).toBe('500500')
    expect(readTyped(research, '500500', 'yuan')).toBe(50_050_000n)
    expect(readTyped(research, '50.05', 'wan')).toBe(50_050_000n)
    expect(readTyped(research, '五十', 'wan')).toBeUndefined()
    expect(readTyped(research, '-1', 'wan')).toBeUndefined()
    expect(readTyped(figure('/years/2025/mainRevenue'), '2000', 'wan')).toBeUndefined()
    expect(typedRange(figure('/years/2025/mainRevenue'), 'wan')).toBe('应为 0 至 1001 的数，暂按上一个数计算。')
    expect(typedRange(research, 'wan')).toBe('应为 0 以上的数，暂按上一个数计算。')
  })

  test('还不能确定时，现在的结论也是一句完整的话', () => {
    const unknown = { asOf: '2026-09-01', application: 'new' }
    const result = evaluate(standard, parseFacts(unknown))
    const { html } = markup(<WhatIf standard={standard} facts={unknown} result={result} unit="wan" />)
    expect(html).toContain('尚不能确定是否达到“创新型中小企业”公告条件')
  })

  test('每个滑块有名称和读得出的值，标明是假设，不用 style 属性', () => {
    const result = evaluate(standard, parseFacts(facts))
    const { all, html } = markup(<WhatIf standard={standard} facts={facts} result={result} unit="wan" />)
    const ranges = all('input').filter(({ attributes }) => attributes.type === 'range')
    expect(ranges.map(({ attributes }) => attributes['aria-valuetext'])).toContain('10.00 万元')
    expect(html).toContain('假设，不是填报的数')
    expect(html).not.toContain('style=')
  })
})
