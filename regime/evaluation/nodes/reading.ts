import type { Amount } from '../../kernel/fraction.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import type { TallyReading } from '../lists/list.ts'
import type { Quotient } from '../mechanisms/mechanism.ts'
import type { ChoiceMetric, JudgedMetric, NumberMetric } from '../metric.ts'

/** What a metric says of one enterprise. */
export type Reading = NumberReading | TallyReading | ChoiceReading | JudgedReading

/** A number without quotient is unknown (an input is null) or has no value (none is). */
export interface NumberReading {
  readonly kind: 'number'
  readonly values: readonly (Amount | null)[]
  readonly known: boolean
  readonly quotient: Quotient
}

export interface ChoiceReading {
  readonly kind: 'choice'
  readonly value: string | boolean | null
}

export interface JudgedReading {
  readonly kind: 'judged'
  readonly verdict: Verdict
}

export const readNumber = ({ inputs, mechanism }: NumberMetric, context: Context): NumberReading => {
  const values: (Amount | null)[] = []
  let known = true
  for (const input of inputs) {
    const value = input.read(context)
    if (value === null) known = false
    values.push(value)
  }
  return { kind: 'number', values, known, quotient: known ? mechanism.quotient(values as Amount[]) : undefined }
}

export const readChoice = ({ read }: ChoiceMetric, context: Context): ChoiceReading => ({
  kind: 'choice',
  value: read(context),
})

export const readJudged = ({ judge }: JudgedMetric, context: Context): JudgedReading => ({
  kind: 'judged',
  verdict: judge(context),
})
