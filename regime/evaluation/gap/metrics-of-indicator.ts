import type { IndicatorDefinition, Rule } from '../definition.ts'

const known = new WeakMap<IndicatorDefinition, readonly number[]>()

const metricsOfRule = (rule: Rule | null): readonly number[] => {
  if (rule?.kind === 'test') return [rule.metric]
  return rule?.kind === 'all' || rule?.kind === 'any' ? rule.rules.flatMap(metricsOfRule) : []
}

/** Positions of the metrics an indicator's points come from. */
export const metricsOfIndicator = (indicator: IndicatorDefinition): readonly number[] => {
  const found = known.get(indicator)
  if (found) return found
  const { scale } = indicator
  const metrics =
    scale.kind === 'best-of'
      ? scale.parts.map(({ metric }) => metric)
      : scale.kind === 'options'
        ? scale.options.flatMap(({ rule }) => metricsOfRule(rule))
        : [scale.metric]
  known.set(indicator, metrics)
  return metrics
}
