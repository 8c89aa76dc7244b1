import type { ScoreRule } from '../definition.ts'
import { missingOfIndicator } from './missing-of-indicator.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { findPivots } from './pivotal.ts'
import type { RuleNode, Trace } from './trace.ts'

const missingOfScores = (trace: Trace, rules: readonly ScoreRule[]): readonly string[] =>
  findPivots(trace, rules).flatMap(({ indicator, cut }) => missingOfIndicator(trace, indicator, cut))

/**
 * Unknown facts that can still change the verdict of a rule. Below an open conjunction or disjunction every open part
 * can; score rules of one conjunction are taken together, because one indicator stands under several of them.
 */
export const missingOfRule = (trace: Trace, node: RuleNode): readonly string[] => {
  if (node.verdict !== 'undetermined') return []
  switch (node.kind) {
    case 'test':
      return missingOfMetric(trace, node.rule.metric)
    case 'score':
      return missingOfScores(trace, [node.rule])
    case 'reference':
      return missingOfRule(trace, node.condition.node)
    case 'join': {
      if (node.rule.kind === 'any') return node.parts.flatMap((one) => missingOfRule(trace, one))
      const scores = node.parts.flatMap((one) => (one.kind === 'score' ? [one.rule] : []))
      const rest = node.parts.filter((one) => one.kind !== 'score')
      return [
        ...(scores.length > 0 ? missingOfScores(trace, scores) : []),
        ...rest.flatMap((one) => missingOfRule(trace, one)),
      ]
    }
  }
}
