// 专精特新中小企业认定标准 — 63号 附件2.

import { equityAtLeast } from './equity.ts'
import { fact, isKnown, type RawFacts } from './facts.ts'
import { decimal, percent } from './fraction.ts'
import { marketYearPoints, marketYearsAtLeast } from './market.ts'
import { isAtLeast, meanGrowth, share, twoYearSum, yearly } from './metric.ts'
import { amountBand, byBands, firstOption, type Indicator, lettered, percentBand } from './points.ts'
import { rights2022 } from './property.ts'
import { makerContest, rankedScienceAward, recognisedInstitution } from './record.ts'
import { type Applied, dimensionSum } from './result.ts'
import { isTrue } from './tests.ts'
import { all, any, best, decided, from, howMany, type Node, open, reaches, sum } from './tree.ts'

/** S9: 0–15 points, decided by the province; unknown until it is. */
const localPoints = (facts: RawFacts): Node => {
  const points = fact<number>(facts, 'localFeature', 'points')
  if (isKnown(points)) return decided(points.value)
  return open(
    [points.unknown],
    Array.from({ length: 16 }, (_, value) => value),
  )
}

const specialisation = (facts: RawFacts): Indicator[] => [
  {
    id: 'S1', // ≥80% 5, 70–80% 3, 60–70% 1, ≤60% 0
    letters: lettered(5, 3, 1, 0),
    node: byBands(share(facts, 'mainRevenue', 'revenue'), [
      percentBand(5, '80'),
      percentBand(3, '70', '80'),
      percentBand(1, '60', '70'),
      percentBand(0, undefined, '60'),
    ]),
  },
  {
    id: 'S2', // ≥10% 10, 8–10% 8, 6–8% 6, 4–6% 4, 0–4% 2, ≤0% 0
    letters: lettered(10, 8, 6, 4, 2, 0),
    node: byBands(meanGrowth(facts, 'mainRevenue'), [
      percentBand(10, '10'),
      percentBand(8, '8', '10'),
      percentBand(6, '6', '8'),
      percentBand(4, '4', '6'),
      percentBand(2, '0', '4'),
      percentBand(0, undefined, '0'),
    ]),
  },
  { id: 'S3', node: marketYearPoints(facts) },
  {
    id: 'S4', // 补短板、锻长板、填空白 5；六基、老字号、配套龙头 3；均不属于 0
    letters: lettered(5, 3, 0),
    node: (() => {
      const role = fact<string>(facts, 'product', 'chainRole')
      if (!isKnown(role)) return open([role.unknown], [5, 3, 0])
      return decided(role.value === 'gap-filling' ? 5 : role.value === 'six-bases-or-leader-supplier' ? 3 : 0)
    })(),
  },
]

const refinement = (facts: RawFacts): Indicator[] => {
  const managed = (key: string) => isTrue(fact(facts, 'management', key))
  const digital = fact<number>(facts, 'management', 'digitalLevel')
  return [
    {
      id: 'S5', // 三级以上 5，二级 3，一级 0（不入级亦 0）
      letters: lettered(5, 3, 0),
      node: isKnown(digital)
        ? decided(digital.value >= 3 ? 5 : digital.value === 2 ? 3 : 0)
        : open([digital.unknown], [5, 3, 0]),
    },
    {
      id: 'S6', // 每满足一项 +3，封顶 5
      node: from(
        howMany([
          managed('provincialQualityAward'),
          managed('qualitySystemCertified'),
          managed('ownBrand'),
          managed('standardsSetting'),
        ]),
        (count) => Math.min(5, 3 * count),
      ),
    },
    {
      id: 'S7', // ≥10% 10, 8–10% 8, 6–8% 6, 4–6% 4, 2–4% 2, ≤2% 0
      letters: lettered(10, 8, 6, 4, 2, 0),
      node: byBands(share(facts, 'netProfit', 'revenue'), [
        percentBand(10, '10'),
        percentBand(8, '8', '10'),
        percentBand(6, '6', '8'),
        percentBand(4, '4', '6'),
        percentBand(2, '2', '4'),
        percentBand(0, undefined, '2'),
      ]),
    },
    {
      id: 'S8', // ≤50% 5, 50–60% 3, 60–70% 1, ≥70% 0
      letters: lettered(5, 3, 1, 0),
      node: byBands(share(facts, 'totalLiabilities', 'totalAssets'), [
        percentBand(5, undefined, '50'),
        percentBand(3, '50', '60'),
        percentBand(1, '60', '70'),
        percentBand(0, '70'),
      ]),
    },
  ]
}

const distinctiveness = (facts: RawFacts): Indicator[] => [{ id: 'S9', node: localPoints(facts) }]

const innovation = (facts: RawFacts): Indicator[] => {
  const rights = rights2022(facts)
  return [
    {
      id: 'S10', // A 10, B 8, C 6, D 2, E 0
      letters: lettered(10, 8, 6, 2, 0),
      node: firstOption(
        [
          [10, rights.highValue],
          [8, rights.selfDeveloped],
          [6, rights.classOne],
          [2, rights.classTwo],
        ],
        0,
      ),
    },
    {
      id: 'S11', // 金额、占比分别定档后取高
      letters: lettered(10, 8, 6, 4, 2, 0),
      node: best([
        byBands(yearly(facts, 'rdExpense', 1), [
          amountBand(10, '500'),
          amountBand(8, '400', '500'),
          amountBand(6, '300', '400'),
          amountBand(4, '200', '300'),
          amountBand(2, '100', '200'),
          amountBand(0, undefined, '100'),
        ]),
        byBands(share(facts, 'rdExpense', 'revenue'), [
          percentBand(10, '10'),
          percentBand(8, '8', '10'),
          percentBand(6, '6', '8'),
          percentBand(4, '4', '6'),
          percentBand(2, '3', '4'),
          percentBand(0, undefined, '3'),
        ]),
      ]),
    },
    {
      id: 'S12', // ≥20% 5, 10–20% 3, 5–10% 1, ≤5% 0
      letters: lettered(5, 3, 1, 0),
      node: byBands(share(facts, 'rdStaff', 'employees'), [
        percentBand(5, '20'),
        percentBand(3, '10', '20'),
        percentBand(1, '5', '10'),
        percentBand(0, undefined, '5'),
      ]),
    },
    {
      id: 'S13', // 国家级 10，省级 8，市级 4，市级以下 2，未建立 0; only recognised institutions
      letters: lettered(10, 8, 4, 2, 0),
      node: firstOption(
        [
          [10, recognisedInstitution(facts, ['national'])],
          [8, recognisedInstitution(facts, ['provincial'])],
          [4, recognisedInstitution(facts, ['municipal'])],
          [2, recognisedInstitution(facts, ['below-municipal'])],
        ],
        0,
      ),
    },
  ]
}

/** 附件2, applied. */
export const specialised2022 = (facts: RawFacts): Applied => {
  const dimensions = [
    { id: 'specialisation', indicators: specialisation(facts) },
    { id: 'refinement', indicators: refinement(facts) },
    { id: 'distinctiveness', indicators: distinctiveness(facts) },
    { id: 'innovation', indicators: innovation(facts) },
  ]
  // 条件一: 从事特定细分市场 ≥ 2 年
  const C1 = marketYearsAtLeast(facts, 2)
  // 条件二: 研发费用 ≥ 100 万元且占比 ≥ 3%
  const C2 = all(
    isAtLeast(yearly(facts, 'rdExpense', 1), decimal('100')),
    isAtLeast(share(facts, 'rdExpense', 'revenue'), percent('3')),
  )
  // 条件三: 营业收入 ≥ 1000 万元，或近 2 年股权融资 ≥ 2000 万元
  const C3 = any(isAtLeast(yearly(facts, 'revenue', 1), decimal('1000')), equityAtLeast(facts, 2, '2000'))
  // 条件四: 得分 ≥ 60 或 P1–P4 任一
  const score60 = reaches(sum(dimensions.map(({ indicators }) => dimensionSum(indicators))), 60)
  const P1 = rankedScienceAward(facts, { provincial: 3, national: 5 })
  // P2: 近两年研发费用均值 ≥ 1000 万元, that is 2000 together
  const P2 = isAtLeast(twoYearSum(facts, 'rdExpense'), decimal('2000'))
  const P3 = equityAtLeast(facts, 2, '6000')
  const P4 = makerContest(facts, ['top500', 'top50'])
  const C4 = any(score60, P1, P2, P3, P4)
  return {
    standard: 'miit-2022-63/specialised',
    inForceFrom: '2022-08-01',
    inForceTo: '2026-03-31',
    dimensions,
    conditions: [
      ['C1', C1],
      ['C2', C2],
      ['C3', C3],
      ['C4', C4],
      ['score60', score60],
      ['P1', P1],
      ['P2', P2],
      ['P3', P3],
      ['P4', P4],
    ],
    outcome: all(C1, C2, C3, C4), // 同时满足
  }
}
