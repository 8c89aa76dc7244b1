import { missingOfTally } from '../lists/list.ts'
import { metricOf, type Run, readingOf } from './run.ts'

/** Unknown facts of one metric: every unknown input of a number, what keeps a list open, an unknown choice. */
export const missingOfMetric = (run: Run, position: number): readonly string[] => {
  const metric = metricOf(run, position)
  const reading = readingOf(run, position)
  const { context } = run
  if (metric.kind === 'number')
    return reading.kind === 'number'
      ? metric.inputs.flatMap((input, index) => (reading.values[index] === null ? [input.path(context)] : []))
      : []
  if (metric.kind === 'tally')
    return reading.kind === 'tally' ? missingOfTally(metric.family, metric.reasons, context, reading.tally) : []
  if (metric.kind === 'choice') return reading.kind === 'choice' && reading.value === null ? [metric.path(context)] : []
  return metric.missing(context)
}
