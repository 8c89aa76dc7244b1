import type { Trace } from '../nodes/trace.ts'
import type { Move } from './move.ts'

/** Something an enterprise can change. */
export interface Lever {
  readonly id: string
  /** Positions of the metrics that it bears on. */
  readonly touches: ReadonlySet<number>
  /** Worthwhile moves from where the enterprise stands, smallest first: each just crosses one more threshold. */
  moves(trace: Trace): readonly Move[]
}
