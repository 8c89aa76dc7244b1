import type { Amount } from '../../kernel/fraction.ts'
import { contextOf } from '../context.ts'
import type { OptionDefinition, StandardDefinition } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { tallyOf } from '../lists/list.ts'
import { judgeTest } from '../nodes/judge.ts'
import { standOfBands, standOfPoints } from '../nodes/scale.ts'
import { bestOf, type Standing, standingsOf } from '../nodes/standing.ts'
import { NO_POINTS } from '../nodes/take-trace.ts'
import type { Trace } from '../nodes/trace.ts'

/** Whether both are Numbers of at most this size. */
const fits = (over: Amount, under: Amount, limit: number): boolean =>
  typeof over === 'number' && typeof under === 'number' && over <= limit && over >= -limit && under <= limit

/** Standings of options by the bits of what is open. */
const everyStanding = (options: readonly OptionDefinition[]): readonly (Standing | undefined)[] => {
  const { of } = standingsOf(options)
  return Array.from({ length: 1 << options.length }, (_none, open) => (open === 0 ? undefined : of(open)))
}

/** What code written by `traceSource` calls: the same functions that walking the definition calls. */
export const traceTools = {
  contextOf,
  tallyOf,
  judgeTest,
  standOfBands,
  standOfPoints,
  standingsOf,
  everyStanding,
  bestOf,
  fits,
  noPoints: NO_POINTS,
}

/** A module written by `traceSource`. */
export interface TraceModule {
  readonly tracer: (definition: StandardDefinition, tools: typeof traceTools) => (facts: Facts) => Trace
}
