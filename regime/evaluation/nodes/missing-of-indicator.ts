import { missingOfMetric } from './missing-of-metric.ts'
import { missingOfOptions } from './missing-of-options.ts'
import type { IndicatorNode, Trace } from './trace.ts'

const missingOfScale = (trace: Trace, { definition: { scale }, options, parts }: IndicatorNode, cut: number) => {
  switch (scale.kind) {
    case 'bands':
    case 'points':
      return missingOfMetric(trace, scale.metric)
    case 'options':
      return missingOfOptions(trace, scale.options, options ?? [], cut)
    case 'best-of':
      return scale.parts.flatMap(({ metric }, at) => {
        const levels = parts?.[at]?.standing.levels ?? []
        const decides = levels.some((one) => one >= cut) && levels.some((one) => one < cut)
        return decides ? missingOfMetric(trace, metric) : []
      })
  }
}

/** Unknown facts that decide whether an indicator reaches `cut` points; without `cut`, whatever keeps its points open. */
export const missingOfIndicator = (trace: Trace, position: number, cut?: number): readonly string[] => {
  const node = trace.indicators[position]
  if (!node || node.standing.levels.length < 2) return []
  const cuts = cut === undefined ? node.standing.levels.slice(1) : [cut]
  return [...new Set(cuts.flatMap((one) => missingOfScale(trace, node, one)))]
}
