import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import type { StandardDefinition } from './definition.ts'
import { explainStandard } from './explaining/explain-standard.ts'
import type { Explanation, Points } from './explanation.ts'
import type { Facts } from './facts.ts'
import type { IndicatorReading } from './nodes/indicator.ts'
import { judgeCondition, judgeRule } from './nodes/judge-rule.ts'
import { findMissing } from './nodes/missing.ts'
import { startRun } from './nodes/start-run.ts'
import type { Result } from './result.ts'
import type { Standard } from './standard.ts'

const inForce = ({ inForce: { from, to } }: StandardDefinition, { asOf }: Facts): boolean =>
  asOf >= from && (to === null || asOf <= to)

/** An evaluation whose explanation is still to be told: population runs never ask for it. */
export interface Evaluation {
  readonly result: Omit<Result, 'explanation'>
  explain(): Explanation
}

/** Evaluates without explaining; `explain()` tells the same run later. Pure: same standard, same facts, same bytes. */
export const judge = ({ definition, edition }: Standard, facts: Facts): Evaluation => {
  const run = startRun(definition, facts)
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
