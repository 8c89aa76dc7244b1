// Engine and reference side by side, field by field; order of lists is for people, ids decide.
import { evaluate } from '../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../regime/evaluation/parse-facts.ts'
import type { Result } from '../../regime/evaluation/result.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { evaluateReference, type ReferenceStandard } from './evaluate.ts'
import type { RawFacts } from './facts.ts'
import type { ReferenceResult } from './result.ts'

const byId = <T extends { readonly id: string }>(list: readonly T[] | undefined) =>
  list && Object.fromEntries(list.map(({ id, ...rest }) => [id, rest]).sort())

const fields = (result: Result | ReferenceResult) => {
  const { standard, inForce, outcome, score, dimensions, indicators, conditions, missing } = result
  return {
    standard,
    inForce,
    outcome,
    ...(score === undefined ? {} : { score: { min: score.min, max: score.max } }),
    ...(dimensions === undefined ? {} : { dimensions: byId(dimensions) }),
    ...(indicators === undefined ? {} : { indicators: byId(indicators) }),
    conditions: byId(conditions),
    missing: [...missing].sort(),
  }
}

/** Both results in comparable form; the facts go through the engine's own door. */
export const bothResults = (standard: Standard, facts: RawFacts) => ({
  engine: fields(evaluate(standard, parseFacts(facts))),
  reference: fields(evaluateReference(standard.id as ReferenceStandard, facts)),
})

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  )
}

/** Whether engine and reference say different things about these facts. */
export const differ = (standard: Standard, facts: RawFacts): boolean => {
  const { engine, reference } = bothResults(standard, facts)
  return JSON.stringify(canonical(engine)) !== JSON.stringify(canonical(reference))
}
