import type { Edge } from '../edges.ts'
import { relationWords } from '../explaining/relation-words.ts'
import type { NumberMetric } from '../metric.ts'

/** 资产负债率降到 55% 以下: what a pull across an edge reaches; nothing where the metric is the figure itself. */
export const goalOf = (metric: NumberMetric, { relation, bound }: Edge): string => {
  if (metric.inputs.length === 1) return ''
  if (relation === 'at-least') return `${metric.name}达到 ${bound.text}：`
  if (relation === 'at-most') return `${metric.name}降到 ${bound.text} 以下：`
  return `${metric.name}${relation === 'above' ? '超过' : '低于'} ${bound.text}：`
}

/** 资产负债率不超过 55%: what values not known yet would have to come to. */
export const demandOf = (metric: NumberMetric, { relation, bound }: Edge): string =>
  `${metric.name}${relationWords[relation].met} ${bound.text}`

/** A label that begins with a year, set off from the words before it. */
export const spacedLabel = (label: string): string => label.replace(/^(?=\d)/, ' ')

/** 研发费用总额占营业收入总额比重 5%: the edge for a mark on a scale. */
export const edgeName = (metric: NumberMetric, { bound }: Edge): string => `${metric.name} ${bound.text}`
