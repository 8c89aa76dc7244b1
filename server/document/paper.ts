import type { Outline } from '../../regime/evaluation/telling/outline.ts'

/** What a paper about an evaluation holds. Times are arguments: the same paper gives the same bytes. */
export interface EvaluationPaper {
  /** 评价说明 and what it is about. */
  readonly title: string
  /** Head of the paper: what is named beside firm, day and standard (batch, receipt …). */
  readonly rows: readonly (readonly [name: string, value: string])[]
  readonly outlines: readonly Outline[]
  /** What lets a reader prove that nothing was changed, beside the digests of standard and facts. */
  readonly proof: readonly (readonly [name: string, value: string])[]
  /** Instant of making it, ISO 8601 in UTC. */
  readonly generatedAt: string
}
