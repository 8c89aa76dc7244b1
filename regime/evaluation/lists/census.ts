import type { Context } from '../context.ts'
import type { ListFamily, Reason } from './list.ts'

/** Everything one standard asks of the entries of one list, each reason once whoever asks. */
export interface Inquiry {
  readonly family: ListFamily
  /** At most thirty: an answer is one bit. */
  readonly reasons: readonly Reason[]
}

/**
 * What the entries of a list answered: bit *n* of `met` or `unmet` is reason *n* of the inquiry; in neither it is
 * undetermined. An entry is judged once, however many options and conditions count it.
 */
export interface Census {
  readonly inquiry: Inquiry
  readonly entries: readonly unknown[]
  readonly met: readonly number[]
  readonly unmet: readonly number[]
}

/** Which reasons of which inquiry a metric counts by. */
export interface Ask {
  readonly inquiry: number
  readonly mask: number
}

/** Reasons that fit into the bits of a small integer. */
export const MOST_REASONS = 30

/** Judges every entry by every reason; null while the list is unknown as a whole. */
export const takeCensus = (inquiry: Inquiry, context: Context): Census | null => {
  const { family, reasons } = inquiry
  const entries = family.read(context)
  if (entries === null) return null
  const met: number[] = []
  const unmet: number[] = []
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as never
    let yes = 0
    let no = 0
    for (let at = 0; at < reasons.length; at++) {
      const verdict = (reasons[at] as Reason).judge(entry, context)
      if (verdict === 'met') yes |= 1 << at
      else if (verdict === 'unmet') no |= 1 << at
    }
    met.push(yes)
    unmet.push(no)
  }
  return { inquiry, entries, met, unmet }
}
