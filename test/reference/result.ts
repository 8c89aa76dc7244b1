// The result of the contract without digests and explanation.
import { asOf, type RawFacts } from './facts.ts'
import { ends, type Indicator, shown } from './points.ts'
import { decisiveFacts, type Node, possibleValues, sum } from './tree.ts'

export type Verdict = 'met' | 'unmet' | 'undetermined'

export interface Range {
  readonly min: number
  readonly max: number
}

/** What a reference evaluation says; `missing` is sorted, to be compared as a set. */
export interface ReferenceResult {
  readonly standard: string
  readonly inForce: boolean
  readonly outcome: Verdict
  readonly score?: Range
  readonly dimensions?: readonly { readonly id: string; readonly score: Range }[]
  readonly indicators?: readonly { readonly id: string; readonly option: string | null; readonly points: Range }[]
  readonly conditions: readonly { readonly id: string; readonly verdict: Verdict }[]
  readonly missing: readonly string[]
}

/** A standard applied to one enterprise: what its file builds. */
export interface Applied {
  readonly standard: string
  readonly inForceFrom: string
  readonly inForceTo?: string
  readonly dimensions?: readonly { readonly id: string; readonly indicators: readonly Indicator[] }[]
  readonly conditions: readonly (readonly [id: string, node: Node])[]
  readonly outcome: Node
}

/** met, unmet, or — while both are possible — undetermined. */
export const verdictOf = (node: Node): Verdict => {
  const values = possibleValues(node)
  if (values.length > 1) return 'undetermined'
  return values[0] === true ? 'met' : 'unmet'
}

/** The sum of a dimension's indicators. */
export const dimensionSum = (indicators: readonly Indicator[]): Node => sum(indicators.map(({ node }) => node))

/** The result of an applied standard. */
export const resultOf = (facts: RawFacts, applied: Applied): ReferenceResult => {
  const { standard, inForceFrom, inForceTo, dimensions } = applied
  const day = asOf(facts)
  const outcome = verdictOf(applied.outcome)
  return {
    standard,
    inForce: inForceFrom <= day && (inForceTo === undefined || day <= inForceTo),
    outcome,
    ...(dimensions
      ? {
          score: ends(sum(dimensions.map(({ indicators }) => dimensionSum(indicators)))),
          dimensions: dimensions.map(({ id, indicators }) => ({ id, score: ends(dimensionSum(indicators)) })),
          indicators: dimensions.flatMap(({ indicators }) => indicators.map(shown)),
        }
      : {}),
    conditions: applied.conditions.map(([id, node]) => ({ id, verdict: verdictOf(node) })),
    missing: outcome === 'undetermined' ? decisiveFacts(applied.outcome) : [],
  }
}
