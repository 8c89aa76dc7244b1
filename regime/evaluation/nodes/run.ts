import type { Amount } from '../../kernel/fraction.ts'
import type { Context } from '../context.ts'
import type { StandardDefinition, TestRule } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import { readTally, type TallyReading } from '../lists/list.ts'
import type { Quotient } from '../mechanisms/mechanism.ts'
import type { Metric } from '../metric.ts'
import type { IndicatorReading } from './indicator.ts'

/** What a metric says of one enterprise. A number without quotient is unknown (an input is null) or has no value (none is). */
export type Reading =
  | {
      readonly kind: 'number'
      readonly values: readonly (Amount | null)[]
      readonly known: boolean
      readonly quotient: Quotient
    }
  | { readonly kind: 'tally'; readonly tally: TallyReading }
  | { readonly kind: 'choice'; readonly value: string | boolean | null }
  | { readonly kind: 'judged'; readonly verdict: Verdict }

/** Everything decided so far about one enterprise under one standard. */
export interface Run {
  readonly definition: StandardDefinition
  readonly context: Context
  readonly readings: readonly Reading[]
  readonly indicators: readonly IndicatorReading[]
  readonly dimensions: readonly Points[]
  readonly total: Points
  /** Verdicts of conditions, filled as they are asked for. */
  readonly verdicts: (Verdict | undefined)[]
  /** What if this one test were settled so? Asked only to rank what is missing. */
  readonly assumed?: ReadonlyMap<TestRule, Verdict>
}

export const readMetric = (metric: Metric, context: Context): Reading => {
  switch (metric.kind) {
    case 'number': {
      const values: (Amount | null)[] = []
      let known = true
      for (const input of metric.inputs) {
        const value = input.read(context)
        if (value === null) known = false
        values.push(value)
      }
      return {
        kind: 'number',
        values,
        known,
        quotient: known ? metric.mechanism.quotient(values as Amount[]) : undefined,
      }
    }
    case 'tally':
      return { kind: 'tally', tally: readTally(metric.family, metric.reasons, context) }
    case 'choice':
      return { kind: 'choice', value: metric.read(context) }
    case 'judged':
      return { kind: 'judged', verdict: metric.judge(context) }
  }
}

/** The reading of a metric of the standard. */
export const readingOf = (run: Run, metric: number): Reading => run.readings[metric] as Reading

/** The metric a rule or scale names. */
export const metricOf = (run: Run, metric: number): Metric => run.definition.metrics[metric] as Metric
