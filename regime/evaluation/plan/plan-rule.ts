import { liftedOf, type Rule, type StandardDefinition } from '../definition.ts'
import type { Builder } from './builder.ts'
import { PlanRefusal, type VerdictPlan } from './plan.ts'
import type { MetricPlans } from './plan-metrics.ts'

/** What a rule is planned with. */
export interface RulePlanner {
  readonly definition: StandardDefinition
  readonly builder: Builder
  readonly metrics: MetricPlans
  /** Whether indicators are planned already, so that a rule may ask for points. */
  readonly scored: boolean
}

/** A rule as the two halves of its verdict. */
export const planRule = (planner: RulePlanner, rule: Rule): VerdictPlan => {
  const { definition, builder, metrics } = planner
  switch (rule.kind) {
    case 'test': {
      if (definition.metrics[rule.metric]?.kind === 'judged') return metrics.judged(rule.metric)
      if (rule.relation !== 'is') return metrics.compare(rule.metric, rule.relation, liftedOf(rule.bound))
      if (rule.value === null) throw new PlanRefusal(`${rule.name}: no value`)
      return metrics.is(rule.metric, rule.value)
    }
    case 'all':
      return builder.all(rule.rules.map((one) => planRule(planner, one)))
    case 'any':
      return builder.any(rule.rules.map((one) => planRule(planner, one)))
    case 'reference': {
      const condition = definition.conditions[rule.condition]
      if (!condition) throw new PlanRefusal(`no condition ${rule.condition}`)
      return planRule(planner, condition.rule)
    }
    case 'score': {
      if (!planner.scored || !definition.score) throw new PlanRefusal(`${rule.name}: points within an indicator`)
      const { atLeast } = rule
      const indicators = definition.score.indicators.flatMap(({ dimension }, position) =>
        rule.dimension === null || rule.dimension === dimension ? [position] : [],
      )
      return {
        certain: builder.add({ op: 'score', end: 'lower', indicators, atLeast }),
        possible: builder.add({ op: 'score', end: 'upper', indicators, atLeast }),
      }
    }
  }
}
