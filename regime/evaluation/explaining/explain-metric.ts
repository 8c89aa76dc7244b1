import type { Amount, Fraction } from '../../kernel/fraction.ts'
import { readMoney } from '../../kernel/money.ts'
import type { Expression, Formula } from '../explanation.ts'
import type { TallyReading } from '../lists/list.ts'
import type { NumberMetric, TallyMetric } from '../metric.ts'
import { missingOfMetric } from '../nodes/missing-of-metric.ts'
import type { Reading } from '../nodes/reading.ts'
import { metricAt, type Trace } from '../nodes/trace.ts'

/** A number metric with the enterprise's numbers, before it is held against anything. */
export interface NumberAccount {
  /** Without full stop: 2023 年研发费用总额 … 占 … 的 5.00%. */
  readonly phrase: string
  readonly formula: Formula
  readonly facts: readonly string[]
  readonly missing: readonly string[]
  readonly state: 'known' | 'unknown' | 'undefined'
}

const joined = (labels: readonly string[]): string => labels.join('、')

// A number that stands as it is has no result beside it.
const NO_RESULT = { text: '', exact: true }

/** Tells a number metric; `edges` are thresholds its value must not be printed as when it lies beside them. */
export const tellNumber = (
  trace: Trace,
  position: number,
  reading: Reading,
  edges: readonly Fraction[],
): NumberAccount => {
  const metric = metricAt(trace, position) as NumberMetric
  const { context } = trace
  const values = reading.kind === 'number' ? reading.values : []
  const quotient = reading.kind === 'number' ? reading.quotient : undefined
  const known = reading.kind === 'number' && reading.known
  const named = metric.inputs.map((input, index) => {
    const value = values[index] ?? null
    return {
      label: input.label(context),
      text: value === null ? null : input.text(value, context),
      fact: input.path(context),
    }
  })
  const operands = named.map((one): Expression => ({ form: 'value', ...one }))
  const read = quotient ? metric.mechanism.read(quotient, edges) : undefined
  const formula: Formula = {
    expression: metric.mechanism.expression(operands),
    result: read?.text ?? null,
    exact: read?.exact ?? true,
  }
  const facts = named.map(({ fact }) => fact)
  if (!known) {
    const absent = named.flatMap(({ label, text }, index) =>
      text === null ? [metric.inputs[index]?.given ?? label] : [],
    )
    const missing = missingOfMetric(trace, position)
    return { phrase: `缺少${joined(absent).replace(/^(?=\d)/, ' ')}`, formula, facts, missing, state: 'unknown' }
  }
  if (!quotient) {
    const nothing = metric.mechanism.bases.flatMap((base) => {
      const value = values[base]
      return value !== null && value !== undefined && !(value > 0) ? [named[base]?.label ?? ''] : []
    })
    return {
      phrase: `${joined(nothing)}为 0，${metric.name}无法计算，需人工核定`,
      formula,
      facts,
      missing: [],
      state: 'undefined',
    }
  }
  const spoken = named.map(({ label, text }) => ({ label, text: text ?? '' }))
  return {
    phrase: metric.mechanism.phrase(spoken, read ?? NO_RESULT, metric.name),
    formula,
    facts,
    missing: [],
    state: 'known',
  }
}

/** An amount of a tally: money, or a count with its unit. */
export const readTallyAmount = (metric: TallyMetric, value: Amount): string =>
  metric.family.amountOf ? readMoney(value) : `${value} ${metric.unit}`

/** A tally in words, without full stop. */
export const phraseTally = (metric: TallyMetric, { low, high, census }: TallyReading): string => {
  if (census === null) return `${metric.name}未填`
  if (census.entries.length === 0) return `${metric.name}：已确认没有`
  if (high !== null && low === high) return `${metric.name} ${readTallyAmount(metric, low)}`
  const most = high === null ? '上限未知' : `至多 ${readTallyAmount(metric, high)}`
  return `${metric.name}已能确定 ${readTallyAmount(metric, low)}，${most}`
}
