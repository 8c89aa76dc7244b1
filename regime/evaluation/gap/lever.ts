import type { Trace } from '../nodes/trace.ts'
import type { Move } from './move.ts'

/** Something an enterprise can change, or a fact it can find out. */
export interface Lever {
  readonly id: string
  /** Positions of the metrics that it bears on. */
  readonly touches: ReadonlySet<number>
  /** Names of the facts that it writes; no set has two levers that write the same. */
  readonly writes: readonly string[]
  /**
   * Worthwhile moves from where the trace stands, smallest first: each just crosses one more threshold. Moves of one id are
   * further and further pulls of the same lever.
   */
  moves(trace: Trace): readonly Move[]
}
