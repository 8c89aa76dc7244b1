import type { Explanation, Points, Verdict } from './explanation.ts'

/** Outcome of one evaluation, in the key order of the contract (docs/evaluation.md). */
export interface Result {
  /** Id of the standard, e.g. `miit-2022-63/innovative`. */
  readonly standard: string
  /** `sha256:…` over the standard and its terms as used. */
  readonly edition: string
  /** `sha256:…` over the canonical facts (RFC 8785). */
  readonly facts: string
  /** False when `asOf` lies outside the edition's interval; it is evaluated all the same. */
  readonly inForce: boolean
  readonly outcome: Verdict
  /** The three score fields exist only where the standard has a score. */
  readonly score?: Points
  readonly dimensions?: readonly DimensionResult[]
  readonly indicators?: readonly IndicatorResult[]
  /** Every condition of the standard. */
  readonly conditions: readonly ConditionResult[]
  /** Unknown facts that can still change the outcome, most decisive first; empty unless undetermined. */
  readonly missing: readonly string[]
  readonly explanation: Explanation
}

export interface DimensionResult {
  readonly id: string
  readonly score: Points
}

export interface IndicatorResult {
  readonly id: string
  /** The law's letter; null while open, and where the law letters none. */
  readonly option: string | null
  readonly points: Points
}

export interface ConditionResult {
  readonly id: string
  readonly verdict: Verdict
}
