import type { StandardDefinition } from '../definition.ts'
import { type Ask, type Inquiry, MOST_REASONS } from '../lists/census.ts'
import type { Reason } from '../lists/list.ts'
import type { Metric } from '../metric.ts'

/**
 * Gathers what all metrics ask of each list, so that an entry is judged once by every distinct reason; metrics that ask
 * the same share the reason itself.
 */
export const inquire = (bound: readonly Metric[]): Pick<StandardDefinition, 'metrics' | 'inquiries' | 'asks'> => {
  const inquiries: (Inquiry & { readonly reasons: Reason[] })[] = []
  const asks: (Ask | null)[] = []
  const metrics = bound.map((metric): Metric => {
    if (metric.kind !== 'tally') {
      asks.push(null)
      return metric
    }
    let inquiry = inquiries.findIndex(({ family }) => family === metric.family)
    if (inquiry < 0) inquiry = inquiries.push({ family: metric.family, reasons: [] }) - 1
    const all = inquiries[inquiry]?.reasons ?? []
    let mask = 0
    const reasons = metric.reasons.map((reason): Reason => {
      let at = all.findIndex(({ id }) => id === reason.id)
      if (at < 0) at = all.push(reason) - 1
      mask |= 1 << at
      return all[at] as Reason
    })
    if (all.length > MOST_REASONS) throw new RangeError(`${metric.family.id}: more than ${MOST_REASONS} reasons`)
    asks.push({ inquiry, mask })
    return { ...metric, reasons }
  })
  return { metrics, inquiries, asks }
}
