import { describe, expect, test } from 'vitest'
import { addYears, fullYears } from './day.ts'
import { evaluateReference, type ReferenceStandard } from './evaluate.ts'
import type { RawFacts } from './facts.ts'
import { rowOf } from './size.ts'

const innovative = 'miit-2022-63/innovative'
const specialised = 'miit-2022-63/specialised'
const littleGiant = 'miit-2022-63/little-giant'
const specialised2026 = 'miit-2026-2/specialised'
const littleGiant2026 = 'miit-2026-2/little-giant'
const eligibility = 'henan-2023-131/eligibility'

const at = (asOf: string, rest: Record<string, unknown> = {}): RawFacts => ({ asOf, ...rest })
const lastYear = (numbers: Record<string, unknown>) => at('2024-06-01', { years: [{ year: 2023, ...numbers }] })

const indicator = (standard: ReferenceStandard, facts: RawFacts, id: string) => {
  const found = evaluateReference(standard, facts).indicators?.find((one) => one.id === id)
  if (!found) throw new Error(`no indicator ${id}`)
  return found.points.min === found.points.max ? found.points.min : [found.points.min, found.points.max]
}
const verdict = (standard: ReferenceStandard, facts: RawFacts, id: string) =>
  evaluateReference(standard, facts).conditions.find((one) => one.id === id)?.verdict

const right = (more: Record<string, unknown> = {}) => ({
  kind: 'invention-patent',
  grantedOn: '2022-01-01',
  inForce: true,
  selfDeveloped: false,
  relatedToMainProduct: true,
  transferredInOn: null,
  ownerRank: 1,
  inUseWithBenefit: true,
  overseasFamily: [],
  overseasIncome: false,
  highValuePledge: false,
  awarded: false,
  ...more,
})
const rights = (asOf: string, ...list: Record<string, unknown>[]) => at(asOf, { intellectualProperty: list.map(right) })

describe('参照实现：63号文附件的边界，位于两个区间边界的按高分', () => {
  const of = (part: string, whole: string, value: string, total = '100') => lastYear({ [part]: value, [whole]: total })
  test.each([
    [innovative, 'I2', of('rdExpense', 'revenue', '3'), 15],
    [innovative, 'I2', of('rdExpense', 'revenue', '2.999999'), 10],
    [innovative, 'I2', of('rdExpense', 'revenue', '1'), 5],
    [innovative, 'I2', of('rdExpense', 'revenue', '5'), 20],
    [innovative, 'I2', of('rdExpense', 'revenue', '4.999999'), 15],
    [innovative, 'I4', of('totalLiabilities', 'totalAssets', '55'), 10],
    [innovative, 'I4', of('totalLiabilities', 'totalAssets', '55.000001'), 5],
    [innovative, 'I4', of('totalLiabilities', 'totalAssets', '75'), 5],
    [innovative, 'I4', of('totalLiabilities', 'totalAssets', '75.000001'), 0],
    [innovative, 'I6', of('mainRevenue', 'revenue', '50'), 5],
    [innovative, 'I6', of('mainRevenue', 'revenue', '49.999999'), 0],
    [innovative, 'I6', of('mainRevenue', 'revenue', '70'), 20],
    [specialised, 'S1', of('mainRevenue', 'revenue', '60'), 1],
    [specialised, 'S1', of('mainRevenue', 'revenue', '59.999999'), 0],
    [specialised, 'S7', of('netProfit', 'revenue', '2'), 2],
    [specialised, 'S7', of('netProfit', 'revenue', '-2'), 0],
    [specialised, 'S8', of('totalLiabilities', 'totalAssets', '70'), 1],
    [specialised, 'S8', of('totalLiabilities', 'totalAssets', '70.000001'), 0],
    [specialised, 'S12', lastYear({ rdStaff: 5, employees: 100 }), 1],
    [specialised, 'S12', lastYear({ rdStaff: 4, employees: 100 }), 0],
    [specialised, 'S11', of('rdExpense', 'revenue', '100', '100000'), 2],
    [specialised, 'S11', of('rdExpense', 'revenue', '99.999999', '1000000'), 0],
    [specialised, 'S11', of('rdExpense', 'revenue', '10', '100'), 10],
  ] as const)('%s %s', (standard, id, facts, points) => {
    expect(indicator(standard, facts, id)).toBe(points)
  })

  test('I3 = 0% 得 5 分；S2 = 0% 得 2 分；基数不大于零的不能判定', () => {
    const years = (...main: string[]) =>
      at('2024-06-01', { years: main.map((mainRevenue, back) => ({ year: 2023 - back, mainRevenue })) })
    expect(indicator(innovative, years('100', '100'), 'I3')).toBe(5)
    expect(indicator(innovative, years('99.999999', '100'), 'I3')).toBe(0)
    expect(indicator(innovative, years('100', '0'), 'I3')).toEqual([0, 20])
    expect(indicator(specialised, years('100', '100', '100'), 'S2')).toBe(2)
    expect(indicator(specialised, years('150', '100', '200'), 'S2')).toBe(2)
    expect(indicator(specialised, years('110', '100', '100'), 'S2')).toBe(4)
    expect(indicator(specialised, years('110', '100'), 'S2')).toEqual([0, 10])
    expect(indicator(specialised, years('110', '100', '0'), 'S2')).toEqual([0, 10])
  })

  test('S6 每满足一项加 3 分，封顶 5 分；未知的项按区间', () => {
    const managed = (management: Record<string, unknown>) => at('2024-06-01', { management })
    const no = {
      provincialQualityAward: false,
      qualitySystemCertified: false,
      ownBrand: false,
      standardsSetting: false,
    }
    expect(indicator(specialised, managed(no), 'S6')).toBe(0)
    expect(indicator(specialised, managed({ ...no, ownBrand: true }), 'S6')).toBe(3)
    expect(indicator(specialised, managed({ ...no, ownBrand: true, standardsSetting: true }), 'S6')).toBe(5)
    expect(indicator(specialised, managed({ ...no, ownBrand: true, standardsSetting: null }), 'S6')).toEqual([3, 5])
    expect(indicator(specialised, managed({ ownBrand: true, standardsSetting: true }), 'S6')).toBe(5)
  })
})

describe('参照实现：合同的用语表', () => {
  test('从事特定细分市场年限：2021-01-01 起，2024 年申报计 3 年', () => {
    const entered = (marketEnteredOn: string) => at('2024-06-01', { enterprise: { marketEnteredOn } })
    expect(verdict(littleGiant2026, { ...entered('2021-01-01'), titles: [] }, 'B1')).toBe('unmet')
    expect(verdict(specialised, entered('2022-01-01'), 'C1')).toBe('met')
    expect(verdict(specialised, entered('2022-01-02'), 'C1')).toBe('unmet')
    expect(indicator(specialised, entered('2014-01-01'), 'S3')).toBe(5)
    expect(indicator(specialised, entered('2014-01-02'), 'S3')).toBe(4)
    expect(indicator(specialised, entered('2030-01-01'), 'S3')).toBe(0)
    expect(fullYears('2021-01-01', '2024-01-01')).toBe(3)
  })

  test('2 月 29 日加减年：该年没有的取 2 月 28 日', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2020-02-29', 4)).toBe('2024-02-29')
    expect(addYears('2024-02-29', -3)).toBe('2021-02-28')
  })

  test('转让未满 1 年的不计：满一年之日起计', () => {
    const transferred = (on: string | null) =>
      indicator(innovative, rights('2024-03-01', { transferredInOn: on }), 'I1')
    expect(transferred('2023-03-01')).toBe(10)
    expect(transferred('2023-03-02')).toBe(0)
    expect(transferred(null)).toBe(10)
    expect(indicator(innovative, rights('2025-02-28', { transferredInOn: '2024-02-29' }), 'I1')).toBe(10)
    const { transferredInOn: _, ...unsaid } = right()
    expect(indicator(innovative, at('2024-03-01', { intellectualProperty: [unsaid] }), 'I1')).toEqual([0, 10])
  })

  test('维持年限超过 10 年：对应日的次日起', () => {
    expect(indicator(innovative, rights('2024-03-01', { grantedOn: '2014-03-01' }), 'I1')).toBe(10)
    expect(indicator(innovative, rights('2024-03-02', { grantedOn: '2014-03-01' }), 'I1')).toBe(20)
    expect(indicator(innovative, rights('2024-03-01', { kind: 'utility-model', grantedOn: '2022-03-01' }), 'I1')).toBe(
      0,
    )
    expect(indicator(innovative, rights('2024-03-02', { kind: 'utility-model', grantedOn: '2022-03-01' }), 'I1')).toBe(
      5,
    )
  })

  test('海外同族：G20、新加坡、欧洲专利局经实质审查', () => {
    const family = (office: string | null, examined: boolean | null = true, kind = 'defence-patent') =>
      indicator(innovative, rights('2024-03-01', { kind, overseasFamily: [{ office, examined }] }), 'I1')
    for (const office of ['US', 'SG', 'EP', 'FR', 'ZA']) expect(family(office)).toBe(20)
    for (const office of ['CN', 'HK', 'TW', 'NL', 'ES']) expect(family(office)).toBe(10)
    expect(family('US', false)).toBe(10)
    expect(family(null)).toEqual([10, 20])
    expect(family('NL', null)).toBe(10)
    expect(family('US', true, 'ic-layout')).toBe(10)
    expect(indicator(innovative, rights('2024-03-01', { kind: 'ic-layout', overseasIncome: true }), 'I1')).toBe(20)
    expect(indicator(innovative, rights('2024-03-01', { overseasIncome: true }), 'I1')).toBe(10)
  })

  test('近三年奖励：Y−3 年 1 月 1 日至申报日', () => {
    const award = (on: string) =>
      verdict(innovative, at('2024-06-01', { scienceAwards: [{ level: 'provincial', on }] }), 'D1')
    expect(award('2021-01-01')).toBe('met')
    expect(award('2020-12-31')).toBe('unmet')
    expect(award('2024-06-01')).toBe('met')
    expect(award('2024-06-02')).toBe('unmet')
  })

  test('P1：省级前三或国家级前五', () => {
    const award = (level: string, rank: number | null) =>
      verdict(specialised, at('2024-06-01', { scienceAwards: [{ level, on: '2023-01-01', rank }] }), 'P1')
    expect([award('provincial', 3), award('provincial', 4)]).toEqual(['met', 'unmet'])
    expect([award('national', 5), award('national', 6)]).toEqual(['met', 'unmet'])
    expect(award('national', null)).toBe('undetermined')
  })

  test('股权融资：合格机构、出让不超过 30%、自然年；未知的按区间', () => {
    const paid = (more: Record<string, unknown>) =>
      verdict(
        innovative,
        at('2024-06-01', {
          equityFinancing: [
            { paidInOn: '2021-01-01', amount: '500', qualifiedInvestor: true, dilution: '30', ...more },
          ],
        }),
        'D4',
      )
    expect(paid({})).toBe('met')
    expect(paid({ amount: '499.999999' })).toBe('unmet')
    expect(paid({ paidInOn: '2020-12-31' })).toBe('unmet')
    expect(paid({ paidInOn: '2024-01-01' })).toBe('unmet')
    expect(paid({ dilution: '30.000001' })).toBe('unmet')
    expect(paid({ dilution: null })).toBe('undetermined')
    expect(paid({ dilution: null, amount: '499' })).toBe('unmet')
    expect(paid({ amount: null })).toBe('undetermined')
    expect(paid({ amount: null, qualifiedInvestor: false })).toBe('unmet')
  })

  test('创客中国：企业组；50 强也算 500 强；2021 年以来的名单', () => {
    const entry = (list: string, publishedOn: string, group: string | null = 'enterprise', asOf = '2023-06-01') =>
      verdict(specialised, at(asOf, { makerContest: [{ list, group, publishedOn }] }), 'P4')
    expect(entry('top500', '2021-01-01')).toBe('met')
    expect(entry('top50', '2022-10-01')).toBe('met')
    expect(entry('top500', '2020-12-31')).toBe('unmet')
    expect(entry('top500', '2022-10-01', null)).toBe('undetermined')
  })

  test('2026 复合增长率 5%：100² 与 105² 交叉相乘，不开方', () => {
    const years = (last: string, base: string) =>
      verdict(
        littleGiant2026,
        at('2026-06-01', {
          application: 'new',
          years: [
            { year: 2025, revenue: last },
            { year: 2023, revenue: base },
          ],
        }),
        'B2c',
      )
    expect(years('11025', '10000')).toBe('met')
    expect(years('11024.999999', '10000')).toBe('unmet')
    expect(years('11025', '0')).toBe('undetermined')
  })

  test('A6：新申请看当年，复核看近两年任一年，性质未知时二者一致才判定', () => {
    const scores = (application: string | null, ...list: [number, string | null][]) =>
      verdict(
        specialised2026,
        at('2026-06-01', { application, platformScores: list.map(([year, score]) => ({ year, score })) }),
        'A6',
      )
    expect(scores('new', [2026, '50'], [2025, '0'])).toBe('met')
    expect(scores('new', [2026, '49.99'], [2025, '90'])).toBe('unmet')
    expect(scores('renewal', [2026, '49.99'], [2025, '50'])).toBe('met')
    expect(scores('renewal', [2026, '49.99'])).toBe('undetermined')
    expect(scores('renewal', [2025, '50'])).toBe('met')
    expect(scores(null, [2026, '50'])).toBe('met')
    expect(scores(null, [2026, '1'], [2025, '1'])).toBe('unmet')
    expect(scores(null, [2026, '1'], [2025, '60'])).toBe('undetermined')
    expect(scores('new')).toBe('undetermined')
  })

  test('B2c：复核不考查；性质未知时二者一致才判定', () => {
    const facts = (application: string | null, last: string) =>
      at('2026-06-01', {
        application,
        years: [
          { year: 2025, revenue: last },
          { year: 2023, revenue: '100' },
        ],
      })
    expect(verdict(littleGiant2026, facts('renewal', '1'), 'B2c')).toBe('met')
    expect(verdict(littleGiant2026, facts(null, '200'), 'B2c')).toBe('met')
    expect(verdict(littleGiant2026, facts(null, '1'), 'B2c')).toBe('undetermined')
  })

  test('2026：转入的一概不计，权利人排名前三', () => {
    const counts = (more: Record<string, unknown>) =>
      verdict(specialised2026, { ...rights('2026-06-01', more), scienceAwards: [], rdInstitutions: [] }, 'A4')
    expect(counts({ ownerRank: 3 })).toBe('met')
    expect(counts({ ownerRank: 4 })).toBe('unmet')
    expect(counts({ transferredInOn: '2001-01-01' })).toBe('unmet')
    expect(counts({ kind: 'software-copyright' })).toBe('unmet')
    expect(counts({ inUseWithBenefit: null })).toBe('undetermined')
  })

  test('小巨人 4(a)：恰为 5000 万、1 亿的，任一相邻档满足即满足；营收未知时三档皆不满足才不满足', () => {
    const firm = (revenue: string | null, ratios: [string, string], more: Record<string, unknown> = {}) =>
      verdict(
        littleGiant,
        at('2024-06-01', {
          equityFinancing: [],
          years: [
            { year: 2023, revenue, rdExpense: ratios[0] },
            { year: 2022, revenue: '10000', rdExpense: ratios[1] },
          ],
          ...more,
        }),
        'L4a',
      )
    expect(firm('10000', ['300', '300'])).toBe('met')
    expect(firm('9999.999999', ['300', '300'])).toBe('unmet')
    expect(firm('9999.999999', ['600', '600'])).toBe('met')
    expect(firm('5000', ['300', '600'])).toBe('met')
    expect(firm('4999.999999', ['300', '600'])).toBe('unmet')
    expect(firm(null, ['300', '299'])).toBe('unmet')
    expect(firm(null, ['300', '300'])).toBe('undetermined')
  })

  test('L4b 任何研发机构都算；S13、D3、A4 只算经认定的', () => {
    const facts = at('2024-06-01', { rdInstitutions: [{ level: 'national', recognised: false }] })
    expect(verdict(littleGiant, facts, 'L4b')).toBe('met')
    expect(verdict(innovative, facts, 'D3')).toBe('unmet')
    expect(indicator(specialised, facts, 'S13')).toBe(0)
  })

  test('称号、荣誉：首尾两日均有效；起止颠倒的任何一天都无效', () => {
    const honour = (validFrom: string, validTo: string) =>
      verdict(innovative, at('2024-06-01', { honours: [{ kind: 'ip-advantage', validFrom, validTo }] }), 'D2')
    expect(honour('2024-06-01', '2024-06-01')).toBe('met')
    expect(honour('2024-06-02', '2025-06-01')).toBe('unmet')
    expect(honour('2023-06-02', '2024-05-31')).toBe('unmet')
    expect(honour('2024-07-01', '2024-05-01')).toBe('unmet')
  })

  test('施行日期以外照样评价，标明 inForce 为否', () => {
    const inForce = (standard: ReferenceStandard, asOf: string) => evaluateReference(standard, at(asOf)).inForce
    expect([
      inForce(innovative, '2022-07-31'),
      inForce(innovative, '2022-08-01'),
      inForce(innovative, '2030-01-01'),
    ]).toEqual([false, true, true])
    expect([inForce(specialised, '2026-03-31'), inForce(specialised, '2026-04-01')]).toEqual([true, false])
    expect([inForce(littleGiant2026, '2026-03-31'), inForce(littleGiant2026, '2026-04-01')]).toEqual([false, true])
    expect([inForce(eligibility, '2023-03-13'), inForce(eligibility, '2023-03-14')]).toEqual([false, true])
  })
})

describe('参照实现：第三条与划型规定', () => {
  const firm = (industry: string | null, X: number | null, Y: string | null, Z: string | null) =>
    verdict(
      eligibility,
      at('2024-06-01', {
        enterprise: { industry },
        years: [{ year: 2023, employees: X, revenue: Y, totalAssets: Z }],
      }),
      'E3',
    )
  test.each([
    ['3562', 1000, '40000', null, 'unmet'],
    ['3562', 1000, '39999', null, 'met'],
    ['3562', 299, '100000', null, 'met'],
    ['3562', 1000, null, null, 'undetermined'],
    ['3562', 999, null, null, 'met'],
    ['3562', null, '39999.999999', null, 'met'],
    ['7010', null, '250000', '9999', 'met'],
    ['7010', null, '200000', '10000', 'unmet'],
    ['7110', 300, null, '119999', 'met'],
    ['7110', 300, null, '120000', 'unmet'],
    ['65', 100, '1000', null, 'met'],
    ['01', null, '20000', null, 'unmet'],
    ['01', null, '19999', null, 'met'],
    ['59', 1, '1', '1', 'undetermined'],
    ['70', 1, '1', '1', 'undetermined'],
    ['53', 1, '1', '1', 'undetermined'],
    ['704', 1, '1', '1', 'undetermined'],
    ['83', 1, '1', '1', 'undetermined'],
  ] as const)('划型 %s：%s 人 %s 万元 %s 万元', (industry, X, Y, Z, expected) => {
    expect(firm(industry, X, Y, Z)).toBe(expected)
  })

  test('十六个行业各有其行，未覆盖的没有', () => {
    const codes = ['05', '46', '50', '51', '52', '58', '591', '599', '60', '61', '62', '64', '65', '701', '702', '72']
    for (const code of [...codes, '703', '709', '73', '82', '85', '90']) expect(rowOf(code)).toBeDefined()
    for (const code of ['53', '59', '66', '69', '70', '704', '83', '84', '91', '97'])
      expect(rowOf(code)).toBeUndefined()
  })

  test('近三年未发生：申报日往前满三年，当日不在内', () => {
    const incident = (on: string | null) =>
      verdict(eligibility, at('2024-06-01', { enterprise: { incidents: [{ kind: 'tax', on }] } }), 'E6')
    expect(incident('2021-06-01')).toBe('met')
    expect(incident('2021-06-02')).toBe('unmet')
    expect(incident('2024-06-02')).toBe('met')
    expect(incident(null)).toBe('undetermined')
  })
})

describe('参照实现：missing 只列仍能改变结论的未知事实', () => {
  const missing = (standard: ReferenceStandard, facts: RawFacts) => evaluateReference(standard, facts).missing

  test('整体未知的列表、部分以自身为名；未列的年度以应有的位置为名', () => {
    expect(missing(eligibility, at('2024-06-01'))).toEqual(['/enterprise', '/years'])
    expect(missing(innovative, at('2024-06-01'))).toEqual([
      '/equityFinancing',
      '/honours',
      '/intellectualProperty',
      '/product',
      '/rdInstitutions',
      '/scienceAwards',
      '/years',
    ])
    const enterprise = {
      registeredInHenan: true,
      independentLegalPerson: true,
      industry: '3562',
      abnormalOperation: false,
      seriousDishonesty: false,
      prohibitedProduct: false,
      incidents: [],
    }
    expect(missing(eligibility, at('2024-06-01', { enterprise, years: [] }))).toEqual([
      '/years/2023/employees',
      '/years/2023/revenue',
    ])
    expect(
      missing(eligibility, at('2024-06-01', { enterprise: { ...enterprise, industry: '53' }, years: [] })),
    ).toEqual([])
  })

  test('行业未知时，各行业划型可能用到的未知数都列', () => {
    const known = { registeredInHenan: true, independentLegalPerson: true, abnormalOperation: false }
    const enterprise = { ...known, seriousDishonesty: false, prohibitedProduct: false, incidents: [] }
    const wanted = (numbers: Record<string, unknown>) =>
      missing(eligibility, at('2024-06-01', { enterprise, years: [{ year: 2023, ...numbers }] }))
    expect(wanted({ employees: 100 })).toEqual([
      '/enterprise/industry',
      '/years/2023/revenue',
      '/years/2023/totalAssets',
    ])
    // 营业收入 1 万元、100 人：无论哪一行都不是大型，资产总额不再左右结论
    expect(wanted({ employees: 100, revenue: '1' })).toEqual(['/enterprise/industry'])
  })

  const none = { scienceAwards: [], honours: [], rdInstitutions: [], equityFinancing: [] }

  test('下限已定总分的，只多加分而不能左右结论的指标不列', () => {
    // 创新能力 20..40，专业化 30，成长性 0..20：成长性达到 15 时总分必达 60，研发费用不再左右结论
    const facts = at('2024-06-01', {
      ...none,
      product: { strategicEmerging: true },
      intellectualProperty: [right({ awarded: true })],
      years: [{ year: 2023, revenue: '100', mainRevenue: '100', totalLiabilities: '100', totalAssets: '100' }],
    })
    expect(evaluateReference(innovative, facts).score).toEqual({ min: 50, max: 90 })
    expect(missing(innovative, facts)).toEqual(['/years/2022/mainRevenue'])
  })

  test('已定的路径之外、已不满足的条件之下的未知事实不列', () => {
    expect(
      missing(innovative, at('2024-06-01', { ...none, scienceAwards: [{ level: 'national', on: '2024-01-01' }] })),
    ).toEqual([])
    const failed = at('2024-06-01', { enterprise: { registeredInHenan: false } })
    expect(missing(eligibility, failed)).toEqual([])
  })

  test('知识产权中只列能得更高档的权利的未知事实', () => {
    const facts = at('2024-06-01', {
      ...none,
      product: { strategicEmerging: true },
      intellectualProperty: [
        right({ selfDeveloped: true }),
        right({ kind: 'software-copyright', inForce: null }),
        right({ inForce: false, awarded: null }),
        right({ awarded: null }),
      ],
      years: [
        { year: 2023, revenue: '100', mainRevenue: '65', totalLiabilities: '50', totalAssets: '100', rdExpense: '1' },
        { year: 2022, mainRevenue: '60' },
      ],
    })
    // 15..20 + 5, 8.3% → 10, 10, 10, 15: 65..70；创新能力 20..25
    expect(evaluateReference(innovative, facts).outcome).toBe('met')
    const weaker = {
      ...facts,
      years: [{ ...(facts.years as object[])[0], rdExpense: '0.5' }, (facts.years as object[])[1]],
    }
    expect(evaluateReference(innovative, weaker as RawFacts).outcome).toBe('undetermined')
    expect(missing(innovative, weaker as RawFacts)).toEqual(['/intellectualProperty/3/awarded'])
  })

  test('平台得分以年度为名', () => {
    const facts = at('2026-06-01', { application: 'new', platformScores: [] })
    expect(missing(specialised2026, facts)).toContain('/platformScores/2026')
    expect(missing(specialised2026, facts)).not.toContain('/platformScores/2025')
    expect(missing(specialised2026, at('2026-06-01', { application: 'renewal' }))).toContain('/platformScores')
  })
})
