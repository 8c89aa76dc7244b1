import type { Amount, Fraction } from '../../kernel/fraction.ts'
import type { Expression } from '../explanation.ts'
import type { ReadNumber } from '../reading-numbers.ts'

/** An input as a sentence needs it. */
export interface NamedValue {
  readonly label: string
  readonly text: string
}

/** A quotient compared by cross-multiplication with a lifted threshold; undefined where the law's formula has no value. */
export type Quotient = readonly [numerator: Amount, denominator: Amount] | undefined

/** A sum of products of inputs: each term a whole factor and the positions multiplied (none: the factor alone). */
export type Polynomial = readonly (readonly [factor: number, ...positions: readonly number[]])[]

/**
 * One way in which the law computes a number from others. `quotient` gives a fraction q and `lift` turns a threshold t
 * into t′ such that *value ≥ t* is exactly *q ≥ t′* (both increasing), so that growth and even the compound rate are
 * decided without dividing or taking a root.
 */
export interface Mechanism {
  readonly name: string
  readonly inputs: number
  /** From known inputs; undefined when a base or denominator is not above zero. */
  quotient(values: readonly Amount[]): Quotient
  lift(threshold: Fraction): Fraction
  /** `quotient` once more, to be written out where it cannot be called: generated code, WebAssembly, SQL. */
  readonly polynomials: readonly [numerator: Polynomial, denominator: Polynomial]
  /** Positions of the inputs that must be above zero. */
  readonly bases: readonly number[]
  /** The calculation in words, with the enterprise's numbers and the result: … 占 … 的 5.00%. */
  phrase(named: readonly NamedValue[], result: ReadNumber, metric: string): string
  /** The calculation for a page to draw. */
  expression(operands: readonly Expression[]): Expression
  /** The value for reading, in the unit of the metric; edges are thresholds it must not be printed as. */
  read(quotient: readonly [Amount, Amount], edges: readonly Fraction[]): ReadNumber | undefined
}

/** A result after a verb: 为 5.00%, or 约为 5.00% where decimals were cut. */
export const amountingTo = ({ text, exact }: ReadNumber): string => `${exact ? '为' : '约为'} ${text}`

/** A result after a noun: 5.00%, or 约 5.00% where decimals were cut. */
export const aboutOf = ({ text, exact }: ReadNumber): string => `${exact ? '' : '约'} ${text}`

/** The threshold as it stands. */
export const unlifted = (threshold: Fraction): Fraction => threshold
