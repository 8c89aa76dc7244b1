import type { Scale } from '../definition.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { missingOfOptions } from './missing-of-options.ts'
import type { Run } from './run.ts'

const missingOfScale = (
  run: Run,
  scale: Scale,
  open: readonly (readonly number[])[],
  cut: number,
): readonly string[] => {
  switch (scale.kind) {
    case 'bands':
    case 'points':
      return missingOfMetric(run, scale.metric)
    case 'options':
      return missingOfOptions(run, scale.options, cut)
    case 'best-of':
      return scale.parts.flatMap((part, at) => {
        const points = (open[at] ?? []).map((index) => part.bands[index]?.points ?? 0)
        const decides = points.some((one) => one >= cut) && points.some((one) => one < cut)
        return decides ? missingOfMetric(run, part.metric) : []
      })
  }
}

/** Unknown facts that decide whether an indicator reaches `cut` points; without `cut`, whatever keeps its points open. */
export const missingOfIndicator = (run: Run, position: number, cut?: number): readonly string[] => {
  const indicator = run.definition.score?.indicators[position]
  const reading = run.indicators[position]
  if (!indicator || !reading || reading.levels.length < 2) return []
  const cuts = cut === undefined ? reading.levels.slice(1) : [cut]
  return [...new Set(cuts.flatMap((one) => missingOfScale(run, indicator.scale, reading.open, one)))]
}
