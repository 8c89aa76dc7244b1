import type { Amount, Fraction } from '../kernel/fraction.ts'

// Numbers for reading only: nothing here takes part in a decision.

const MILLION = 1_000_000

/** A number kept in millionths, without superfluous zeros: 12 500 000 → 12.5. */
export const readDecimal = (millionths: Amount): string => {
  const value = BigInt(millionths)
  const decimals = (value % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${value / 1_000_000n}${decimals === '' ? '' : `.${decimals}`}`
}

/** A whole number of 1/10^digits, written out: (-123456, 4) → -12.3456. */
const shifted = (value: bigint, digits: number): string => {
  const size = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  return `${value < 0n ? '-' : ''}${size.slice(0, size.length - digits)}${digits === 0 ? '' : `.${size.slice(-digits)}`}`
}

export interface ReadNumber {
  readonly text: string
  /** False when decimals were cut. */
  readonly exact: boolean
}

const LEAST_DIGITS = 2
const MOST_DIGITS = 12

/**
 * numerator/denominator · 100 as a percentage cut (never rounded) to two decimals; with more decimals when the cut
 * would print one of `edges` although the value lies beside it, so that no reader sees 55.00% refused at 55%.
 */
export const readPercent = (numerator: Amount, denominator: Amount, edges: readonly Fraction[] = []): ReadNumber => {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const scaled = numerator * 10_000
    if (scaled <= Number.MAX_SAFE_INTEGER && scaled >= 0) {
      const rest = scaled % denominator
      const cut = (scaled - rest) / denominator
      if (rest === 0 || !edges.some((edge) => edge.numerator * 10_000 === cut * edge.denominator)) {
        const cents = cut % 100
        return { text: `${(cut - cents) / 100}.${cents < 10 ? '0' : ''}${cents}%`, exact: rest === 0 }
      }
    }
  }
  const over = BigInt(numerator)
  const under = BigInt(denominator)
  for (let digits = LEAST_DIGITS; ; digits++) {
    const scale = 10n ** BigInt(digits + 2)
    const scaled = over * scale
    const cut = scaled / under
    const exact = cut * under === scaled
    const onEdge = edges.some((edge) => BigInt(edge.numerator) * scale === cut * BigInt(edge.denominator))
    if (exact || !onEdge || digits === MOST_DIGITS) return { text: `${shifted(cut, digits)}%`, exact }
  }
}

const squareRoot = (value: bigint): bigint => {
  if (value < 2n) return value
  let root = BigInt(Math.floor(Math.sqrt(Number(value))))
  while (root * root > value) root--
  while ((root + 1n) * (root + 1n) <= value) root++
  return root
}

/** √(numerator/denominator) − 1 as a percentage cut to two decimals, more beside an edge. For reading: the law's test takes no root. */
export const readCompound = (numerator: Amount, denominator: Amount, edges: readonly Fraction[] = []): ReadNumber => {
  const over = BigInt(numerator)
  const under = BigInt(denominator)
  for (let digits = LEAST_DIGITS; ; digits++) {
    const scale = 10n ** BigInt(digits + 2)
    const square = over * scale * scale
    const root = squareRoot(square / under)
    const exact = root * root * under === square
    const cut = root - scale
    const onEdge = edges.some((edge) => BigInt(edge.numerator) * scale === cut * BigInt(edge.denominator))
    if (exact || !onEdge || digits === MOST_DIGITS) return { text: `${shifted(cut, digits)}%`, exact }
  }
}

/** A threshold for reading: a fraction as a decimal without superfluous zeros, at most 6 decimals. */
export const readFraction = (value: Fraction): string =>
  readDecimal(Math.trunc((value.numerator * MILLION) / value.denominator))
