import type { TestRule } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import { missingOfIndicator } from './missing-of-indicator.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { missingOfRule } from './missing-of-rule.ts'
import { suppose } from './suppose.ts'
import type { RuleNode, TestNode, Trace } from './trace.ts'

/** How much settling one thing alone decides: both ways, one way, or only together with others. */
const BOTH_WAYS = 3_000
const ONE_WAY = 1_000

const testsOf = (node: RuleNode): readonly TestNode[] => {
  switch (node.kind) {
    case 'test':
      return [node]
    case 'score':
      return []
    case 'reference':
      return testsOf(node.condition.node)
    case 'join':
      return node.parts.flatMap(testsOf)
  }
}

const withTest = (trace: Trace, rule: TestRule, verdict: Verdict): Verdict =>
  suppose(trace, { tests: new Map([[rule, verdict]]) })

const withPoints = (trace: Trace, position: number, points: number): Verdict => {
  const node = trace.indicators[position]
  const before = node?.standing ?? { min: 0, max: 0 }
  const shift = (sum: Points): Points => ({
    min: sum.min - before.min + points,
    max: sum.max - before.max + points,
  })
  const own = node?.definition.dimension
  return suppose(trace, {
    dimensions: trace.dimensions.map((sum, dimension) => (dimension === own ? shift(sum) : sum)),
    total: shift(trace.total),
  })
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
export const findMissing = (trace: Trace): readonly string[] => {
  const { outcome } = trace
  const found = [...new Set(missingOfRule(trace, outcome))]
  if (found.length < 2) return found
  const weights = new Map<string, number>(found.map((path) => [path, 0]))
  const raise = (path: string, weight: number): void => {
    const before = weights.get(path)
    if (before !== undefined && weight > before) weights.set(path, weight)
  }
  for (const { rule, verdict } of testsOf(outcome)) {
    if (verdict !== 'undetermined') continue
    const weight = weigh(withTest(trace, rule, 'met'), withTest(trace, rule, 'unmet'))
    for (const path of missingOfMetric(trace, rule.metric)) raise(path, weight)
  }
  trace.indicators.forEach(({ standing: { min, max } }, position) => {
    if (min === max) return
    const weight = weigh(withPoints(trace, position, max), withPoints(trace, position, min)) + max - min
    for (const path of missingOfIndicator(trace, position)) raise(path, weight)
  })
  return found
    .map((path, order) => ({ path, order, weight: weights.get(path) ?? 0 }))
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map(({ path }) => path)
}
