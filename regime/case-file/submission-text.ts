import { canonicalise } from '../kernel/canonical.ts'

/** What a receipt stands for: everything that was handed in and how it was evaluated (B9). */
export interface SubmissionContent {
  readonly case: string
  /** Instant of the submission, ISO 8601 in UTC. */
  readonly at: string
  readonly facts: object
  readonly evidence: readonly { readonly sha256: string; readonly name: string; readonly paths: readonly string[] }[]
  /** Results under the batch's standard and under 第三条, without their explanations. */
  readonly result: object
  readonly eligibility: object
}

/** The text whose SHA-256 the receipt carries. */
export const submissionText = ({ case: id, at, facts, evidence, result, eligibility }: SubmissionContent): string =>
  canonicalise({
    case: id,
    at,
    facts,
    evidence: evidence.map(({ sha256, name, paths }) => ({ sha256, name, paths })),
    result,
    eligibility,
  })
