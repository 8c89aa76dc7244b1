import type { Verdict } from '../explanation.ts'

/** How many enterprises went from one outcome (outer) to another (inner). */
export type Matrix = { readonly [Before in Verdict]: { readonly [After in Verdict]: number } }

/** The outcomes from the worst to the best: an open one lies between. */
export const verdictRanks: { readonly [V in Verdict]: 0 | 1 | 2 } = { unmet: 0, undetermined: 1, met: 2 }

type Counting = { [Before in Verdict]: { [After in Verdict]: number } }

const none = () => ({ unmet: 0, undetermined: 0, met: 0 })

/** A matrix that counts. */
export const newMatrix = (): Counting => ({ unmet: none(), undetermined: none(), met: none() })

const sum = ({ unmet, undetermined, met }: Matrix[Verdict]): number => unmet + undetermined + met

/** What a matrix says in a few numbers. */
export interface Movement {
  readonly firms: number
  /** Met before, and after. */
  readonly metBefore: number
  readonly metAfter: number
  /** Met before and now unmet. */
  readonly lost: number
  /** Not met before and now met. */
  readonly gained: number
  /** Settled before and now open. */
  readonly opened: number
  /** Whose outcome is another. */
  readonly turned: number
}

/** Reads a matrix: `lost` and `gained` are what an official asks for first. */
export const movementOf = ({ unmet, undetermined, met }: Matrix): Movement => {
  const firms = sum(unmet) + sum(undetermined) + sum(met)
  return {
    firms,
    metBefore: sum(met),
    metAfter: unmet.met + undetermined.met + met.met,
    lost: met.unmet,
    gained: unmet.met + undetermined.met,
    opened: unmet.undetermined + met.undetermined,
    turned: firms - unmet.unmet - undetermined.undetermined - met.met,
  }
}
