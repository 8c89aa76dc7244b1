import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import type { StandardDefinition } from './definition.ts'
import { readStandard } from './loading/load-standard.ts'
import { readTerms } from './loading/read-terms.ts'

/** A standard ready to evaluate: its checked definition, and the digest of the document and terms it came from. */
export interface Standard {
  readonly id: string
  readonly definition: StandardDefinition
  /** `sha256:…` over the canonical form of the standard and its terms; what a decision is pinned to. */
  readonly edition: string
}

/**
 * Takes in a standard: parsed YAML of the standard and of its instrument's terms (with the size rules in place of their
 * name). Throws a StandardRefusal — place and sentence — for anything ambiguous, lame or uncited.
 */
export const loadStandard = (document: unknown, termsDocument: unknown): Standard => {
  const terms = readTerms(termsDocument)
  const definition = readStandard(document, terms)
  return { id: definition.id, definition, edition: digest(canonicalise({ standard: document, terms: termsDocument })) }
}
