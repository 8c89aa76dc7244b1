import type { Verdict } from './explanation.ts'

/** A known truth value as a verdict; null is unknown. */
export const verdictOf = (value: boolean | null): Verdict => (value === null ? 'undetermined' : value ? 'met' : 'unmet')

/** Kleene's conjunction (同时满足). */
export const both = (a: Verdict, b: Verdict): Verdict =>
  a === 'unmet' || b === 'unmet' ? 'unmet' : a === 'met' && b === 'met' ? 'met' : 'undetermined'

/** Kleene's disjunction (任一满足). */
export const either = (a: Verdict, b: Verdict): Verdict =>
  a === 'met' || b === 'met' ? 'met' : a === 'unmet' && b === 'unmet' ? 'unmet' : 'undetermined'
