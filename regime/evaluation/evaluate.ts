import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import { contextOf } from './context.ts'
import type { StandardDefinition } from './definition.ts'
import { explainStandard } from './explaining/explain-standard.ts'
import type { Explanation, Points } from './explanation.ts'
import type { Facts } from './facts.ts'
import { type IndicatorReading, readIndicator } from './nodes/indicator.ts'
import { judgeCondition, judgeRule } from './nodes/judge-rule.ts'
import { findMissing } from './nodes/missing.ts'
import { type Run, readMetric } from './nodes/run.ts'
import type { Result } from './result.ts'
import type { Standard } from './standard.ts'

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
const runOf = (definition: StandardDefinition, facts: Facts): Run => {
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
  return { ...bare, indicators, dimensions, total: sum(dimensions) }
}

const inForce = ({ inForce: { from, to } }: StandardDefinition, { asOf }: Facts): boolean =>
  asOf >= from && (to === null || asOf <= to)

/** An evaluation whose explanation is still to be told: population runs never ask for it. */
export interface Evaluation {
  readonly result: Omit<Result, 'explanation'>
  explain(): Explanation
}

/** Evaluates without explaining; `explain()` tells the same run later. Pure: same standard, same facts, same bytes. */
export const judge = ({ definition, edition }: Standard, facts: Facts): Evaluation => {
  const run = runOf(definition, facts)
  const outcome = judgeRule(run, definition.outcome)
  const missing = outcome === 'undetermined' ? findMissing(run) : []
  const { score } = definition
  return {
    result: {
      standard: definition.id,
      edition,
      facts: digest(canonicalise(facts.source)),
      inForce: inForce(definition, facts),
      outcome,
      ...(score
        ? {
            score: run.total,
            dimensions: score.dimensions.map(({ id }, own) => ({ id, score: run.dimensions[own] as Points })),
            indicators: score.indicators.map(({ id }, position) => {
              const { option, min, max } = run.indicators[position] as IndicatorReading
              return { id, option, points: { min, max } }
            }),
          }
        : {}),
      conditions: definition.conditions.map(({ id }, position) => ({ id, verdict: judgeCondition(run, position) })),
      missing,
    },
    explain: () => explainStandard(run, outcome, missing),
  }
}

/** Evaluates one enterprise under one standard, with the whole explanation. */
export const evaluate = (standard: Standard, facts: Facts): Result => {
  const { result, explain } = judge(standard, facts)
  return { ...result, explanation: explain() }
}
