import { contextOf } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import type { Facts } from '../facts.ts'
import { type IndicatorReading, readIndicator } from './indicator.ts'
import { judgeRule } from './judge-rule.ts'
import { type Run, readMetric } from './run.ts'

const sum = (parts: readonly Points[]): Points => {
  let min = 0
  let max = 0
  for (const part of parts) {
    min += part.min
    max += part.max
  }
  return { min, max }
}

/** Reads every metric and adds up the points. */
export const startRun = (definition: StandardDefinition, facts: Facts): Run => {
  const context = contextOf(facts)
  const readings = definition.metrics.map((metric) => readMetric(metric, context))
  const verdicts = definition.conditions.map(() => undefined)
  const bare: Run = {
    definition,
    context,
    readings,
    indicators: [],
    dimensions: [],
    total: { min: 0, max: 0 },
    verdicts,
  }
  const { score } = definition
  if (!score) return bare
  const indicators = score.indicators.map((indicator): IndicatorReading => readIndicator(bare, indicator))
  const dimensions = score.dimensions.map((_dimension, own) =>
    sum(indicators.filter((_reading, position) => score.indicators[position]?.dimension === own)),
  )
  return {
    ...bare,
    indicators,
    dimensions,
    total: sum(dimensions),
    verdicts: definition.conditions.map(() => undefined),
  }
}

/** Only the outcome: what the search for gaps asks thousands of times. */
export const outcomeOf = (definition: StandardDefinition, facts: Facts): Verdict =>
  judgeRule(startRun(definition, facts), definition.outcome)
