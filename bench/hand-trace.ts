import { anniversary, stampOf } from '../regime/evaluation/anniversary.ts'
import { contextOf } from '../regime/evaluation/context.ts'
import type {
  IndicatorDefinition,
  JoinRule,
  Rule,
  ScoreDefinition,
  ScoreRule,
  TestRule,
} from '../regime/evaluation/definition.ts'
import type { Points, Verdict } from '../regime/evaluation/explanation.ts'
import type { Facts, RightFacts } from '../regime/evaluation/facts.ts'
import type { Census } from '../regime/evaluation/lists/census.ts'
import type { TallyReading } from '../regime/evaluation/lists/list.ts'
import type { NumberReading, Reading } from '../regime/evaluation/nodes/reading.ts'
import { type Standing, standingsOf } from '../regime/evaluation/nodes/standing.ts'
import type { ConditionNode, IndicatorNode, RuleNode, Trace } from '../regime/evaluation/nodes/trace.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import type { Day } from '../regime/kernel/day.ts'

// miit-2022-63/innovative as a tree, by hand and for this standard alone: every threshold typed in, every fact known, lists
// other than rights empty, inventions only. What code with none of the generality would do; the benchmark checks that the
// tree is the engine's.

/** A quotient of two known amounts. */
const numberOf = (over: number, under: number): NumberReading => ({
  kind: 'number',
  values: [over, under],
  known: true,
  quotient: [over, under],
})

const best = (over: number, under: number, a: number, b: number, c: number, d: number): number =>
  over * 100 >= under * a
    ? 0
    : over * 100 >= under * b
      ? 1
      : over * 100 >= under * c
        ? 2
        : over * 100 >= under * d
          ? 3
          : 4

const tally = (census: Census, mask: number): TallyReading => {
  let count = 0
  for (let at = 0; at < census.met.length; at++) if (((census.met[at] as number) & mask) === mask) count++
  return { kind: 'tally', low: count, high: count, census, mask }
}

const test = (rule: TestRule, reading: TallyReading): RuleNode => ({
  kind: 'test',
  rule,
  verdict: (reading.low as number) > 0 ? 'met' : 'unmet',
  reading,
})

const floor = (rule: ScoreRule, points: Points): RuleNode => ({
  kind: 'score',
  rule,
  verdict: points.min >= rule.atLeast ? 'met' : 'unmet',
  points,
})

const sum = (a: Points, b: Points): Points => ({ min: a.min + b.min, max: a.max + b.max })

/** The hand-written function, with the parts of the standard it points at looked up once. */
export const handTraceOf = ({ definition }: Standard): ((facts: Facts) => Trace) => {
  const { conditions, inquiries } = definition
  const score = definition.score as ScoreDefinition
  const [innovation, growth, specialisation] = score.dimensions as never as [never, never, never]
  const [i1, i2, i3, i4, i5, i6] = score.indicators as unknown as readonly [
    IndicatorDefinition,
    IndicatorDefinition,
    IndicatorDefinition,
    IndicatorDefinition,
    IndicatorDefinition,
    IndicatorDefinition,
  ]
  const standings = ({ scale }: IndicatorDefinition): readonly Standing[] =>
    standingsOf(scale.kind === 'bands' ? scale.bands : scale.kind === 'options' ? scale.options : []).settled
  const rulesOf = ({ scale }: IndicatorDefinition): readonly TestRule[] =>
    scale.kind === 'options' ? scale.options.flatMap(({ rule }) => (rule === null ? [] : [rule as TestRule])) : []
  const [s1, s2, s3, s4, s5, s6] = [i1, i2, i3, i4, i5, i6].map(standings) as [
    readonly Standing[],
    readonly Standing[],
    readonly Standing[],
    readonly Standing[],
    readonly Standing[],
    readonly Standing[],
  ]
  const [highRule, ownRule, firstRule, secondRule] = rulesOf(i1) as [TestRule, TestRule, TestRule, TestRule]
  const [fieldRule] = rulesOf(i5) as [TestRule]
  const [c0, c1, c2, c3, c4] = conditions as unknown as readonly [
    ConditionNode['definition'],
    ConditionNode['definition'],
    ConditionNode['definition'],
    ConditionNode['definition'],
    ConditionNode['definition'],
  ]
  const scoreJoin = c0.rule as JoinRule
  const [total60, floor20, floor15, other15] = scoreJoin.rules as unknown as readonly [
    ScoreRule,
    ScoreRule,
    ScoreRule,
    ScoreRule,
  ]
  const outcomeRule = definition.outcome as JoinRule
  const references = outcomeRule.rules as readonly (Rule & { readonly kind: 'reference' })[]
  const [rights, awards, honours, institutions, financing] = inquiries as never as [never, never, never, never, never]
  const masks = definition.asks.flatMap((ask) => (ask === null ? [] : [ask.mask])) as readonly number[]
  const [highMask, ownMask, firstMask, secondMask, m1, m2, m3, m4] = masks as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]

  const censusOf = (entries: readonly RightFacts[], today: number): Census => {
    const met: number[] = []
    const unmet: number[] = []
    for (const { grantedOn, inForce, relatedToMainProduct, selfDeveloped, highValuePledge, awarded } of entries) {
      // Class I, in force, related, never transferred, high value, self-developed, class II, kept.
      const old = today > anniversary(stampOf(grantedOn as Day), 10)
      let yes = 1 | 8 | 128
      if (inForce) yes |= 2
      if (relatedToMainProduct) yes |= 4
      if (old || highValuePledge || awarded) yes |= 16
      if (selfDeveloped) yes |= 32
      met.push(yes)
      unmet.push(255 & ~yes)
    }
    return { inquiry: rights, entries, met, unmet }
  }
  const none = (inquiry: never, entries: readonly unknown[] | null): Census => ({
    inquiry,
    entries: entries ?? [],
    met: [],
    unmet: [],
  })
  const band = (definition: IndicatorDefinition, standing: Standing, reading: Reading): IndicatorNode => ({
    definition,
    standing,
    reading,
    options: null,
    parts: null,
  })
  const condition = (own: ConditionNode['definition'], node: RuleNode): ConditionNode => ({
    definition: own,
    verdict: node.verdict,
    node,
  })
  const reference = (at: number, to: ConditionNode): RuleNode => ({
    kind: 'reference',
    rule: references[at] as never,
    verdict: to.verdict,
    condition: to,
  })

  return (facts) => {
    const context = contextOf(facts)
    const now = context.back[1] as never as { readonly [key: string]: number }
    const before = context.back[2] as never as { readonly [key: string]: number }
    const revenue = now.revenue as number
    const main = now.mainRevenue as number
    const census = censusOf(facts.intellectualProperty as readonly RightFacts[], context.asOf)
    const [high, own, first, second] = [
      tally(census, highMask),
      tally(census, ownMask),
      tally(census, firstMask),
      tally(census, secondMask),
    ]
    const rd = numberOf(now.rdExpense as number, revenue)
    const grown = numberOf(main, before.mainRevenue as number)
    const debt = numberOf(now.totalLiabilities as number, now.totalAssets as number)
    const emerging = { kind: 'choice', value: facts.product?.strategicEmerging ?? null } as const
    const share = numberOf(main, revenue)
    const award = tally(none(awards, facts.scienceAwards), m1)
    const honour = tally(none(honours, facts.honours), m2)
    const institution = tally(none(institutions, facts.rdInstitutions), m3)
    const equity = tally(none(financing, facts.equityFinancing), m4)
    const level =
      (high.low as number) > 0
        ? 0
        : (own.low as number) > 0
          ? 1
          : (first.low as number) > 0
            ? 2
            : (second.low as number) > 0
              ? 3
              : 4
    const earlier = grown.values[1] as number
    const liabilities = debt.values[0] as number
    const assets = debt.values[1] as number
    const isEmerging = emerging.value === true
    const n1: IndicatorNode = {
      definition: i1,
      standing: s1[level] as Standing,
      reading: null,
      options: [test(highRule, high), test(ownRule, own), test(firstRule, first), test(secondRule, second), null],
      parts: null,
    }
    const n2 = band(i2, s2[best(now.rdExpense as number, revenue, 5, 3, 2, 1)] as Standing, rd)
    const n3 = band(i3, s3[best(main, earlier, 115, 110, 105, 100)] as Standing, grown)
    const debtBand = liabilities * 100 <= assets * 55 ? 0 : liabilities * 100 <= assets * 75 ? 1 : 2
    const n4 = band(i4, s4[debtBand] as Standing, debt)
    const n5: IndicatorNode = {
      definition: i5,
      standing: s5[isEmerging ? 0 : 1] as Standing,
      reading: null,
      options: [{ kind: 'test', rule: fieldRule, verdict: isEmerging ? 'met' : 'unmet', reading: emerging }, null],
      parts: null,
    }
    const n6 = band(i6, s6[best(main, revenue, 70, 60, 55, 50)] as Standing, share)
    const [p1, p2, p3] = [sum(n1.standing, n2.standing), sum(n3.standing, n4.standing), sum(n5.standing, n6.standing)]
    const dimensions = [
      { definition: innovation, min: p1.min, max: p1.max, indicators: [n1, n2] },
      { definition: growth, min: p2.min, max: p2.max, indicators: [n3, n4] },
      { definition: specialisation, min: p3.min, max: p3.max, indicators: [n5, n6] },
    ]
    const total = { min: p1.min + p2.min + p3.min, max: p1.max + p2.max + p3.max }
    const floors = [
      floor(total60, total),
      floor(floor20, dimensions[0] as Points),
      floor(floor15, dimensions[1] as Points),
      floor(other15, dimensions[2] as Points),
    ]
    const reached: Verdict = floors.every(({ verdict }) => verdict === 'met') ? 'met' : 'unmet'
    const nodes = [
      condition(c0, { kind: 'join', rule: scoreJoin, verdict: reached, parts: floors }),
      condition(c1, test(c1.rule as TestRule, award)),
      condition(c2, test(c2.rule as TestRule, honour)),
      condition(c3, test(c3.rule as TestRule, institution)),
      condition(c4, test(c4.rule as TestRule, equity)),
    ]
    const parts = nodes.map((node, at) => reference(at, node))
    const outcome: Verdict = nodes.some(({ verdict }) => verdict === 'met') ? 'met' : 'unmet'
    return {
      definition,
      context,
      readings: [high, own, first, second, rd, grown, debt, emerging, share, award, honour, institution, equity],
      indicators: [n1, n2, n3, n4, n5, n6],
      dimensions,
      total,
      conditions: nodes,
      outcome: { kind: 'join', rule: outcomeRule, verdict: outcome, parts },
    }
  }
}
