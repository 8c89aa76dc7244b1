import { type YearAmount, yearAmount, yearAmountNames } from '../inputs.ts'
import { mean, total } from '../mechanisms/total.ts'
import { value } from '../mechanisms/value.ts'
import type { MetricDefinition } from './definition.ts'

const yearly = (id: string, key: YearAmount): MetricDefinition => ({
  id,
  takes: ['year'],
  bind: ({ year = 1 }) => ({
    kind: 'number',
    key: `${id}@${year}`,
    name: yearAmountNames[key],
    unit: '万元',
    mechanism: value(1),
    inputs: [yearAmount(key, year)],
  }),
})

/** 营业收入总额 of a year. */
export const revenue = yearly('revenue', 'revenue')

/** 研发费用总额 of a year. */
export const rdExpense = yearly('rd-expense', 'rdExpense')

/** 近两年研发费用合计 of Y−1 and Y−2. */
export const rdExpenseTotal: MetricDefinition = {
  id: 'rd-expense-two-year-total',
  takes: [],
  bind: () => ({
    kind: 'number',
    key: 'rd-expense-two-year-total',
    name: '近两年研发费用总额合计',
    unit: '万元',
    mechanism: total,
    inputs: [yearAmount('rdExpense', 1), yearAmount('rdExpense', 2)],
  }),
}

/** 近两年研发费用均值 of Y−1 and Y−2. */
export const rdExpenseMean: MetricDefinition = {
  id: 'rd-expense-two-year-mean',
  takes: [],
  bind: () => ({
    kind: 'number',
    key: 'rd-expense-two-year-mean',
    name: '近两年研发费用总额均值',
    unit: '万元',
    mechanism: mean,
    inputs: [yearAmount('rdExpense', 1), yearAmount('rdExpense', 2)],
  }),
}
