import { type Amount, amount } from './fraction.ts'

/** 分 in one 万元: six decimals of 万元 are exactly 分. */
export const FEN_PER_WAN = 1_000_000

const ZERO = 0x30
const NINE = 0x39
const MINUS = 0x2d
const POINT = 0x2e
const MOST_WHOLE = 12
const MOST_DECIMALS = 6
// Whole 万元 up to here leave room for the decimals within the safe integers.
const SAFE_WHOLE = Math.floor(Number.MAX_SAFE_INTEGER / FEN_PER_WAN) - 1

/**
 * 分 of a decimal text in 万元: at most 12 digits before the point, at most 6 after it, a minus sign where allowed by the
 * caller. Undefined for any other writing. Exact: the digits are never read as a floating-point fraction.
 */
export const findMoney = (text: string): Amount | undefined => {
  const { length } = text
  const negative = text.charCodeAt(0) === MINUS
  const start = negative ? 1 : 0
  let at = start
  let whole = 0
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) break
    whole = whole * 10 + (code - ZERO)
  }
  if (at === start || at - start > MOST_WHOLE) return undefined
  let decimals = 0
  let digits = 0
  if (at < length) {
    if (text.charCodeAt(at) !== POINT) return undefined
    for (at++; at < length; at++, digits++) {
      const code = text.charCodeAt(at)
      if (code < ZERO || code > NINE) return undefined
      decimals = decimals * 10 + (code - ZERO)
    }
    if (digits === 0 || digits > MOST_DECIMALS) return undefined
  }
  for (; digits < MOST_DECIMALS; digits++) decimals *= 10
  if (whole > SAFE_WHOLE) {
    const fen = BigInt(whole) * BigInt(FEN_PER_WAN) + BigInt(decimals)
    return amount(negative ? -fen : fen)
  }
  const fen = whole * FEN_PER_WAN + decimals
  return negative && fen !== 0 ? -fen : fen
}

/** Text in 万元 of an amount of 分, exact and without superfluous zeros: the inverse of `findMoney`. */
export const moneyText = (fen: Amount): string => {
  const sign = fen < 0 ? '-' : ''
  const size = fen < 0 ? -fen : fen
  let whole: Amount
  let rest: number
  // A safe integer is told without BigInt, which is most of the cost.
  if (typeof size === 'number') {
    rest = size % FEN_PER_WAN
    whole = (size - rest) / FEN_PER_WAN
  } else {
    rest = Number(size % 1_000_000n)
    whole = size / 1_000_000n
  }
  if (rest === 0) return `${sign}${whole}`
  return `${sign}${whole}.${String(rest).padStart(6, '0').replace(/0+$/, '')}`
}

const grouped = (digits: string): string => (digits.length <= 3 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ','))

/** For reading: 万元 with thousands separated and at least two decimals, all six where they are needed. */
export const readMoney = (fen: Amount): string => {
  const [whole = '', decimals = ''] = moneyText(fen).split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  return `${sign}${grouped(sign ? whole.slice(1) : whole)}.${decimals.padEnd(2, '0')} 万元`
}
