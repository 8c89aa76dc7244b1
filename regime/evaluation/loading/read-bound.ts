import { type Fraction, findDecimal, fraction, multiplyFractions } from '../../kernel/fraction.ts'
import type { Bound, Metric, Unit } from '../metric.ts'
import { type Place, refuseAt } from './document.ts'

/** What one unit of a written threshold is in the unit the metric compares in: money in 分, percentages as fractions. */
const factors: { readonly [unit: string]: readonly [metricUnit: Unit, factor: Fraction] } = {
  万元: ['万元', fraction(1_000_000)],
  亿元: ['万元', fraction(10_000_000_000)],
  '%': ['%', fraction(1, 100)],
  年: ['年', fraction(1)],
  项: ['项', fraction(1)],
  次: ['次', fraction(1)],
  家: ['家', fraction(1)],
  件: ['件', fraction(1)],
  分: ['分', fraction(1)],
  级: ['级', fraction(1)],
  名: ['名', fraction(1)],
  人: ['人', fraction(1)],
}

const WRITTEN = /^(\d+(?:\.\d+)?)\s*(万元|亿元|%|年|项|次|家|件|分|级|名|人)$/

/** A number with its unit, such as `100万元`, `1亿元` or `5%`; undefined for any other writing. */
export const findQuantity = (text: unknown): { readonly value: Fraction; readonly unit: Unit } | undefined => {
  const parts = typeof text === 'string' ? WRITTEN.exec(text) : null
  const decimal = parts ? findDecimal(parts[1] as string) : undefined
  const factor = parts ? factors[parts[2] as string] : undefined
  return decimal && factor ? { value: multiplyFractions(decimal, factor[1]), unit: factor[0] } : undefined
}

const spaced = (text: string): string => text.replace(/^([\d.]+)\s*(?=[^\d.%\s])/, '$1 ')

/** A threshold in the unit of its metric, exact, with its lifted form for the metric's mechanism. */
export const readBound = ({ value, path }: Place, metric: Metric): Bound => {
  if (metric.kind !== 'number' && metric.kind !== 'tally')
    return refuseAt(path, `“${metric.name}”不是数值，不能与数字比较，应写 is`)
  const quantity = findQuantity(value)
  if (!quantity) return refuseAt(path, `应为带单位的数，如 5% 或 100万元，这里应以“${metric.unit}”为单位`)
  if (quantity.unit !== metric.unit) return refuseAt(path, `单位不符：“${metric.name}”以“${metric.unit}”计`)
  const lifted = metric.kind === 'number' ? metric.mechanism.lift(quantity.value) : quantity.value
  return Object.freeze({ written: quantity.value, lifted, text: spaced(String(value)) })
}
