/** A whole amount: a safe integer while it fits, a BigInt past 9,007 万亿. Money is counted in 分. */
export type Amount = number | bigint

/** A rational number in lowest terms; `denominator` > 0, both safe integers. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

const commonDivisor = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}

/** The fraction of two safe integers in lowest terms. A RangeError when it does not fit or the denominator is 0. */
export const fraction = (numerator: number, denominator = 1): Fraction => {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0)
    throw new RangeError(`no exact fraction: ${numerator}/${denominator}`)
  const divisor = commonDivisor(Math.abs(numerator), Math.abs(denominator)) * (denominator < 0 ? -1 : 1)
  return Object.freeze({ numerator: numerator / divisor, denominator: denominator / divisor })
}

/** The exact value of a decimal text such as `-12.5`; undefined for any other writing or one too long to be exact. */
export const findDecimal = (text: string): Fraction | undefined => {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/.exec(text)
  if (!parts) return undefined
  const decimals = parts[3] ?? ''
  const digits = Number(`${parts[2]}${decimals}`)
  if (!Number.isSafeInteger(digits)) return undefined
  return fraction(parts[1] === '-' ? -digits : digits, 10 ** decimals.length)
}

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator)

/** Sign of a − b. */
export const compareFractions = (a: Fraction, b: Fraction): number => compareRatio(a.numerator, a.denominator, b)

/**
 * Sign of numerator/denominator − threshold, for a denominator > 0, exactly: cross-multiplied, never divided. Products
 * past 2⁵³ are taken in BigInt; a product below that bound is exact in a Number.
 */
export const compareRatio = (numerator: Amount, denominator: Amount, threshold: Fraction): number => {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const left = numerator * threshold.denominator
    const right = threshold.numerator * denominator
    if (
      left <= Number.MAX_SAFE_INTEGER &&
      left >= Number.MIN_SAFE_INTEGER &&
      right <= Number.MAX_SAFE_INTEGER &&
      right >= Number.MIN_SAFE_INTEGER
    )
      return left < right ? -1 : left > right ? 1 : 0
  }
  const left = BigInt(numerator) * BigInt(threshold.denominator)
  const right = BigInt(threshold.numerator) * BigInt(denominator)
  return left < right ? -1 : left > right ? 1 : 0
}

/** The same amount in the form every amount has: a Number while it is a safe integer. */
export const amount = (value: bigint): Amount =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : value

/** a + b, exactly. */
export const addAmounts = (a: Amount, b: Amount): Amount => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return amount(BigInt(a) + BigInt(b))
}

/** a − b, exactly. */
export const subtractAmounts = (a: Amount, b: Amount): Amount => {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return amount(BigInt(a) - BigInt(b))
}

/** a · b, exactly. */
export const multiplyAmounts = (a: Amount, b: Amount): Amount => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product
  }
  return amount(BigInt(a) * BigInt(b))
}
