// 专精特新中小企业认定标准 — 工信部企业〔2026〕2号 附件1.
import { equityAtLeast } from './equity.ts'
import { fact, type RawFacts } from './facts.ts'
import { decimal, percent } from './fraction.ts'
import { marketYearsAtLeast } from './market.ts'
import { isAtLeast, isAtMost, share, yearly } from './metric.ts'
import { platformScoreAtLeast } from './platform-2026.ts'
import { usedRights2026 } from './property.ts'
import { rankedScienceAward, recognisedInstitution, validTitle } from './record.ts'
import type { Applied } from './result.ts'
import { isTrue } from './tests.ts'
import { all, any } from './tree.ts'

/** 附件1 of 2026, applied. */
export const specialised2026 = (facts: RawFacts): Applied => {
  // A1: 科技和创新型中小企业称号有效；≥ 3 年
  const A1 = all(validTitle(facts, ['innovative', 'tech-sme']), marketYearsAtLeast(facts, 3))
  // A2a: 营业收入 ≥ 1500 万元 或 近两年股权投资 ≥ 2000 万元
  const A2a = any(isAtLeast(yearly(facts, 'revenue', 1), decimal('1500')), equityAtLeast(facts, 2, '2000'))
  // A2b: 主营占比 ≥ 80%
  const A2b = isAtLeast(share(facts, 'mainRevenue', 'revenue'), percent('80'))
  // A2c: 资产负债率 ≤ 80%
  const A2c = isAtMost(share(facts, 'totalLiabilities', 'totalAssets'), percent('80'))
  // A3: 近两年每年 ≥ 100 万元，且每年占比 ≥ 3%
  const A3 = all(
    isAtLeast(yearly(facts, 'rdExpense', 1), decimal('100')),
    isAtLeast(yearly(facts, 'rdExpense', 2), decimal('100')),
    isAtLeast(share(facts, 'rdExpense', 'revenue', 1), percent('3')),
    isAtLeast(share(facts, 'rdExpense', 'revenue', 2), percent('3')),
  )
  // A4: Ⅰ类 ≥ 1 项；豁免：省部级以上科技奖励前三，或经认定的省部级以上研发机构
  const A4 = any(
    usedRights2026(facts, 1),
    rankedScienceAward(facts, { national: 3, provincial: 3 }),
    recognisedInstitution(facts, ['national', 'provincial']),
  )
  // A5: 占有率较为靠前，且享有一定知名度
  const A5 = all(isTrue(fact(facts, 'product', 'shareForemost')), isTrue(fact(facts, 'product', 'wellKnown')))
  // A6: 本年度发展评价得分 ≥ 50；复核近两年任一年
  const A6 = platformScoreAtLeast(facts, '50')
  return {
    standard: 'miit-2026-2/specialised',
    inForceFrom: '2026-04-01',
    conditions: [
      ['A1', A1],
      ['A2a', A2a],
      ['A2b', A2b],
      ['A2c', A2c],
      ['A3', A3],
      ['A4', A4],
      ['A5', A5],
      ['A6', A6],
    ],
    outcome: all(A1, A2a, A2b, A2c, A3, A4, A5, A6), // 六项同时满足
  }
}
