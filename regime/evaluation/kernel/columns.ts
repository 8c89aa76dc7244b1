import type { Context } from '../context.ts'
import type { Rule, StandardDefinition } from '../definition.ts'
import type { Verdict } from '../explanation.ts'
import { readTally } from '../lists/list.ts'
import type { Metric } from '../metric.ts'
import { boundsOf } from './bounds.ts'

/** Verdicts as numbers, so that 同时满足 is the least and 任一满足 the greatest. */
export const verdictCodes: { readonly [V in Verdict]: number } = { unmet: 0, undetermined: 1, met: 2 }
export const verdictsByCode: readonly Verdict[] = ['unmet', 'undetermined', 'met']

/**
 * What a population keeps of one enterprise for one standard: a double per column. Amounts are 分, NaN while unknown;
 * a tally is two columns, low and high (Infinity: no upper end); a choice is the position of its value among those the
 * standard asks for (−1 unknown, beyond them any other); a judged test is its verdict code.
 */
export interface Column {
  readonly name: string
  readonly kind: 'amount' | 'low' | 'high' | 'choice' | 'verdict'
}

export interface Columns {
  readonly columns: readonly Column[]
  /** First column of each metric's own; numbers name theirs per input. */
  readonly ofMetric: readonly number[]
  readonly ofInput: ReadonlyMap<string, number>
  /** Values a choice is asked for, in the order of their codes. */
  readonly choices: readonly (readonly (string | boolean)[])[]
  /** Amounts beyond this are not for the kernel: products would leave the exact doubles. */
  readonly limit: number
}

const askedValues = (definition: StandardDefinition): readonly (readonly (string | boolean)[])[] => {
  const asked = definition.metrics.map(() => new Set<string | boolean>())
  const visit = (rule: Rule | null): void => {
    if (rule?.kind === 'test' && rule.value !== null) asked[rule.metric]?.add(rule.value)
    if (rule?.kind === 'all' || rule?.kind === 'any') for (const one of rule.rules) visit(one)
  }
  for (const { rule } of definition.conditions) visit(rule)
  visit(definition.outcome)
  for (const { scale } of definition.score?.indicators ?? [])
    if (scale.kind === 'options') for (const { rule } of scale.options) visit(rule)
  return asked.map((values) => [...values])
}

/** The columns of a standard; an input that several metrics read is kept once. */
export const columnsOf = (definition: StandardDefinition): Columns => {
  const columns: Column[] = []
  const ofInput = new Map<string, number>()
  const ofMetric = definition.metrics.map((metric, position) => {
    if (metric.kind === 'number') {
      for (const { column } of metric.inputs)
        if (!ofInput.has(column)) ofInput.set(column, columns.push({ name: column, kind: 'amount' }) - 1)
      return ofInput.get(metric.inputs[0]?.column ?? '') ?? 0
    }
    if (metric.kind === 'tally') {
      // Short: engines cut identifiers at 63 characters.
      const name = `${metric.key.split(':')[0]?.replace(/-/g, '_')}_${position}`
      columns.push({ name: `${name}_low`, kind: 'low' }, { name: `${name}_high`, kind: 'high' })
      return columns.length - 2
    }
    const name = metric.kind === 'choice' ? metric.column : metric.key.replace(/[^a-z0-9]+/g, '_')
    return columns.push({ name, kind: metric.kind === 'choice' ? 'choice' : 'verdict' }) - 1
  })
  return { columns, ofMetric, ofInput, choices: askedValues(definition), limit: boundsOf(definition) }
}

const beyond = (value: number, limit: number): boolean => value > limit || value < -limit

const readOne = (
  metric: Metric,
  at: number,
  plan: Columns,
  position: number,
  context: Context,
  row: Float64Array,
  start: number,
): boolean => {
  switch (metric.kind) {
    case 'number':
      for (const input of metric.inputs) {
        const value = input.read(context)
        const number = value === null ? Number.NaN : Number(value)
        row[start + (plan.ofInput.get(input.column) ?? 0)] = number
        if (beyond(number, plan.limit)) return false
      }
      return true
    case 'tally': {
      const { low, high } = readTally(metric.family, metric.reasons, context)
      row[start + at] = Number(low)
      row[start + at + 1] = high === null ? Number.POSITIVE_INFINITY : Number(high)
      return !beyond(Number(low), plan.limit) && (high === null || !beyond(Number(high), plan.limit))
    }
    case 'choice': {
      const value = metric.read(context)
      const asked = plan.choices[position] ?? []
      row[start + at] = value === null ? -1 : asked.includes(value) ? asked.indexOf(value) : asked.length
      return true
    }
    case 'judged':
      row[start + at] = verdictCodes[metric.judge(context)]
      return true
  }
}

/** Writes one enterprise's row; false when an amount is beyond the limit and the enterprise is not for the kernel. */
export const writeRow = (
  definition: StandardDefinition,
  plan: Columns,
  context: Context,
  row: Float64Array,
  start = 0,
): boolean => {
  let fits = true
  definition.metrics.forEach((metric, position) => {
    if (!readOne(metric, plan.ofMetric[position] ?? 0, plan, position, context, row, start)) fits = false
  })
  return fits
}
