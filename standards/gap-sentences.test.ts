import { describe, expect, test } from 'vitest'
import type { FactsDocument } from '../regime/evaluation/change-facts.ts'
import { findBarriers } from '../regime/evaluation/gap/barriers.ts'
import { effortWords } from '../regime/evaluation/gap/effort.ts'
import { findGaps, searchGaps } from '../regime/evaluation/gap/find-gaps.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { findStandard } from './load.ts'

const standard = (id: string) => {
  const found = findStandard(id)
  if (!found) throw new Error(id)
  return found
}
const sets = (id: string, facts: FactsDocument): readonly string[] =>
  findGaps(standard(id), parseFacts(facts)).map(({ moves }) => moves.map(({ sentence }) => sentence).join(' ＋ '))

/** A firm one step below tier 1: research 4%, debts 60%. */
const firm = {
  asOf: '2026-06-01',
  application: 'new',
  years: [
    {
      year: 2025,
      revenue: '1000',
      mainRevenue: '900',
      rdExpense: '20',
      totalAssets: '1000',
      totalLiabilities: '800',
    },
    { year: 2024, mainRevenue: '880' },
  ],
  intellectualProperty: [],
  scienceAwards: [],
  honours: [],
  rdInstitutions: [{ level: 'provincial', recognised: false }],
  equityFinancing: [],
  product: { strategicEmerging: false },
}

describe('差距的说法（B2）', () => {
  test('B2 按实际的量说：增加多少、到多少、达到哪条线', () => {
    const found = sets('miit-2022-63/innovative', firm)
    expect(found).toContain('再新增股权融资（合格机构投资者实缴，出让股权不超过 30%） 500.00 万元')
    expect(found).toContain('使第 1 个 省级研发机构取得认定')
    expect(found.find((one) => one.includes('负债'))).toContain(
      '资产负债率降到 55% 以下：2025 年末负债总额减少 250.00 万元（到 550.00 万元，资产总额不变）',
    )
    expect(found.join()).toContain(
      '研发费用总额占营业收入总额比重达到 5%：2025 年研发费用总额再增加 30.00 万元（到 50.00 万元）',
    )
  })

  test('B2 省力的在前：次序写明，同样的次序用来排列', () => {
    expect(effortWords).toMatch(
      /^省力的在前：补填还不知道的、确认已列出的、研发费用、负债、研发人员、营业收入、净利润、/,
    )
    const found = sets('miit-2022-63/innovative', firm)
    const at = (words: string): number => found.findIndex((one) => one.includes(words))
    expect(at('取得认定')).toBeLessThan(at('股权融资'))
    expect(at('股权融资')).toBeLessThan(at('科技奖励'))
  })

  test('B2 未知的也算一项：说明查清后须在什么范围；两个数都不知道的按比重说', () => {
    const open = { ...firm, years: [{ ...firm.years[0], rdExpense: undefined }, firm.years[1]] }
    const unknown = JSON.parse(JSON.stringify(open)) as FactsDocument
    expect(sets('miit-2022-63/innovative', unknown).join()).toMatch(/补填 2025 年研发费用总额，且不低于 \d+\.00 万元/)
    const both = JSON.parse(
      JSON.stringify({
        ...firm,
        years: [{ ...firm.years[0], rdExpense: undefined, revenue: undefined }, firm.years[1]],
      }),
    ) as FactsDocument
    expect(sets('miit-2022-63/innovative', both).join()).toContain(
      '补填 2025 年研发费用总额和 2025 年营业收入总额，且研发费用总额占营业收入总额比重不低于 5%',
    )
  })

  test('B2 由他人认定的如实说，不当作自己能改的数', () => {
    const chosen = sets('miit-2026-2/little-giant', {
      asOf: '2026-06-01',
      application: 'renewal',
      enterprise: { marketEnteredOn: '2015-01-01' },
      years: [
        {
          year: 2025,
          revenue: '6000',
          mainRevenue: '5800',
          rdExpense: '800',
          totalAssets: '9000',
          totalLiabilities: '100',
        },
        { year: 2024, revenue: '6000', rdExpense: '800' },
      ],
      intellectualProperty: Array.from({ length: 4 }, () => ({
        kind: 'invention-patent',
        grantedOn: '2020-01-01',
        inForce: true,
        relatedToMainProduct: true,
        transferredInOn: null,
        ownerRank: 1,
        inUseWithBenefit: true,
      })),
      product: { keyField: false, chainKeyLink: true, marketShare: '12', wellKnown: true },
      platformScores: [{ year: 2026, score: '59.5' }],
      titles: [{ tier: 'specialised', validFrom: '2024-01-01', validTo: '2027-01-01' }],
    })
    expect(chosen).toEqual([
      '补填 2025 年度专精特新发展评价得分，且不低于 60 分 ＋ 主导产品属于规定的重点领域（现填“否”；须事实如此，由审核人员认定）',
      '2026 年度专精特新发展评价得分再增加 0.5 分（到 60 分，以培育平台公布的为准） ＋ 主导产品属于规定的重点领域（现填“否”；须事实如此，由审核人员认定）',
    ])
  })

  test('B2 年限、事故和规模没有可走的路，写明原因（第三条）', () => {
    const young = parseFacts({ asOf: '2026-06-01', enterprise: { marketEnteredOn: '2024-05-01' } })
    expect(findBarriers(standard('miit-2026-2/specialised'), young).map(({ sentence }) => sentence)).toEqual([
      '从事特定细分市场的年限只能随时间增加：3 年最早在 2028 年申报时达到。',
    ])
    const large = parseFacts({
      asOf: '2026-06-01',
      enterprise: { industry: '3562', incidents: [{ kind: 'tax', on: '2025-01-01' }] },
      years: [{ year: 2025, revenue: '40000', employees: 1000 }],
    })
    const words = findBarriers(standard('henan-2023-131/eligibility'), large).map(({ sentence }) => sentence)
    expect(words[0]).toContain('缩小规模不是培育的方向')
    expect(words[1]).toContain('不能补救')
    expect(findGaps(standard('henan-2023-131/eligibility'), large)).toEqual([])
  })

  test('B2 查找分成小步，页面可以随时停下', () => {
    const search = searchGaps(standard('miit-2022-63/innovative'), parseFacts(firm))
    expect(search.next()).toEqual({ done: false, value: undefined })
  })
})
