import type { StandardDefinition } from './definition.ts'

/** A standard ready to evaluate: its checked definition, and the digest of the documents it came from (edition.ts). */
export interface Standard {
  readonly id: string
  readonly definition: StandardDefinition
  /** `sha256:…` over the canonical form of the edition's documents; what a decision is pinned to. */
  readonly edition: string
}
