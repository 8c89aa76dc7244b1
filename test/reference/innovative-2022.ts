// 创新型中小企业评价标准 — 63号 附件1.
import { equityAtLeast } from './equity.ts'
import { fact, type RawFacts } from './facts.ts'
import { growth, share } from './metric.ts'
import { byBands, firstOption, type Indicator, lettered, percentBand } from './points.ts'
import { rights2022 } from './property.ts'
import { anyScienceAward, recognisedInstitution, validHonour } from './record.ts'
import { type Applied, dimensionSum } from './result.ts'
import { isTrue } from './tests.ts'
import { any, type Node } from './tree.ts'

/** 总分 ≥ 60 且 创新能力 ≥ 20、成长性 ≥ 15、专业化 ≥ 15. */
const scoreAndFloors = (innovation: Node, growing: Node, specialisation: Node): Node => {
  const floors = [20, 15, 15]
  return {
    children: [innovation, growing, specialisation],
    start: [0, true],
    step: (state, value, index) => {
      const [total, floorsMet] = state as readonly [number, boolean]
      return [total + (value as number), floorsMet && (value as number) >= (floors[index] as number)]
    },
    finish: (state) => {
      const [total, floorsMet] = state as readonly [number, boolean]
      return total >= 60 && floorsMet
    },
  }
}

const innovation = (facts: RawFacts): Indicator[] => {
  const rights = rights2022(facts)
  return [
    {
      id: 'I1', // A 20, B 15, C 10, D 5, E 0
      letters: lettered(20, 15, 10, 5, 0),
      node: firstOption(
        [
          [20, rights.highValue],
          [15, rights.selfDeveloped],
          [10, rights.classOne],
          [5, rights.classTwo],
        ],
        0,
      ),
    },
    {
      id: 'I2', // ≥5% 20, 3–5% 15, 2–3% 10, 1–2% 5, ≤1% 0
      letters: lettered(20, 15, 10, 5, 0),
      node: byBands(share(facts, 'rdExpense', 'revenue'), [
        percentBand(20, '5'),
        percentBand(15, '3', '5'),
        percentBand(10, '2', '3'),
        percentBand(5, '1', '2'),
        percentBand(0, undefined, '1'),
      ]),
    },
  ]
}

const growing = (facts: RawFacts): Indicator[] => [
  {
    id: 'I3', // ≥15% 20, 10–15% 15, 5–10% 10, 0–5% 5, ≤0% 0
    letters: lettered(20, 15, 10, 5, 0),
    node: byBands(growth(facts, 'mainRevenue'), [
      percentBand(20, '15'),
      percentBand(15, '10', '15'),
      percentBand(10, '5', '10'),
      percentBand(5, '0', '5'),
      percentBand(0, undefined, '0'),
    ]),
  },
  {
    id: 'I4', // ≤55% 10, 55–75% 5, ≥75% 0
    letters: lettered(10, 5, 0),
    node: byBands(share(facts, 'totalLiabilities', 'totalAssets'), [
      percentBand(10, undefined, '55'),
      percentBand(5, '55', '75'),
      percentBand(0, '75'),
    ]),
  },
]

const specialisation = (facts: RawFacts): Indicator[] => [
  {
    id: 'I5', // 战略性新兴产业 10, 其他领域 5
    letters: lettered(10, 5),
    node: firstOption([[10, isTrue(fact(facts, 'product', 'strategicEmerging'))]], 5),
  },
  {
    id: 'I6', // ≥70% 20, 60–70% 15, 55–60% 10, 50–55% 5, ≤50% 0
    letters: lettered(20, 15, 10, 5, 0),
    node: byBands(share(facts, 'mainRevenue', 'revenue'), [
      percentBand(20, '70'),
      percentBand(15, '60', '70'),
      percentBand(10, '55', '60'),
      percentBand(5, '50', '55'),
      percentBand(0, undefined, '50'),
    ]),
  },
]

/** 附件1, applied. */
export const innovative2022 = (facts: RawFacts): Applied => {
  const dimensions = [
    { id: 'innovation', indicators: innovation(facts) },
    { id: 'growth', indicators: growing(facts) },
    { id: 'specialisation', indicators: specialisation(facts) },
  ] as const
  const S = scoreAndFloors(
    dimensionSum(dimensions[0].indicators),
    dimensionSum(dimensions[1].indicators),
    dimensionSum(dimensions[2].indicators),
  )
  const D1 = anyScienceAward(facts)
  const D2 = validHonour(facts)
  const D3 = recognisedInstitution(facts, ['national', 'provincial']) // 省部级以上
  const D4 = equityAtLeast(facts, 3, '500') // 近三年 ≥ 500 万元
  return {
    standard: 'miit-2022-63/innovative',
    inForceFrom: '2022-08-01',
    dimensions,
    conditions: [
      ['S', S],
      ['D1', D1],
      ['D2', D2],
      ['D3', D3],
      ['D4', D4],
    ],
    outcome: any(S, D1, D2, D3, D4), // 公告条件二选一
  }
}
