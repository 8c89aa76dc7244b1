// 专精特新“小巨人”企业认定标准 — 工信部企业〔2026〕2号 附件2.
import { fact, type RawFacts } from './facts.ts'
import { decimal, percent } from './fraction.ts'
import { marketYearsAtLeast } from './market.ts'
import { isAtLeast, isAtMost, share, squaredGrowth, twoYearFactor, twoYearSum, yearly } from './metric.ts'
import { isRenewal, platformScoreAtLeast } from './platform-2026.ts'
import { usedRights2026 } from './property.ts'
import { rankedScienceAward, validTitle } from './record.ts'
import type { Applied } from './result.ts'
import { decimalAtLeast, isTrue, upTo } from './tests.ts'
import { all, any } from './tree.ts'

/** 附件2 of 2026, applied. */
export const littleGiant2026 = (facts: RawFacts): Applied => {
  // B1: 专精特新中小企业称号有效；≥ 3 年
  const B1 = all(validTitle(facts, ['specialised']), marketYearsAtLeast(facts, 3))
  // B2a: 营业收入 ≥ 5000 万元，无股权替代
  const B2a = isAtLeast(yearly(facts, 'revenue', 1), decimal('5000'))
  // B2b: 主营占比 ≥ 90%
  const B2b = isAtLeast(share(facts, 'mainRevenue', 'revenue'), percent('90'))
  // B2c: 近两年营业收入复合增长率 ≥ 5%；复核不考查
  const B2c = any(isRenewal(facts), isAtLeast(twoYearFactor(facts, 'revenue'), squaredGrowth(percent('5'))))
  // B2d: 资产负债率 ≤ 75%
  const B2d = isAtMost(share(facts, 'totalLiabilities', 'totalAssets'), percent('75'))
  // B3: 近两年研发费用合计 ≥ 1200 万元，且每年占比 ≥ 3%
  const B3 = all(
    isAtLeast(twoYearSum(facts, 'rdExpense'), decimal('1200')),
    isAtLeast(share(facts, 'rdExpense', 'revenue', 1), percent('3')),
    isAtLeast(share(facts, 'rdExpense', 'revenue', 2), percent('3')),
  )
  // B4: Ⅰ类 ≥ 4 项；豁免：国家级科技奖励前三
  const B4 = any(usedRights2026(facts, 4), rankedScienceAward(facts, { national: 3 }))
  // B5: 占有率 ≥ 10% 或国内前三，且享有较高知名度
  const B5 = all(
    any(
      decimalAtLeast(fact<string>(facts, 'product', 'marketShare'), '10'),
      upTo(fact<number>(facts, 'product', 'marketRank'), 3),
    ),
    isTrue(fact(facts, 'product', 'wellKnown')),
  )
  // B6: 所属领域，且位于产业链关键环节
  const B6 = all(isTrue(fact(facts, 'product', 'keyField')), isTrue(fact(facts, 'product', 'chainKeyLink')))
  // B7: 本年度发展评价得分 ≥ 60；复核近两年任一年
  const B7 = platformScoreAtLeast(facts, '60')
  return {
    standard: 'miit-2026-2/little-giant',
    inForceFrom: '2026-04-01',
    conditions: [
      ['B1', B1],
      ['B2a', B2a],
      ['B2b', B2b],
      ['B2c', B2c],
      ['B2d', B2d],
      ['B3', B3],
      ['B4', B4],
      ['B5', B5],
      ['B6', B6],
      ['B7', B7],
    ],
    outcome: all(B1, B2a, B2b, B2c, B2d, B3, B4, B5, B6, B7), // 七项同时满足
  }
}
