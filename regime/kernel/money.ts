import { type Amount, amount } from './fraction.ts'

/** 分 in one 万元: six decimals of 万元 are exactly 分. */
export const FEN_PER_WAN = 1_000_000

const MONEY = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/

/**
 * 分 of a decimal text in 万元: at most 12 digits before the point, at most 6 after it, a minus sign where allowed by the
 * caller. Undefined for any other writing. Exact: the digits are never read as a floating-point fraction.
 */
export const findMoney = (text: string): Amount | undefined => {
  const parts = MONEY.exec(text)
  if (!parts) return undefined
  const decimals = (parts[3] ?? '').padEnd(6, '0')
  const whole = Number(parts[2]) * FEN_PER_WAN
  const fen =
    whole <= Number.MAX_SAFE_INTEGER - FEN_PER_WAN
      ? whole + Number(decimals)
      : amount(BigInt(parts[2] as string) * BigInt(FEN_PER_WAN) + BigInt(decimals))
  if (parts[1] !== '-') return fen
  return fen === 0 ? 0 : -fen
}

/** Text in 万元 of an amount of 分, exact and without superfluous zeros: the inverse of `findMoney`. */
export const moneyText = (fen: Amount): string => {
  const value = BigInt(fen)
  const size = value < 0n ? -value : value
  const decimals = (size % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / 1_000_000n}${decimals === '' ? '' : `.${decimals}`}`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** For reading: 万元 with thousands separated and at least two decimals, all six where they are needed. */
export const readMoney = (fen: Amount): string => {
  const [whole = '', decimals = ''] = moneyText(fen).split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  return `${sign}${grouped(sign ? whole.slice(1) : whole)}.${decimals.padEnd(2, '0')} 万元`
}
