import { describe, expect, test } from 'vitest'
import { differEditions } from '../regime/evaluation/difference/differ-editions.ts'
import { differenceSentence } from '../regime/evaluation/difference/difference.ts'
import { type Edition, loadEdition } from '../regime/evaluation/edition.ts'
import { evaluate } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { planStandard } from '../regime/evaluation/plan/plan-standard.ts'
import { loadHouseEditions, loadHouseOverlays } from './load.ts'

const getBase = (id: string): Edition => loadHouseEditions().find(({ standard }) => standard.id === id) as Edition
const getOverlay = (id: string): unknown => loadHouseOverlays().find(({ overlay }) => overlay.id === id)?.document
const giant = getBase('miit-2022-63/little-giant')
const notice = getOverlay('notices/miit-2025-190')
const composed = loadEdition({ ...giant.documents, overlay: notice })

const years = (revenue: string, mainRevenue = revenue) => [
  { year: 2024, revenue, mainRevenue, rdExpense: '600', totalAssets: '9000', totalLiabilities: '4000', employees: 100 },
  { year: 2023, revenue, mainRevenue, rdExpense: '600' },
  { year: 2022, revenue, mainRevenue },
]
const judged = (application: string, revenue: string) => {
  const facts = parseFacts({ asOf: '2025-06-01', application, years: years(revenue) })
  const verdicts = (edition: Edition) =>
    new Map(evaluate(edition.standard, facts).conditions.map(({ id, verdict }) => [id, verdict]))
  return { with: verdicts(composed), without: verdicts(giant) }
}

describe('R8.2 通知的附加条件（叠加在标准之上，不改标准）', () => {
  test('每一份都能叠加在它写明的标准上，版本摘要自成一个', () => {
    expect(loadHouseOverlays().length).toBeGreaterThan(1)
    expect(composed.standard.id).toBe(giant.standard.id)
    expect(composed.standard.edition).not.toBe(giant.standard.edition)
    expect(loadEdition({ ...giant.documents, overlay: notice }).standard.edition).toBe(composed.standard.edition)
    expect(planStandard(composed.standard.definition)).toBeDefined()
  })

  test('工信厅企业函〔2025〕190号：营业收入不足 5000 万元的不符合，恰好 5000 万元的符合', () => {
    expect(judged('new', '4999.99').with.get('N1')).toBe('unmet')
    expect(judged('new', '5000').with.get('N1')).toBe('met')
    expect(judged('renewal', '4999.99').with.get('N1')).toBe('unmet')
  })

  test('工信厅企业函〔2025〕190号：增长率复核不考查，新申请照旧', () => {
    const growth = (application: string) => {
      const facts = parseFacts({ asOf: '2025-06-01', application, years: years('6000') })
      const text = JSON.stringify(evaluate(composed.standard, facts).explanation)
      return { text, verdict: judged(application, '6000') }
    }
    expect(growth('renewal').text).toContain('复核企业不考查增长率')
    // L1 asks for growth of 5%; these firms did not grow at all. Years in the market are unknown.
    expect(growth('new').verdict.with.get('L1')).toBe('unmet')
    expect(growth('renewal').verdict.with.get('L1')).toBe('undetermined')
    expect(growth('renewal').verdict.without.get('L1')).toBe('unmet')
  })

  test('附加条件的依据是通知自己的文号', () => {
    const facts = parseFacts({ asOf: '2025-06-01', years: years('6000') })
    const text = JSON.stringify(evaluate(composed.standard, facts).explanation)
    expect(text).toContain('"工信厅企业函〔2025〕190号申报条件"')
    expect(text).not.toContain('63号 工信厅企业函')
  })

  test('与标准本身相比，差异只有这两条和一句口径', () => {
    expect(differEditions(giant.documents, composed.documents).map(differenceSentence)).toEqual([
      expect.stringMatching(/L1 专业化（不作要求的情形）：新增 复核企业不考查增长率（申请类型：复核），更宽。/),
      expect.stringMatching(/N1 .*新增 上年度营业收入总额不低于 5000 万元，更严。/),
      expect.stringMatching(/口径说明.*附加条件依据工信厅企业函〔2025〕190号/),
    ])
  })

  test('豫工信办企业〔2025〕25号：已有称号的不符合，直通条件也不替代', () => {
    const base = getBase('miit-2022-63/innovative')
    const own = loadEdition({ ...base.documents, overlay: getOverlay('notices/henan-2025-25') })
    const honours = [{ kind: 'high-tech-enterprise', validFrom: '2024-01-01', validTo: '2026-12-31' }]
    const outcomeOf = (edition: Edition, titles: readonly object[] | null) =>
      evaluate(edition.standard, parseFacts({ asOf: '2025-04-01', honours, titles })).outcome
    const held = [{ tier: 'innovative', validFrom: '2023-01-01', validTo: '2025-12-31' }]
    expect(outcomeOf(base, held)).toBe('met')
    expect(outcomeOf(own, held)).toBe('unmet')
    expect(outcomeOf(own, [])).toBe('met')
    expect(outcomeOf(own, [{ ...held[0], validTo: '2025-03-31' }])).toBe('met')
    expect(outcomeOf(own, null)).toBe('undetermined')
    expect(differEditions(base.documents, own.documents).map(differenceSentence)).toEqual([
      expect.stringMatching(/N1 .*新增 有效期内的称号（.*）不超过 0 项，更严。/),
      expect.stringMatching(/口径说明/),
    ])
  })

  test.each<[string, (document: Record<string, unknown>) => object, RegExp]>([
    ['不适用的标准', (one) => ({ ...one, of: ['miit-2022-63/innovative'] }), /^overlay\.of：这份附加条件不适用于/],
    [
      '没有的条件',
      (one) => ({ ...one, waive: [{ condition: 'L9', when: {} }] }),
      /^overlay\.waive\.0\.condition：.*L9/,
    ],
    [
      '条件里没有的指标',
      (one) => ({ ...one, waive: [{ condition: 'L1', metric: 'revenue', when: {} }] }),
      /^overlay\.waive\.0\.metric：.*没有指标“revenue”/,
    ],
    [
      '豁免规则写错',
      (one) => ({ ...one, waive: [{ condition: 'L1', when: { metric: 'application', 'at-least': '1项' } }] }),
      /^overlay\.waive\.0\.when\.at-least：.*不是数值/,
    ],
    ['缺依据', (one) => ({ ...one, add: [{ id: 'N1', name: 'x', metric: 'revenue' }] }), /^overlay\.add\.0：.*cite/],
    [
      '门槛单位不对',
      (one) => ({
        ...one,
        add: [{ id: 'N1', name: 'x', cite: 'x', metric: 'revenue', year: 'Y-1', 'at-least': '5%' }],
      }),
      /^overlay\.add\.0\.at-least：单位不符/,
    ],
    ['什么也不加', ({ add: _, waive: __, ...one }) => one, /^overlay：add 与 waive/],
    [
      '与标准的条件同号',
      (one) => ({
        ...one,
        add: [{ id: 'L1', name: 'x', cite: 'x', metric: 'revenue', year: 'Y-1', 'at-least': '1万元' }],
      }),
      /^overlay.*L1/,
    ],
  ])('写错的拒绝装入，指到附加条件自己的位置：%s', (_, change, problem) => {
    const overlay = change(notice as Record<string, unknown>)
    expect(() => loadEdition({ ...giant.documents, overlay })).toThrow(problem)
  })
})
