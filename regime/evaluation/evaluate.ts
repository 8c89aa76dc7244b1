import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import type { StandardDefinition } from './definition.ts'
import { explainStandard } from './explaining/explain-standard.ts'
import type { Explanation } from './explanation.ts'
import type { Facts } from './facts.ts'
import { findMissing } from './nodes/missing.ts'
import { takeTrace } from './nodes/take-trace.ts'
import type { Trace } from './nodes/trace.ts'
import type { Result } from './result.ts'
import type { Standard } from './standard.ts'

const inForce = ({ inForce: { from, to } }: StandardDefinition, { asOf }: Facts): boolean =>
  asOf >= from && (to === null || asOf <= to)

/** An evaluation whose explanation is still to be told: population runs never ask for it. */
export interface Evaluation {
  readonly trace: Trace
  readonly result: Omit<Result, 'explanation'>
  explain(): Explanation
}

/** How a trace is taken: by walking the definition, or by code written from it (written/trace-source.ts). */
export type TakeTrace = (facts: Facts) => Trace

/** The digest of the facts as they came in, in canonical form. */
const digestOfFacts = ({ source }: Facts): string => digest(canonicalise(source))

/**
 * Evaluates without explaining; `explain()` tells the same trace later. Pure: same standard, same facts, same bytes. Who
 * has the facts' digest already hands it over.
 */
export const judge = (
  { definition, edition }: Standard,
  facts: Facts,
  take: TakeTrace = (given) => takeTrace(definition, given),
  factsDigest: string = digestOfFacts(facts),
): Evaluation => {
  const trace = take(facts)
  const outcome = trace.outcome.verdict
  const missing = outcome === 'undetermined' ? findMissing(trace) : []
  return {
    trace,
    result: {
      standard: definition.id,
      edition,
      facts: factsDigest,
      inForce: inForce(definition, facts),
      outcome,
      ...(definition.score
        ? {
            score: trace.total,
            dimensions: trace.dimensions.map(({ definition: { id }, min, max }) => ({ id, score: { min, max } })),
            indicators: trace.indicators.map(({ definition: { id }, standing: { option, min, max } }) => ({
              id,
              option,
              points: { min, max },
            })),
          }
        : {}),
      conditions: trace.conditions.map(({ definition: { id }, verdict }) => ({ id, verdict })),
      missing,
    },
    explain: () => explainStandard(trace, missing),
  }
}

/** Evaluates one enterprise under one standard, with the whole explanation. */
export const evaluate = (standard: Standard, facts: Facts, factsDigest?: string): Result => {
  const { result, explain } = judge(standard, facts, undefined, factsDigest)
  return { ...result, explanation: explain() }
}
