import type { Rule, TestRule } from '../definition.ts'
import type { Verdict } from '../explanation.ts'
import { judgeRule } from './judge-rule.ts'
import { missingOfIndicator } from './missing-of-indicator.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { missingOfRule } from './missing-of-rule.ts'
import type { Run } from './run.ts'

/** How much settling one thing alone decides: both ways, one way, or only together with others. */
const BOTH_WAYS = 3_000
const ONE_WAY = 1_000

const testsOf = (run: Run, rule: Rule): readonly TestRule[] => {
  switch (rule.kind) {
    case 'test':
      return [rule]
    case 'score':
      return []
    case 'reference':
      return testsOf(run, run.definition.conditions[rule.condition]?.rule as Rule)
    default:
      return rule.rules.flatMap((one) => testsOf(run, one))
  }
}

const withTest = (run: Run, rule: TestRule, verdict: Verdict): Verdict => {
  const verdicts = run.definition.conditions.map(() => undefined)
  return judgeRule({ ...run, verdicts, assumed: new Map([[rule, verdict]]) }, run.definition.outcome)
}

const withPoints = (run: Run, position: number, points: number): Verdict => {
  const own = run.definition.score?.indicators[position]?.dimension ?? 0
  const before = run.indicators[position] ?? { min: 0, max: 0 }
  const shift = (sum: { readonly min: number; readonly max: number }) => ({
    min: sum.min - before.min + points,
    max: sum.max - before.max + points,
  })
  const verdicts = run.definition.conditions.map(() => undefined)
  const dimensions = run.dimensions.map((sum, dimension) => (dimension === own ? shift(sum) : sum))
  return judgeRule({ ...run, verdicts, dimensions, total: shift(run.total) }, run.definition.outcome)
}

const weigh = (best: Verdict, worst: Verdict): number =>
  best !== 'undetermined' && worst !== 'undetermined'
    ? BOTH_WAYS
    : best !== 'undetermined' || worst !== 'undetermined'
      ? ONE_WAY
      : 0

/**
 * The unknown facts that can still change the outcome, most decisive first: what alone decides both ways, then one way,
 * then by the points at stake, then in the order of the standard. Empty unless the outcome is undetermined.
 */
export const findMissing = (run: Run): readonly string[] => {
  const { outcome, score } = run.definition
  const found = [...new Set(missingOfRule(run, outcome))]
  if (found.length < 2) return found
  const weights = new Map<string, number>(found.map((path) => [path, 0]))
  const raise = (path: string, weight: number): void => {
    const before = weights.get(path)
    if (before !== undefined && weight > before) weights.set(path, weight)
  }
  for (const test of testsOf(run, outcome)) {
    if (judgeRule(run, test) !== 'undetermined') continue
    const weight = weigh(withTest(run, test, 'met'), withTest(run, test, 'unmet'))
    for (const path of missingOfMetric(run, test.metric)) raise(path, weight)
  }
  score?.indicators.forEach((_indicator, position) => {
    const { min, max } = run.indicators[position] ?? { min: 0, max: 0 }
    if (min === max) return
    const weight = weigh(withPoints(run, position, max), withPoints(run, position, min)) + max - min
    for (const path of missingOfIndicator(run, position)) raise(path, weight)
  })
  return found
    .map((path, order) => ({ path, order, weight: weights.get(path) ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map(({ path }) => path)
}
