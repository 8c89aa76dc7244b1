import { canonicalise } from '../kernel/canonical.ts'
import { digest } from '../kernel/sha256.ts'
import { readStandard } from './loading/load-standard.ts'
import { readTerms } from './loading/read-terms.ts'
import { composeOverlay } from './overlay/compose-overlay.ts'
import type { Standard } from './standard.ts'

/** The parsed documents an edition consists of; whoever has them has the edition, digest included. */
export interface EditionDocuments {
  readonly standard: unknown
  /** terms.yaml of its instrument, the size rules already in the place of their name. */
  readonly terms: unknown
  /** A notice's own conditions upon the standard; absent where there are none. */
  readonly overlay?: unknown
}

/** A standard with the documents it came from. */
export interface Edition {
  readonly standard: Standard
  readonly documents: EditionDocuments
}

/**
 * Takes in an edition from its documents. The digest covers all of them and nothing else, so the same documents give the
 * same edition everywhere (R8.1, B3). Throws a StandardRefusal; within an overlay its path begins with `overlay`.
 */
export const loadEdition = (documents: EditionDocuments): Edition => {
  const { standard, terms, overlay } = documents
  const read = (document: unknown) => readStandard(document, readTerms(terms))
  const definition = overlay === undefined ? read(standard) : composeOverlay(standard, overlay, read).definition
  const edition = digest(canonicalise(overlay === undefined ? { standard, terms } : { standard, terms, overlay }))
  return { standard: { id: definition.id, definition, edition }, documents }
}

/** Documents without an overlay that say the same: the overlay put into the standard, for reading out and comparing. */
export const composedDocuments = ({ standard, terms, overlay }: EditionDocuments): EditionDocuments => {
  if (overlay === undefined) return { standard, terms }
  const { document } = composeOverlay(standard, overlay, (one) => readStandard(one, readTerms(terms)))
  return { standard: document, terms }
}
