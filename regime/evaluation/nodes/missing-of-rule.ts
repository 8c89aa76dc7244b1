import type { Rule, ScoreRule } from '../definition.ts'
import { judgeRule } from './judge-rule.ts'
import { missingOfIndicator } from './missing-of-indicator.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { findPivots } from './pivotal.ts'
import type { Run } from './run.ts'

const missingOfScores = (run: Run, rules: readonly ScoreRule[]): readonly string[] =>
  findPivots(run, rules).flatMap(({ indicator, cut }) => missingOfIndicator(run, indicator, cut))

/**
 * Unknown facts that can still change the verdict of a rule. Below an open conjunction or disjunction every open part
 * can; score rules of one conjunction are taken together, because one indicator stands under several of them.
 */
export const missingOfRule = (run: Run, rule: Rule): readonly string[] => {
  if (judgeRule(run, rule) !== 'undetermined') return []
  switch (rule.kind) {
    case 'test':
      return missingOfMetric(run, rule.metric)
    case 'score':
      return missingOfScores(run, [rule])
    case 'reference': {
      const condition = run.definition.conditions[rule.condition]
      return condition ? missingOfRule(run, condition.rule) : []
    }
    case 'any':
      return rule.rules.flatMap((one) => missingOfRule(run, one))
    case 'all': {
      const scores = rule.rules.filter((one) => one.kind === 'score')
      const rest = rule.rules.filter((one) => one.kind !== 'score')
      return [
        ...(scores.length > 0 ? missingOfScores(run, scores) : []),
        ...rest.flatMap((one) => missingOfRule(run, one)),
      ]
    }
  }
}
