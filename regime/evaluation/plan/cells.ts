import type { Amount } from '../../kernel/fraction.ts'
import { contextOf } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import type { Facts } from '../facts.ts'
import { readTally, type TallyReading } from '../lists/list.ts'
import type { Metric, TallyMetric } from '../metric.ts'
import { type Column, MANY, type Plan } from './plan.ts'

/**
 * One enterprise's columns: an amount in 分 or of the metric's unit, null while unknown, Infinity for a high end without
 * end; small columns hold their code.
 */
export type Cells = readonly (Amount | null)[]

const verdictCodes = { unmet: 0, undetermined: 1, met: 2 } as const

const endOf = ({ low, high }: TallyReading, { source, width }: Column): Amount => {
  const end = source.kind === 'low' ? low : (high ?? Number.POSITIVE_INFINITY)
  return width === 'small' && end > MANY ? MANY : end
}

const choiceCode = (value: string | boolean | null, values: readonly (string | boolean)[]): number => {
  if (value === null) return 0
  const at = values.indexOf(value)
  return at < 0 ? values.length + 1 : at + 1
}

/** Cells of another plan, read from the same facts under the same terms, and where each own column stands among them. */
export interface Lent {
  readonly cells: Cells
  /** Position in `cells` of each column, or −1. */
  readonly places: readonly number[]
}

/** Where the columns of a plan stand in another's: those that are read in the very same way where the terms are the same. */
export const placesIn = (lender: Plan, own: Plan): readonly number[] => {
  const formOf = ({ name, source, width }: Column): string => JSON.stringify([name, source, width])
  const lent = new Map(lender.columns.map((column, at) => [formOf(column), at]))
  return own.columns.map((column) => lent.get(formOf(column)) ?? -1)
}

/** Reads the columns of a standard from facts: lists are counted by the same code that explains them. */
export const readCells = ({ metrics }: StandardDefinition, plan: Plan, facts: Facts, lent?: Lent): Cells => {
  const context = contextOf(facts)
  // Both ends of a count stand side by side; its list is gone through once.
  let counted = -1
  let tally: TallyReading | undefined
  const tallyOf = (position: number, { family, reasons }: TallyMetric): TallyReading => {
    if (counted !== position || !tally) tally = readTally(family, reasons, context)
    counted = position
    return tally
  }
  const read = (column: Column): Amount | null => {
    const metric = metrics[column.metric] as Metric
    switch (metric.kind) {
      case 'number':
        return column.source.kind === 'input' ? (metric.inputs[column.source.input]?.read(context) ?? null) : null
      case 'tally':
        return endOf(tallyOf(column.metric, metric), column)
      case 'choice':
        return column.source.kind === 'choice' ? choiceCode(metric.read(context), column.source.values) : null
      case 'judged':
        return verdictCodes[metric.judge(context)]
    }
  }
  if (!lent) return plan.columns.map(read)
  return plan.columns.map((column, at) => {
    const place = lent.places[at] as number
    return place < 0 ? read(column) : (lent.cells[place] as Amount | null)
  })
}

/** Whether doubles hold these cells and every product of them that the plan writes exactly. */
export const fits = ({ columns }: Plan, cells: Cells): boolean =>
  columns.every(({ limit, nonNegative, source }, at) => {
    const cell = cells[at] as Amount | null
    if (cell === null || (source.kind === 'high' && cell === Number.POSITIVE_INFINITY)) return true
    return typeof cell === 'number' && cell <= limit && cell >= (nonNegative ? 0 : -limit)
  })
