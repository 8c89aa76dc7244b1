import type { Amount } from '../../kernel/fraction.ts'
import { type Context, contextOf } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { readTally } from '../lists/list.ts'
import type { Metric, TallyMetric } from '../metric.ts'
import { type Column, MANY, type Plan } from './plan.ts'

/**
 * One enterprise's columns: an amount in 分 or of the metric's unit, null while unknown, Infinity for a high end without
 * end; small columns hold their code.
 */
export type Cells = readonly (Amount | null)[]

const verdictCodes = { unmet: 0, undetermined: 1, met: 2 } as const

const endOf = (metric: TallyMetric, { source, width }: Column, context: Context): Amount => {
  const { low, high } = readTally(metric.family, metric.reasons, context)
  const end = source.kind === 'low' ? low : (high ?? Number.POSITIVE_INFINITY)
  return width === 'small' && end > MANY ? MANY : end
}

const choiceCode = (value: string | boolean | null, values: readonly (string | boolean)[]): number => {
  if (value === null) return 0
  const at = values.indexOf(value)
  return at < 0 ? values.length + 1 : at + 1
}

const readCell = (metric: Metric, column: Column, context: Context): Amount | null => {
  switch (metric.kind) {
    case 'number':
      return column.source.kind === 'input' ? (metric.inputs[column.source.input]?.read(context) ?? null) : null
    case 'tally':
      return endOf(metric, column, context)
    case 'choice':
      return column.source.kind === 'choice' ? choiceCode(metric.read(context), column.source.values) : null
    case 'judged':
      return verdictCodes[metric.judge(context)]
  }
}

/** Reads the columns of a standard from facts: lists are counted by the same code that explains them. */
export const readCells = ({ metrics }: StandardDefinition, plan: Plan, facts: Facts): Cells => {
  const context = contextOf(facts)
  return plan.columns.map((column) => readCell(metrics[column.metric] as Metric, column, context))
}

/** Whether doubles hold these cells and every product of them that the plan writes exactly. */
export const fits = ({ columns }: Plan, cells: Cells): boolean =>
  columns.every(({ limit, nonNegative, source }, at) => {
    const cell = cells[at] as Amount | null
    if (cell === null || (source.kind === 'high' && cell === Number.POSITIVE_INFINITY)) return true
    return typeof cell === 'number' && cell <= limit && cell >= (nonNegative ? 0 : -limit)
  })
