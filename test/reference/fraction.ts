/** An exact rational number; `under` is always positive. The reference never rounds and never uses floating point. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** A fraction from two whole numbers; refuses a denominator that is not positive. */
export const fraction = (over: bigint, under = 1n): Fraction => {
  if (under <= 0n) throw new Error('a fraction needs a positive denominator')
  return { over, under }
}

/** A fraction from decimal text such as `-12.5`. */
export const decimal = (text: string): Fraction => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new Error(`not a decimal: ${text}`)
  const digits = match[3] ?? ''
  const size = BigInt(`${match[2]}${digits}`)
  return fraction(match[1] === '-' ? -size : size, 10n ** BigInt(digits.length))
}

/** `percent('2.5')` is 2.5 %, that is 1/40. */
export const percent = (text: string): Fraction => over(decimal(text), fraction(100n))

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.over, b.under))

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)

/** a ÷ b for positive b. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over)

/** a ≥ b */
export const notBelow = (a: Fraction, b: Fraction): boolean => a.over * b.under >= b.over * a.under

/** a ≤ b */
export const notAbove = (a: Fraction, b: Fraction): boolean => notBelow(b, a)

/** a > 0 */
export const isPositive = (a: Fraction): boolean => a.over > 0n
