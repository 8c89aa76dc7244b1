import { missingOfTally } from '../lists/list.ts'
import { metricAt, type Trace } from './trace.ts'

/** Unknown facts of one metric: every unknown input of a number, what keeps a list open, an unknown choice. */
export const missingOfMetric = (trace: Trace, position: number): readonly string[] => {
  const metric = metricAt(trace, position)
  const reading = trace.readings[position]
  const { context } = trace
  if (metric.kind === 'number')
    return reading?.kind === 'number'
      ? metric.inputs.flatMap((input, index) => (reading.values[index] === null ? [input.path(context)] : []))
      : []
  if (metric.kind === 'tally')
    return reading?.kind === 'tally' ? missingOfTally(metric.family, metric.reasons, context, reading) : []
  if (metric.kind === 'choice')
    return reading?.kind === 'choice' && reading.value === null ? [metric.path(context)] : []
  return metric.missing(context)
}
