// 专精特新“小巨人”企业认定标准 — 63号 附件3.
import { equityAtLeast } from './equity.ts'
import { applicationYear, fact, ofYear, type RawFacts } from './facts.ts'
import { decimal, notAbove, notBelow, percent } from './fraction.ts'
import { marketYearsAtLeast } from './market.ts'
import { isAtLeast, isAtMost, meanGrowth, share, twoYearSum } from './metric.ts'
import { usedRights2022 } from './property.ts'
import { anyInstitution, makerContest, rankedScienceAward } from './record.ts'
import type { Applied } from './result.ts'
import { decimalAtLeast, isTrue, when } from './tests.ts'
import { all, any, type Node } from './tree.ts'

/**
 * 4(a): 研发强度 by class of last year's revenue; exactly 5000 万 or 1 亿 lies in both neighbouring classes. With unknown
 * revenue every class stays open, so that all is unmet only if all three tests are.
 */
const researchIntensity = (facts: RawFacts): Node => {
  const revenue = ofYear(facts, applicationYear(facts) - 1, 'revenue')
  const bothYears = (least: string): Node =>
    all(
      isAtLeast(share(facts, 'rdExpense', 'revenue', 1), percent(least)),
      isAtLeast(share(facts, 'rdExpense', 'revenue', 2), percent(least)),
    )
  return any(
    // ≥ 1 亿元: 近 2 年每年 ≥ 3%
    all(
      when(revenue, (value) => notBelow(value, decimal('10000'))),
      bothYears('3'),
    ),
    // 5000 万–1 亿元: 近 2 年每年 ≥ 6%
    all(
      when(revenue, (value) => notBelow(value, decimal('5000')) && notAbove(value, decimal('10000'))),
      bothYears('6'),
    ),
    // < 5000 万元 (exactly 5000 too, by the contract): 股权融资 ≥ 8000 万, 研发费用 ≥ 3000 万, 研发人员 ≥ 50%
    all(
      when(revenue, (value) => notAbove(value, decimal('5000'))),
      equityAtLeast(facts, 2, '8000'),
      isAtLeast(twoYearSum(facts, 'rdExpense'), decimal('3000')),
      isAtLeast(share(facts, 'rdStaff', 'employees'), percent('50')),
    ),
  )
}

/** 附件3, applied. */
export const littleGiant2022 = (facts: RawFacts): Applied => {
  const product = (key: string) => fact<boolean>(facts, 'product', key)
  const management = (key: string) => fact<boolean>(facts, 'management', key)
  // 1 专业化: ≥ 3 年；主营占比 ≥ 70%；近 2 年主营业务收入平均增长率 ≥ 5%
  const L1 = all(
    marketYearsAtLeast(facts, 3),
    isAtLeast(share(facts, 'mainRevenue', 'revenue'), percent('70')),
    isAtLeast(meanGrowth(facts, 'mainRevenue'), percent('5')),
  )
  // 2 精细化: 治理规范；至少 1 项核心业务用信息系统；体系认证或发达国家产品认证；资产负债率 ≤ 70%
  const L2 = all(
    isTrue(management('soundGovernance')),
    isTrue(management('coreBusinessOnInformationSystem')),
    any(isTrue(management('managementSystemCertified')), isTrue(management('productCertifiedAbroad'))),
    isAtMost(share(facts, 'totalLiabilities', 'totalAssets'), percent('70')),
  )
  // 3 特色化: 全国细分市场占有率 ≥ 10% 且知名度；有竞争优势的自主品牌
  const L3 = all(
    decimalAtLeast(fact<string>(facts, 'product', 'marketShare'), '10'),
    isTrue(product('wellKnown')),
    isTrue(management('competitiveOwnBrand')),
  )
  // 4 创新能力: (a)(b)(c) 同时，或直通
  const L4a = researchIntensity(facts)
  const L4b = anyInstitution(facts)
  const L4c = usedRights2022(facts, 2) // ≥ 2 项
  const L4x = any(rankedScienceAward(facts, { national: 3 }), makerContest(facts, ['top50'])) // 国家级前三，或 50 强
  const L4 = any(all(L4a, L4b, L4c), L4x)
  const L5 = isTrue(product('chainKeyLink'))
  const L6 = isTrue(product('keyField'))
  return {
    standard: 'miit-2022-63/little-giant',
    inForceFrom: '2022-08-01',
    inForceTo: '2026-03-31',
    conditions: [
      ['L1', L1],
      ['L2', L2],
      ['L3', L3],
      ['L4', L4],
      ['L4a', L4a],
      ['L4b', L4b],
      ['L4c', L4c],
      ['L4x', L4x],
      ['L5', L5],
      ['L6', L6],
    ],
    outcome: all(L1, L2, L3, L4, L5, L6), // 全部满足
  }
}
