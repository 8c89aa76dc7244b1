/** Joins class names, leaving out what does not apply; undefined when nothing is left. */
export const classes = (...names: readonly (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined
