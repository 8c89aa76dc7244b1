import { describe, expect, test } from 'vitest'
import { evaluate } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Result } from '../regime/evaluation/result.ts'
import { findStandard } from './load.ts'

const evaluateAs = (id: string, facts: object): Result => {
  const standard = findStandard(id)
  if (!standard) throw new Error(id)
  return evaluate(standard, parseFacts(facts))
}

const verdict = (id: string, condition: string, facts: object): string | undefined =>
  evaluateAs(id, { asOf: '2024-06-01', ...facts }).conditions.find((one) => one.id === condition)?.verdict

const points = (id: string, indicator: string, facts: object): readonly number[] => {
  const found = evaluateAs(id, { asOf: '2024-06-01', ...facts }).indicators?.find((one) => one.id === indicator)?.points
  return [found?.min ?? -1, found?.max ?? -1]
}

const INNOVATIVE = 'miit-2022-63/innovative'
const SPECIALISED = 'miit-2022-63/specialised'
const GIANT = 'miit-2022-63/little-giant'
const SPECIALISED_2026 = 'miit-2026-2/specialised'
const GIANT_2026 = 'miit-2026-2/little-giant'
const ELIGIBILITY = 'henan-2023-131/eligibility'

const right = (given: object = {}): object => ({
  kind: 'invention-patent',
  grantedOn: '2021-04-01',
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
  ...given,
})
const rights = (...given: object[]): object => ({ intellectualProperty: given.map(right) })
const years = (...given: object[]): object => ({ years: given.map((one, index) => ({ year: 2023 - index, ...one })) })

describe('口径表（契约“Terms”）逐行', () => {
  test('上年度、上上年度：会计年度 Y−1、Y−2', () => {
    expect(points(INNOVATIVE, 'I2', years({ revenue: '100', rdExpense: '5' }))).toEqual([20, 20])
    expect(points(INNOVATIVE, 'I2', { years: [{ year: 2024, revenue: '100', rdExpense: '5' }] })).toEqual([0, 20])
  })

  test('近2年平均增长率：两年增长率的均值，基数不大于 0 不能确定', () => {
    const main = (...values: string[]) => years(...values.map((mainRevenue) => ({ mainRevenue })))
    expect(points(SPECIALISED, 'S2', main('110', '100', '110'))).toEqual([2, 2])
    expect(points(SPECIALISED, 'S2', main('120', '100', '100'))).toEqual([10, 10])
    expect(points(SPECIALISED, 'S2', main('120', '0', '100'))).toEqual([0, 10])
    expect(points(SPECIALISED, 'S2', main('120', '100', '0'))).toEqual([0, 10])
    expect(points(SPECIALISED, 'S2', main('0', '100', '100'))).toEqual([0, 0])
  })

  test('复合增长率（2026）：R[Y−1]·100² ≥ R[Y−3]·105²，不开方', () => {
    const revenue = (last: string, third: string) => ({
      years: [
        { year: 2023, revenue: last },
        { year: 2021, revenue: third },
      ],
    })
    expect(verdict(GIANT_2026, 'B2c', { application: 'new', ...revenue('441', '400') })).toBe('met')
    expect(verdict(GIANT_2026, 'B2c', { application: 'new', ...revenue('440.999999', '400') })).toBe('unmet')
    expect(verdict(GIANT_2026, 'B2c', { application: 'new', ...revenue('441', '0') })).toBe('undetermined')
    expect(
      verdict(GIANT_2026, 'B2c', { application: 'new', ...revenue('999999999999.999999', '907029478458.049885') }),
    ).toBe('met')
    expect(
      verdict(GIANT_2026, 'B2c', { application: 'new', ...revenue('999999999999.999999', '907029478458.049886') }),
    ).toBe('unmet')
  })

  test('从事特定细分市场年限：2021-01-01 起，2024 年申报为 3 年', () => {
    const entered = (marketEnteredOn: string) => ({ enterprise: { marketEnteredOn } })
    expect(
      verdict(SPECIALISED_2026, 'A1', {
        ...entered('2021-01-01'),
        titles: [{ tier: 'tech-sme', validFrom: '2024-01-01', validTo: '2024-12-31' }],
      }),
    ).toBe('met')
    expect(verdict(SPECIALISED_2026, 'A1', entered('2021-01-02'))).toBe('unmet')
    expect(points(SPECIALISED, 'S3', entered('2024-03-01'))).toEqual([0, 0])
  })

  test('近三年（奖励、大赛）：(Y−3)-01-01 至申报日，首尾均含', () => {
    const award = (on: string) => ({ scienceAwards: [{ level: 'national', on, rank: 1 }] })
    expect(
      ['2020-12-31', '2021-01-01', '2024-06-01', '2024-06-02'].map((on) => verdict(INNOVATIVE, 'D1', award(on))),
    ).toEqual(['unmet', 'met', 'met', 'unmet'])
  })

  test('近三年/近两年新增股权融资：自然年 Y−3…Y−1 / Y−2…Y−1，合格机构投资者，出让不超过 30%', () => {
    const round = (given: object) => ({
      equityFinancing: [{ paidInOn: '2022-06-30', amount: '6000', qualifiedInvestor: true, dilution: '30', ...given }],
    })
    expect(verdict(INNOVATIVE, 'D4', round({ paidInOn: '2021-01-01' }))).toBe('met')
    expect(verdict(SPECIALISED, 'P3', round({ paidInOn: '2021-12-31' }))).toBe('unmet')
    expect(verdict(SPECIALISED, 'P3', round({ paidInOn: '2022-01-01' }))).toBe('met')
    expect(verdict(SPECIALISED, 'P3', round({ paidInOn: '2023-12-31' }))).toBe('met')
    expect(verdict(SPECIALISED, 'P3', round({ paidInOn: '2024-01-01' }))).toBe('unmet')
    expect(verdict(SPECIALISED, 'P3', round({ qualifiedInvestor: false }))).toBe('unmet')
    expect(verdict(SPECIALISED, 'P3', round({ dilution: '30.000001' }))).toBe('unmet')
  })

  test('融资的日期、资格、比例未填：从 0 到其金额；金额未填：没有上限', () => {
    const round = (given: object) => ({
      equityFinancing: [{ paidInOn: '2022-06-30', amount: '500', qualifiedInvestor: true, dilution: '30', ...given }],
    })
    expect(verdict(INNOVATIVE, 'D4', round({ paidInOn: null }))).toBe('undetermined')
    expect(verdict(INNOVATIVE, 'D4', round({ amount: '499', dilution: null }))).toBe('unmet')
    expect(verdict(INNOVATIVE, 'D4', round({ amount: null, qualifiedInvestor: null }))).toBe('undetermined')
    expect(verdict(INNOVATIVE, 'D4', round({ amount: null, qualifiedInvestor: false }))).toBe('unmet')
  })

  test('近三年未发生：晚于申报日减三年且不晚于申报日的没有', () => {
    const incident = (on: string) => ({ enterprise: { incidents: [{ kind: 'tax', on }] } })
    expect(
      ['2021-06-01', '2021-06-02', '2024-06-01', '2024-06-02'].map((on) => verdict(ELIGIBILITY, 'E6', incident(on))),
    ).toEqual(['met', 'unmet', 'unmet', 'met'])
  })

  test('转让未满 1 年（2022）：申报日早于转入日加 1 年的不计', () => {
    expect(points(INNOVATIVE, 'I1', rights({ transferredInOn: '2023-06-01' }))).toEqual([10, 10])
    expect(points(INNOVATIVE, 'I1', rights({ transferredInOn: '2023-06-02' }))).toEqual([0, 0])
    expect(points(INNOVATIVE, 'I1', rights({ transferredInOn: undefined }))).toEqual([0, 10])
  })

  test('转入（2026）：一律不计，且权利人排名前三', () => {
    expect(verdict(SPECIALISED_2026, 'A4', rights({ transferredInOn: '1999-01-01' }))).not.toBe('met')
    expect(
      verdict(SPECIALISED_2026, 'A4', { ...rights({ ownerRank: 4 }), scienceAwards: [], rdInstitutions: [] }),
    ).toBe('unmet')
    expect(verdict(SPECIALISED_2026, 'A4', rights({ ownerRank: 3 }))).toBe('met')
  })

  test('维持超过 10 年、2 年：申报日严格晚于满年之日', () => {
    expect(points(INNOVATIVE, 'I1', rights({ grantedOn: '2014-06-01' }))).toEqual([10, 10])
    expect(points(INNOVATIVE, 'I1', rights({ grantedOn: '2014-05-31' }))).toEqual([20, 20])
    expect(points(INNOVATIVE, 'I1', rights({ kind: 'design-patent', grantedOn: '2022-06-01' }))).toEqual([0, 0])
    expect(points(INNOVATIVE, 'I1', rights({ kind: 'design-patent', grantedOn: '2022-05-31' }))).toEqual([5, 5])
  })

  test('发明专利：国防专利与发明专利一样，同族也一样', () => {
    const overseasFamily = [{ office: 'JP', examined: true }]
    expect(points(INNOVATIVE, 'I1', rights({ kind: 'defence-patent', overseasFamily }))).toEqual([20, 20])
    expect(points(INNOVATIVE, 'I1', rights({ kind: 'ic-layout', overseasFamily }))).toEqual([10, 10])
  })

  test.each([
    ['US', true],
    ['EP', true],
    ['SG', true],
    ['FR', true],
    ['DE', true],
    ['IT', true],
    ['GB', true],
    ['ZA', true],
    ['AR', true],
    ['CN', false],
    ['HK', false],
    ['MO', false],
    ['TW', false],
    ['NL', false],
    ['ES', false],
    ['CH', false],
  ])('海外同族：%s 机构 %s', (office, counts) => {
    expect(points(INNOVATIVE, 'I1', rights({ overseasFamily: [{ office, examined: true }] }))).toEqual(
      counts ? [20, 20] : [10, 10],
    )
    expect(points(INNOVATIVE, 'I1', rights({ overseasFamily: [{ office, examined: false }] }))).toEqual([10, 10])
  })

  test('海外同族：机构未填不能确定', () => {
    expect(points(INNOVATIVE, 'I1', rights({ overseasFamily: [{ examined: true }] }))).toEqual([10, 20])
    expect(points(INNOVATIVE, 'I1', rights({ overseasFamily: [{ office: 'CN' }] }))).toEqual([10, 10])
  })

  test.each([
    ['I1', (given: object) => points(INNOVATIVE, 'I1', rights(given))[1] === 0],
    ['S10', (given: object) => points(SPECIALISED, 'S10', rights(given))[1] === 0],
    ['L4c', (given: object) => verdict(GIANT, 'L4c', rights(given, given)) === 'unmet'],
    [
      'A4',
      (given: object) =>
        verdict(SPECIALISED_2026, 'A4', { ...rights(given), scienceAwards: [], rdInstitutions: [] }) === 'unmet',
    ],
    [
      'B4',
      (given: object) =>
        verdict(GIANT_2026, 'B4', { ...rights(given, given, given, given), scienceAwards: [] }) === 'unmet',
    ],
  ])('%s 计入的知识产权都须有效且与主导产品相关', (_id, refused) => {
    expect(refused({ inForce: false })).toBe(true)
    expect(refused({ relatedToMainProduct: false })).toBe(true)
    expect(refused({})).toBe(false)
  })

  test('B6：keyField 且 chainKeyLink', () => {
    expect(verdict(GIANT_2026, 'B6', { product: { keyField: true, chainKeyLink: true } })).toBe('met')
    expect(verdict(GIANT_2026, 'B6', { product: { keyField: true, chainKeyLink: false } })).toBe('unmet')
    expect(verdict(GIANT_2026, 'B6', { product: { chainKeyLink: false } })).toBe('unmet')
  })

  test('荣誉、称号有效：validFrom ≤ 申报日 ≤ validTo，终止早于起始的哪天都无效', () => {
    const honour = (validFrom: string, validTo: string) => ({ honours: [{ kind: 'ip-advantage', validFrom, validTo }] })
    expect(verdict(INNOVATIVE, 'D2', honour('2024-06-01', '2024-06-01'))).toBe('met')
    expect(verdict(INNOVATIVE, 'D2', honour('2024-06-02', '2024-05-31'))).toBe('unmet')
    expect(verdict(INNOVATIVE, 'D2', { honours: [{ kind: 'ip-advantage', validFrom: '2024-06-02' }] })).toBe('unmet')
  })

  test.each(['59', '70', '53', '6610', '99'])('行业代码 %s 不在表中或位数不足：E3 不能确定', (industry) => {
    const result = evaluateAs(ELIGIBILITY, { asOf: '2024-06-01', enterprise: { industry }, ...years({ employees: 5 }) })
    expect(result.conditions[2]).toEqual({ id: 'E3', verdict: 'undetermined' })
    expect(result.missing.some((path) => path.startsWith('/years') || path.endsWith('/industry'))).toBe(false)
  })

  test.each([
    ['innovative', 'met'],
    ['tech-sme', 'met'],
    ['specialised', 'unmet'],
    ['little-giant', 'unmet'],
  ])('2026 的第一层称号：%s → %s', (tier, expected) => {
    const facts = {
      enterprise: { marketEnteredOn: '2010-01-01' },
      titles: [{ tier, validFrom: '2024-01-01', validTo: '2024-12-31' }],
    }
    expect(verdict(SPECIALISED_2026, 'A1', facts)).toBe(expected)
  })

  test('加 n 年遇 2 月 29 日：目标年没有的取 28 日', () => {
    const transferred = (asOf: string) =>
      points(INNOVATIVE, 'I1', { asOf, ...rights({ transferredInOn: '2020-02-29' }) })
    expect([transferred('2021-02-27'), transferred('2021-02-28')]).toEqual([
      [0, 0],
      [10, 10],
    ])
    expect(points(INNOVATIVE, 'I1', { asOf: '2022-02-28', ...rights({ grantedOn: '2012-02-29' }) })).toEqual([10, 10])
    expect(points(INNOVATIVE, 'I1', { asOf: '2022-03-01', ...rights({ grantedOn: '2012-02-29' }) })).toEqual([20, 20])
    expect(points(INNOVATIVE, 'I1', { asOf: '2024-06-01', ...rights({ grantedOn: '9999-02-28' }) })).toEqual([10, 10])
  })

  test('分母不大于 0 的比值不能确定', () => {
    expect(points(INNOVATIVE, 'I2', years({ revenue: '0', rdExpense: '5' }))).toEqual([0, 20])
    expect(points(SPECIALISED, 'S7', years({ revenue: '0', netProfit: '-5' }))).toEqual([0, 10])
  })

  test('以上、不低于含本数，超过不含；划型的“以下”不含本数', () => {
    const size = (employees: number, revenue: string) =>
      verdict(ELIGIBILITY, 'E3', { enterprise: { industry: '3562' }, ...years({ employees, revenue }) })
    expect([size(1000, '40000'), size(999, '40000'), size(1000, '39999.999999')]).toEqual(['unmet', 'met', 'met'])
  })

  test('分档边界取高分', () => {
    expect(points(INNOVATIVE, 'I4', years({ totalAssets: '100', totalLiabilities: '75' }))).toEqual([5, 5])
    expect(points(SPECIALISED, 'S8', years({ totalAssets: '100', totalLiabilities: '70' }))).toEqual([1, 1])
    expect(points(SPECIALISED, 'S12', years({ employees: 100, rdStaff: 5 }))).toEqual([1, 1])
  })

  test('S11：金额与占比分别定档取高', () => {
    expect(points(SPECIALISED, 'S11', years({ revenue: '100000', rdExpense: '500' }))).toEqual([10, 10])
    expect(points(SPECIALISED, 'S11', years({ revenue: '10', rdExpense: '1' }))).toEqual([10, 10])
    expect(points(SPECIALISED, 'S11', years({ rdExpense: '150' }))).toEqual([2, 10])
  })

  test('S13、D3、A4 只计经认定的研发机构，L4b 不论', () => {
    const built = (recognised: boolean | null) => ({ rdInstitutions: [{ level: 'national', recognised }] })
    expect(points(SPECIALISED, 'S13', built(false))).toEqual([0, 0])
    expect(verdict(INNOVATIVE, 'D3', built(false))).toBe('unmet')
    expect(verdict(SPECIALISED_2026, 'A4', { ...built(false), intellectualProperty: [], scienceAwards: [] })).toBe(
      'unmet',
    )
    expect(verdict(GIANT, 'L4b', built(false))).toBe('met')
    expect(verdict(GIANT, 'L4b', built(null))).toBe('met')
  })

  test('“创客中国”：50 强也计入 500 强，只计企业组', () => {
    const entry = (list: string, group?: string) => ({ makerContest: [{ list, group, publishedOn: '2023-10-01' }] })
    expect(verdict(SPECIALISED, 'P4', entry('top50', 'enterprise'))).toBe('met')
    expect(verdict(SPECIALISED, 'P4', entry('top500', 'maker'))).toBe('unmet')
    expect(verdict(SPECIALISED, 'P4', entry('top500'))).toBe('undetermined')
    expect(verdict(GIANT, 'L4x', { ...entry('top500', 'enterprise'), scienceAwards: [] })).toBe('unmet')
  })

  test('发展评价得分：没有该年结果为不能确定，列表为空也一样', () => {
    expect(verdict(SPECIALISED_2026, 'A6', { application: 'new', platformScores: [] })).toBe('undetermined')
    expect(
      verdict(SPECIALISED_2026, 'A6', { application: 'renewal', platformScores: [{ year: 2024, score: '49' }] }),
    ).toBe('undetermined')
    expect(verdict(SPECIALISED_2026, 'A6', { application: 'new', platformScores: [{ year: 2024, score: '49' }] })).toBe(
      'unmet',
    )
  })

  test('B2c 复核不考查：满足，说明写明', () => {
    const result = evaluateAs(GIANT_2026, { asOf: '2026-06-01', application: 'renewal' })
    const told = result.explanation.children?.find(({ id }) => id === 'B2c')
    expect(told?.verdict).toBe('met')
    expect(told?.sentence).toContain('复核不考查')
  })

  test('在海外取得收入：只用于发明专利以外的Ⅰ类', () => {
    expect(points(INNOVATIVE, 'I1', rights({ kind: 'plant-variety', overseasIncome: true }))).toEqual([20, 20])
    expect(points(INNOVATIVE, 'I1', rights({ overseasIncome: true }))).toEqual([10, 10])
  })

  test('申请类型未知：A6、B7、B2c 只在新申请与复核一致时有结论', () => {
    const score = (now: string, before: string) => ({
      asOf: '2026-06-01',
      platformScores: [
        { year: 2026, score: now },
        { year: 2025, score: before },
      ],
    })
    expect(verdict(GIANT_2026, 'B7', score('60', '0'))).toBe('met')
    expect(verdict(GIANT_2026, 'B7', score('59', '60'))).toBe('undetermined')
    expect(verdict(GIANT_2026, 'B7', score('59', '59'))).toBe('unmet')
  })

  test('前置称号：63号标准不看，2026 标准看', () => {
    expect(findStandard(SPECIALISED)?.definition.metrics.some(({ key }) => key.startsWith('titles'))).toBe(false)
    expect(findStandard(GIANT_2026)?.definition.metrics.some(({ key }) => key.startsWith('titles'))).toBe(true)
  })

  test('“创客中国”只认 2021-01-01 以后公布的名单', () => {
    const entry = (publishedOn: string) => ({
      asOf: '2023-06-01',
      makerContest: [{ list: 'top500', group: 'enterprise', publishedOn }],
    })
    expect(verdict(SPECIALISED, 'P4', entry('2020-12-31'))).toBe('unmet')
    expect(verdict(SPECIALISED, 'P4', entry('2021-01-01'))).toBe('met')
  })

  test('通知的叠加条件不属标准：63号小巨人营业收入不足 5000 万元仍按第三类评', () => {
    expect(verdict(GIANT, 'L4a', years({ revenue: '4000' }))).toBe('undetermined')
  })

  test('小巨人 2022 (a)：恰好 5000 万元、1 亿元满足相邻任一类即可；收入未知而三类都不满足则不满足', () => {
    const firm = (revenue: string | undefined, share: number) =>
      years(
        { revenue, rdExpense: String((Number(revenue ?? '0') * share) / 100), employees: 10, rdStaff: 1 },
        { revenue: '10000', rdExpense: String(share * 100) },
      )
    expect(verdict(GIANT, 'L4a', firm('10000', 3))).toBe('met')
    expect(verdict(GIANT, 'L4a', firm('9999', 3))).toBe('unmet')
    expect(verdict(GIANT, 'L4a', { ...firm(undefined, 1), equityFinancing: [] })).toBe('unmet')
    expect(verdict(GIANT, 'L4a', { ...firm(undefined, 6), equityFinancing: [] })).toBe('undetermined')
  })
})

describe('施行期间', () => {
  test.each([
    [INNOVATIVE, '2022-07-31', false],
    [INNOVATIVE, '2022-08-01', true],
    [INNOVATIVE, '2099-01-01', true],
    [SPECIALISED, '2026-03-31', true],
    [SPECIALISED, '2026-04-01', false],
    [GIANT, '2026-03-31', true],
    [GIANT, '2026-04-01', false],
    [SPECIALISED_2026, '2026-03-31', false],
    [SPECIALISED_2026, '2026-04-01', true],
    [GIANT_2026, '2026-04-01', true],
    [ELIGIBILITY, '2023-03-13', false],
    [ELIGIBILITY, '2023-03-14', true],
  ])('%s 于 %s：%s', (id, asOf, inForce) => {
    expect(evaluateAs(id, { asOf }).inForce).toBe(inForce)
  })
})

describe('结果', () => {
  test('键的次序如契约，没有得分的标准没有得分各项', () => {
    expect(Object.keys(evaluateAs(INNOVATIVE, { asOf: '2024-06-01' }))).toEqual([
      'standard',
      'edition',
      'facts',
      'inForce',
      'outcome',
      'score',
      'dimensions',
      'indicators',
      'conditions',
      'missing',
      'explanation',
    ])
    expect(Object.keys(evaluateAs(ELIGIBILITY, { asOf: '2024-06-01' }))).toEqual([
      'standard',
      'edition',
      'facts',
      'inForce',
      'outcome',
      'conditions',
      'missing',
      'explanation',
    ])
  })

  test('同样的事实换个键序，摘要相同', () => {
    const one = evaluateAs(ELIGIBILITY, { asOf: '2024-06-01', titles: [] })
    const other = evaluateAs(ELIGIBILITY, { titles: [], asOf: '2024-06-01' })
    expect(one.facts).toBe(other.facts)
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  test('指标和条件的编号如契约', () => {
    const ids = (id: string) => {
      const { indicators = [], conditions } = evaluateAs(id, { asOf: '2024-06-01' })
      return [...indicators, ...conditions].map((one) => one.id).join(' ')
    }
    expect(ids(INNOVATIVE)).toBe('I1 I2 I3 I4 I5 I6 S D1 D2 D3 D4')
    expect(ids(SPECIALISED)).toBe('S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 C1 C2 C3 C4 score60 P1 P2 P3 P4')
    expect(ids(GIANT)).toBe('L1 L2 L3 L4 L4a L4b L4c L4x L5 L6')
    expect(ids(SPECIALISED_2026)).toBe('A1 A2a A2b A2c A3 A4 A5 A6')
    expect(ids(GIANT_2026)).toBe('B1 B2a B2b B2c B2d B3 B4 B5 B6 B7')
    expect(ids(ELIGIBILITY)).toBe('E1 E2 E3 E4 E5 E6')
  })
})
