// Apart from the schemas, so that pages know what may be uploaded without loading them.

/** Media types accepted as evidence, decided by content. */
export const evidenceTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type EvidenceType = (typeof evidenceTypes)[number]

/** What may be uploaded, and in what pieces. */
export const evidenceRule = Object.freeze({
  /** 20 MB as file managers count it. */
  maxBytes: 20 * 1024 * 1024,
  /** Size of a piece the browser sends; small enough for a slow line and for common proxies. */
  pieceBytes: 512 * 1024,
  /** Most the server takes in one piece. */
  maxPieceBytes: 4 * 1024 * 1024,
})
