import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { evaluate, judge } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { findStandard, loadStandards } from './load.ts'

const missingOf = (id: string, facts: object): readonly string[] => {
  const standard = findStandard(id)
  if (!standard) throw new Error(id)
  return evaluate(standard, parseFacts(facts)).missing
}

/** A firm on the edge of tier 1: 60 points, every floor just met, no direct route. */
const firm: FactsDocument = {
  asOf: '2024-06-01',
  application: 'new',
  enterprise: {
    registeredInHenan: true,
    independentLegalPerson: true,
    industry: '3562',
    marketEnteredOn: '2015-01-01',
    abnormalOperation: false,
    seriousDishonesty: false,
    prohibitedProduct: false,
    incidents: [],
  },
  years: [
    {
      year: 2023,
      revenue: '1000',
      mainRevenue: '660',
      netProfit: '70',
      rdExpense: '30',
      totalAssets: '1000',
      totalLiabilities: '500',
      employees: 100,
      rdStaff: 12,
    },
    { year: 2022, revenue: '900', mainRevenue: '620', rdExpense: '30' },
    { year: 2021, revenue: '800', mainRevenue: '600', rdExpense: '30' },
  ],
  intellectualProperty: [
    {
      kind: 'utility-model',
      grantedOn: '2020-04-01',
      inForce: true,
      selfDeveloped: true,
      relatedToMainProduct: true,
      transferredInOn: null,
      ownerRank: 1,
      inUseWithBenefit: true,
      overseasFamily: [],
      overseasIncome: false,
      highValuePledge: false,
      awarded: false,
    },
    {
      kind: 'ic-layout',
      grantedOn: '2020-04-01',
      inForce: false,
      selfDeveloped: false,
      relatedToMainProduct: true,
      transferredInOn: null,
      ownerRank: 1,
      inUseWithBenefit: true,
      overseasFamily: [],
      overseasIncome: false,
      highValuePledge: false,
      awarded: false,
    },
  ],
  scienceAwards: [{ level: 'national', on: '2010-05-01', rank: 2 }],
  honours: [{ kind: 'high-tech-enterprise', validFrom: '2020-01-01', validTo: '2022-12-31' }],
  rdInstitutions: [
    { level: 'municipal', recognised: true },
    { level: 'provincial', recognised: false },
  ],
  equityFinancing: [{ paidInOn: '2022-09-01', amount: '600', qualifiedInvestor: false, dilution: '12' }],
  makerContest: [{ list: 'top500', group: 'maker', publishedOn: '2023-10-01' }],
  product: {
    strategicEmerging: true,
    chainRole: 'none',
    keyField: true,
    chainKeyLink: true,
    marketShare: '9',
    marketRank: 4,
    wellKnown: true,
    shareForemost: true,
  },
  management: {
    provincialQualityAward: false,
    qualitySystemCertified: true,
    managementSystemCertified: true,
    productCertifiedAbroad: false,
    ownBrand: false,
    competitiveOwnBrand: true,
    standardsSetting: false,
    coreBusinessOnInformationSystem: true,
    soundGovernance: true,
    digitalLevel: 2,
  },
  localFeature: { points: 10 },
  platformScores: [
    { year: 2024, score: '55' },
    { year: 2023, score: '65' },
  ],
  titles: [
    { tier: 'innovative', validFrom: '2023-01-01', validTo: '2025-12-31' },
    { tier: 'specialised', validFrom: '2023-01-01', validTo: '2025-12-31' },
  ],
}

/** Values that settle an unknown fact one way or the other, by the end of its path. */
const settlements = (path: string): readonly unknown[] => {
  const key = path.split('/').at(-1) ?? ''
  const right = (firm.intellectualProperty as readonly object[])[0]
  const lists: { readonly [name: string]: readonly unknown[] } = {
    enterprise: [
      { ...(firm.enterprise as object) },
      { ...(firm.enterprise as object), marketEnteredOn: '2024-01-01', registeredInHenan: false },
    ],
    years: [firm.years, []],
    intellectualProperty: [
      [],
      [{ ...right, kind: 'new-drug', awarded: true }],
      Array.from({ length: 4 }, () => ({ ...right, kind: 'new-drug' })),
    ],
    scienceAwards: [[], [{ level: 'national', on: '2023-01-01', rank: 1 }]],
    honours: [[], [{ kind: 'ip-advantage', validFrom: '2020-01-01', validTo: '2030-01-01' }]],
    rdInstitutions: [[], [{ level: 'national', recognised: true }]],
    equityFinancing: [[], [{ paidInOn: '2023-01-01', amount: '90000', qualifiedInvestor: true, dilution: '1' }]],
    makerContest: [[], [{ list: 'top50', group: 'enterprise', publishedOn: '2023-01-01' }]],
    incidents: [[], [{ kind: 'tax', on: '2024-01-01' }]],
    overseasFamily: [[], [{ office: 'US', examined: true }]],
    titles: [[], firm.titles as readonly unknown[]],
  }
  if (key in lists) return lists[key] ?? []
  if (/(On|From|To)$|^on$/.test(key)) return ['2000-01-01', '2021-06-01', '2023-05-01', '2030-01-01']
  if (/^(revenue|mainRevenue|rdExpense|totalAssets|totalLiabilities|netProfit|amount)$/.test(key))
    return ['1', '29', '100', '600', '1000', '12000', '900000']
  if (/^(employees|rdStaff|rank|ownerRank|marketRank)$/.test(key)) return [1, 3, 5, 20, 100, 5000]
  if (key === 'points') return [0, 5, 15]
  if (key === 'digitalLevel') return [0, 2, 3]
  if (key === 'marketShare') return ['0', '10']
  if (/^20\d\d$/.test(key)) return ['0', '50', '60']
  if (key === 'industry') return ['3562', '7310']
  if (key === 'chainRole') return ['none', 'gap-filling', 'six-bases-or-leader-supplier']
  if (key === 'application') return ['new', 'renewal']
  if (key === 'group') return ['maker', 'enterprise']
  return [true, false]
}

/** Facts a test takes away; each has a value in the firm above. */
const removable = [
  '/application',
  '/enterprise/industry',
  '/enterprise/marketEnteredOn',
  '/enterprise/incidents',
  '/enterprise/abnormalOperation',
  '/years/2023/revenue',
  '/years/2023/mainRevenue',
  '/years/2023/netProfit',
  '/years/2023/rdExpense',
  '/years/2023/totalAssets',
  '/years/2023/totalLiabilities',
  '/years/2023/employees',
  '/years/2023/rdStaff',
  '/years/2022/mainRevenue',
  '/years/2022/rdExpense',
  '/years/2022/revenue',
  '/years/2021/mainRevenue',
  '/years/2021/revenue',
  '/intellectualProperty',
  '/intellectualProperty/0/inForce',
  '/intellectualProperty/0/grantedOn',
  '/intellectualProperty/1/inForce',
  '/intellectualProperty/1/selfDeveloped',
  '/intellectualProperty/1/transferredInOn',
  '/intellectualProperty/1/awarded',
  '/intellectualProperty/1/inUseWithBenefit',
  '/intellectualProperty/1/ownerRank',
  '/scienceAwards',
  '/scienceAwards/0/on',
  '/scienceAwards/0/rank',
  '/honours',
  '/honours/0/validTo',
  '/rdInstitutions',
  '/rdInstitutions/1/recognised',
  '/equityFinancing',
  '/equityFinancing/0/qualifiedInvestor',
  '/equityFinancing/0/amount',
  '/makerContest',
  '/makerContest/0/group',
  '/product/strategicEmerging',
  '/product/chainRole',
  '/product/marketShare',
  '/product/marketRank',
  '/product/wellKnown',
  '/management/digitalLevel',
  '/management/ownBrand',
  '/management/standardsSetting',
  '/localFeature/points',
  '/platformScores/2024',
  '/platformScores/2023',
  '/titles',
  '/titles/0/validTo',
  '/titles/1/validFrom',
] as const

/** Paths of which one lies inside the other cannot be taken away together. */
const apart = (paths: readonly string[]): boolean =>
  paths.every((one) => paths.every((other) => one === other || !other.startsWith(`${one}/`)))

const without = (paths: readonly string[]): FactsDocument =>
  changeFacts(firm, Object.fromEntries(paths.map((path) => [path, undefined])))

const outcomesOver = (id: string, facts: FactsDocument, paths: readonly string[]): ReadonlySet<string> => {
  const standard = findStandard(id)
  if (!standard) throw new Error(id)
  const seen = new Set<string>()
  const settle = (document: FactsDocument, rest: readonly string[]): void => {
    const [path, ...more] = rest
    if (path === undefined) seen.add(judge(standard, parseFacts(document)).result.outcome)
    else for (const value of settlements(path)) settle(changeFacts(document, { [path]: value }), more)
  }
  settle(facts, paths)
  return seen
}

describe('未知（契约“Unknowns”）', () => {
  const ids = loadStandards().map(({ id }) => id)

  test.each(ids)(
    '%s：确定的结论不因填上未知事实而改变，缺项只列能改变结论的',
    (id) => {
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.constantFrom(...removable), { minLength: 1, maxLength: 3 }).filter(apart),
          (paths) => {
            const facts = without(paths)
            const standard = findStandard(id)
            if (!standard) return
            const { outcome, missing } = judge(standard, parseFacts(facts)).result
            const settled = outcomesOver(id, facts, paths)
            if (outcome !== 'undetermined') {
              expect(missing).toEqual([])
              expect([...settled]).toEqual([outcome])
              return
            }
            // What is listed was taken away; what is not listed changes nothing, however it is settled beside the rest.
            for (const path of missing) expect(paths).toContain(path)
            const idle = paths.filter((path) => !missing.includes(path))
            for (const path of idle)
              for (const value of settlements(path)) {
                const others = paths.filter((one) => one !== path)
                const again = outcomesOver(
                  id,
                  changeFacts(facts, { [path]: value }),
                  others.filter((one) => missing.includes(one)),
                )
                const before = outcomesOver(
                  id,
                  facts,
                  others.filter((one) => missing.includes(one)),
                )
                expect([...again].sort(), `${path} = ${JSON.stringify(value)}`).toEqual([...before].sort())
              }
            // Settling all that is listed settles the outcome (this firm divides by nothing that is zero).
            expect(outcomesOver(id, facts, missing).has('undetermined')).toBe(false)
          },
        ),
        { numRuns: 60, seed: 20260401 },
      )
    },
    60_000,
  )

  test('整节未知用它自己的键，没有列出的年度如同列出', () => {
    expect([...missingOf('henan-2023-131/eligibility', { asOf: '2024-06-01' })].sort()).toEqual([
      '/enterprise',
      '/years',
    ])
    expect(
      missingOf(
        'miit-2026-2/little-giant',
        changeFacts(without(['/platformScores/2024']), { '/product/marketShare': '10' }),
      ),
    ).not.toContain('/platformScores')
    const facts = changeFacts(firm, {
      '/years': [{ year: 2023, revenue: '1000', mainRevenue: '660', totalAssets: '1', totalLiabilities: '1' }],
    })
    expect(missingOf('miit-2022-63/innovative', facts)).toEqual(['/years/2023/rdExpense', '/years/2022/mainRevenue'])
  })

  test('L4a 营业收入未知：各类分别判断', () => {
    const giant = changeFacts(firm, { '/years/2023/revenue': undefined })
    const facts = changeFacts(giant, { '/intellectualProperty': [], '/makerContest': undefined })
    expect(missingOf('miit-2022-63/little-giant', facts)).not.toContain('/years/2023/rdStaff')
  })

  test('S11：一头已知时不低于它，另一头已不能改变时不再列', () => {
    const edge = changeFacts(firm, { '/years/2023/rdExpense': '500', '/years/2023/revenue': undefined })
    const standard = findStandard('miit-2022-63/specialised')
    if (!standard) throw new Error()
    const { indicators } = evaluate(standard, parseFacts(edge))
    expect(indicators?.find(({ id }) => id === 'S11')?.points).toEqual({ min: 10, max: 10 })
  })

  test('最能决定结论的在前：单独就能决定的先于只能一起决定的', () => {
    const facts = without(['/years/2023/totalLiabilities', '/honours', '/years/2023/rdExpense'])
    expect(missingOf('miit-2022-63/innovative', facts)[0]).toBe('/honours')
  })
})
