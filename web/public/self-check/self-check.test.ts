import { describe, expect, test } from 'vitest'
import type { Day } from '../../../regime/kernel/day.ts'
import { findStandard } from '../../../standards/load.ts'
import { assess, readFactsFile, type Standards } from './assess.ts'
import { admissionNote, directRoutes, headlineOf, scoreCondition, whyOf } from './deciding.ts'
import { exampleFacts } from './example.ts'
import { planForm } from './form-plan.ts'
import { emptySheet, type Sheet, sheetFrom, withEntry, withNone } from './sheet.ts'
import { whereIs } from './where.ts'

const get = (id: string) => {
  const standard = findStandard(id)
  if (!standard) throw new Error(id)
  return standard
}
const standards: Standards = {
  chosen: get('miit-2022-63/innovative'),
  eligibility: get('henan-2023-131/eligibility'),
}
const today = '2026-09-01'
const example = sheetFrom(exampleFacts(today as Day))
const plan = planForm(Object.values(standards), 2026)

const allNone = (sheet: Sheet): Sheet =>
  ['/honours', '/scienceAwards', '/rdInstitutions', '/equityFinancing'].reduce(
    (now, path) => withNone(now, path, true),
    sheet,
  )

describe('参评条件（第三条）写在结论旁', () => {
  const noteOf = (sheet: Sheet) => admissionNote(assess(sheet, standards).eligibility)

  test('得分达到但被列入严重失信主体名单：写明不能申报，是哪一条', () => {
    const sheet = withEntry(example, '/enterprise/seriousDishonesty', 'true')
    expect(assess(sheet, standards).chosen.outcome).toBe('met')
    expect(noteOf(sheet)).toEqual(['参评条件（第三条）不满足，不能申报：E4 未被列入经营异常名录或严重失信主体名单。'])
  })

  test('没填的不当作满足；都满足的不必多说', () => {
    expect(noteOf(emptySheet(today))).toEqual(['参评条件（第三条）须另外全部满足，还没有定论。'])
    expect(noteOf(example)).toEqual([])
  })
})

describe('自测问什么', () => {
  test('只问两个标准用得到的事实', () => {
    expect(plan.years).toEqual([2025, 2024])
    expect(plan.rows.map(({ field, years }) => [field.path, ...years])).toEqual([
      ['/years/{year}/revenue', 2025],
      ['/years/{year}/mainRevenue', 2025, 2024],
      ['/years/{year}/totalAssets', 2025],
      ['/years/{year}/totalLiabilities', 2025],
      ['/years/{year}/rdExpense', 2025],
      ['/years/{year}/employees', 2025],
    ])
    expect(plan.fields.map(({ path }) => path)).toEqual([
      '/enterprise/registeredInHenan',
      '/enterprise/independentLegalPerson',
      '/enterprise/industry',
      '/enterprise/abnormalOperation',
      '/enterprise/seriousDishonesty',
      '/enterprise/prohibitedProduct',
      '/product/strategicEmerging',
    ])
    expect(plan.lists.map(({ list }) => list.path)).toEqual([
      '/enterprise/incidents',
      '/rdInstitutions',
      '/intellectualProperty',
      '/honours',
      '/scienceAwards',
      '/equityFinancing',
    ])
  })

  test('每一项还缺的事实都能指到表上的一处', () => {
    const empty = emptySheet(today)
    const { chosen: innovative, eligibility } = assess(empty, standards)
    const asked = new Set([
      ...plan.rows.flatMap(({ field, years }) => years.map((year) => field.path.replace('{year}', String(year)))),
      ...plan.fields.map(({ path }) => path),
      ...plan.lists.map(({ list }) => list.path),
    ])
    const missing = [...innovative.missing, ...eligibility.missing]
    expect(missing.length).toBeGreaterThan(10)
    for (const path of missing) expect(asked.has(whereIs(empty, path)?.path ?? path), path).toBe(true)
  })

  test('列表中的缺项写明是第几项', () => {
    const sheet = withEntry(example, Object.keys(example.entries).find((path) => path.endsWith('/inForce')) ?? '', '')
    const { chosen: innovative } = assess(sheet, standards)
    expect(innovative.indicators?.[0]?.points).toEqual({ min: 0, max: 15 })
    expect(whereIs(sheet, '/intellectualProperty/0/inForce')?.label).toBe('知识产权第 1 项：维持有效')
    expect(whereIs(sheet, '/years/2025/mainRevenue')?.label).toBe('2025 年主营业务收入')
  })
})

describe('由什么决定（附件1 一）', () => {
  const aim = standards.chosen.definition.aim

  test('什么都没填：得分是整个区间，结论未定', () => {
    const { chosen: innovative } = assess(emptySheet(today), standards)
    expect(innovative.score).toEqual({ min: 5, max: 100 })
    expect(headlineOf(innovative, aim)).toBe('还不能确定是否达到“创新型中小企业”公告条件')
    expect(whyOf(innovative, standards.chosen)).toHaveLength(1)
  })

  test('示例：负债未填，但不论多少都达到', () => {
    const { chosen: innovative, eligibility } = assess(example, standards)
    expect(innovative).toMatchObject({ outcome: 'met', score: { min: 80, max: 90 }, missing: [] })
    expect(eligibility.outcome).toBe('met')
    expect(whyOf(innovative, standards.chosen)).toEqual([
      '总分和三个分项下限都已满足。',
      '还没填的不论是多少，结论不变。',
    ])
  })

  test('分项低于下限且无直通：写明是哪个下限', () => {
    const poor = allNone(
      withEntry(withEntry(example, '/years/2025/mainRevenue', '700'), '/years/2025/totalLiabilities', '1600'),
    )
    const { chosen: innovative } = assess(poor, standards)
    expect(innovative.outcome).toBe('unmet')
    expect(headlineOf(innovative, aim)).toBe('未达到“创新型中小企业”公告条件')
    expect(whyOf(innovative, standards.chosen).join()).toContain('成长性得分')
    expect(whyOf(innovative, standards.chosen).at(-1)).toBe('直通条件均不满足。')
  })

  test('凭直通条件达到时写明不看得分', () => {
    const honour = sheetFrom({
      ...exampleFacts(today as Day),
      years: [],
      honours: [{ kind: 'high-tech-enterprise', validFrom: '2024-12-01', validTo: '2027-11-30' }],
    })
    const { chosen: innovative } = assess(honour, standards)
    expect(innovative.outcome).toBe('met')
    expect(whyOf(innovative, standards.chosen)[0]).toMatch(/^凭直通条件“获得高新技术企业.*不看得分。$/)
  })

  test('得分条件与四个直通条件分得清', () => {
    const { chosen: innovative } = assess(example, standards)
    expect(scoreCondition(innovative)?.id).toBe('S')
    expect(directRoutes(innovative).map(({ id }) => id)).toEqual(['D1', 'D2', 'D3', 'D4'])
  })
})

describe('数据文件', () => {
  test('不是数据文件的，说明哪里不对', () => {
    expect(readFactsFile('<html>')).toEqual({ problem: expect.stringContaining('不是数据文件') })
    expect(readFactsFile('{"asOf":"2026-09-01","years":[{"year":2025,"revenue":1001}]}')).toEqual({
      problem: expect.stringContaining('/years/0/revenue'),
    })
    expect(readFactsFile('{"asOf":"2026-09-01"}')).toEqual({ facts: { asOf: '2026-09-01' } })
  })
})
