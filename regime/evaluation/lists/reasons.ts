import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import { verdictOf } from '../kleene.ts'
import type { Reason } from './list.ts'

/** The three ways a reason is put into words. */
export interface Wording {
  readonly met: string
  readonly unmet: string
  readonly undetermined: string
}

/** A reason that is one flag of the entry. */
export const flagReason = <T>(id: string, key: keyof T & string, wording: Wording): Reason => ({
  id,
  flag: key,
  judge: (entry: T) => verdictOf(entry[key] as boolean | null),
  sentence: (_entry: T, _context: Context, verdict: Verdict) => wording[verdict],
  missing: (entry: T) => (entry[key] === null ? [`/${key}`] : []),
})

/** A reason that is always known: an entry is of a kind, a level, a list, or it is not. */
export const kindReason = <T, K extends keyof T & string>(
  id: string,
  key: K,
  values: Iterable<T[K] & string>,
  met: string,
  unmet: string,
): Reason => {
  const wanted: readonly unknown[] = [...values]
  return {
    id,
    among: { key, values: wanted as readonly string[] },
    judge: (entry: T) => (wanted.includes(entry[key]) ? 'met' : 'unmet'),
    sentence: (_entry: T, _context: Context, verdict: Verdict) => (verdict === 'met' ? met : unmet),
    missing: () => [],
  }
}
