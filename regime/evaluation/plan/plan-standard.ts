import type { StandardDefinition } from '../definition.ts'
import { newBuilder } from './builder.ts'
import { layOut } from './layout.ts'
import { type IndicatorPlan, type Plan, PlanRefusal } from './plan.ts'
import { planIndicator } from './plan-indicator.ts'
import { planMetrics } from './plan-metrics.ts'
import { planRule, type RulePlanner } from './plan-rule.ts'

/**
 * Plans a loaded standard: one definition, from which flat code, the population kernel and SQL are written. Throws a
 * PlanRefusal where the standard uses a form that has no plan (bands over a sum of money, a count of 255 and more,
 * points asked for within an indicator); such a standard is evaluated one by one.
 */
export const planStandard = (definition: StandardDefinition): Plan => {
  const builder = newBuilder()
  const metrics = planMetrics(definition.metrics, builder)
  const unscored: RulePlanner = { definition, builder, metrics, scored: false }
  const indicators = (definition.score?.indicators ?? []).map(
    (indicator): IndicatorPlan => planIndicator(unscored, indicator),
  )
  // Points and levels are summed in one number; levels must not run into the points.
  if (indicators.reduce((sum, { levels }) => sum + levels.length, 0) > 255)
    throw new PlanRefusal('more than 255 levels')
  const planner: RulePlanner = { ...unscored, scored: true }
  const conditions = definition.conditions.map(({ id, rule }) => ({ id, verdict: planRule(planner, rule) }))
  const outcome = planRule(planner, definition.outcome)
  return {
    standard: definition.id,
    columns: metrics.columns,
    nodes: builder.nodes,
    dimensions: (definition.score?.dimensions ?? []).map(({ id }) => id),
    indicators,
    conditions,
    outcome,
    layout: layOut(indicators, conditions.length),
  }
}
