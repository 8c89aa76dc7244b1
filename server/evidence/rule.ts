const HOUR = 60 * 60 * 1000

/** Bounds of uploading. Wall time, not the law's: a demonstration that leaps a month ahead breaks no upload off. */
export const uploadRule = Object.freeze({
  /** An upload may be resumed for three days from its beginning; then what it received is taken away. */
  keptFor: 72 * HOUR,
  /** The limits below look back this far. */
  day: 24 * HOUR,
  /** Unfinished at once, and begun in a day, by a person with an account. */
  person: { open: 30, begun: 200 },
  /** By everybody without an account from one network address. */
  address: { open: 10, begun: 30 },
  /** Without account, to one authority, from everywhere. */
  anonymous: { begun: 500 },
})
