import { isLocalCode, type LocalCode, localAuthorities } from '../jurisdiction/authorities.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { Amount } from '../kernel/fraction.ts'
import { findMoney } from '../kernel/money.ts'
import { refuse } from './fault.ts'
import { officeCodes } from './offices.ts'

/** Reads one member of an object: null or missing is unknown and gives null; what is not allowed is refused. */
export type Reader<T> = (value: unknown) => T | null

// Bounds that no honest input meets and that keep a hostile one cheap to refuse.
const LONGEST_TEXT = 500
const LONGEST_NUMBER = 20
const LONE_SURROGATE = /[\ud800-\udfff]/u

const isUnknown = (value: unknown): value is null | undefined => value === null || value === undefined

const text =
  (allowed: string): Reader<string> =>
  (value) => {
    if (isUnknown(value)) return null
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT || LONE_SURROGATE.test(value))
      return refuse(value, allowed)
    return value
  }

const shaped =
  (shape: RegExp, allowed: string): Reader<string> =>
  (value) => {
    if (isUnknown(value)) return null
    return typeof value === 'string' && value.length <= LONGEST_TEXT && shape.test(value)
      ? value
      : refuse(value, allowed)
  }

export const name = text(`企业名称（1 至 ${LONGEST_TEXT} 字）`)
export const group = text('组别，如 "enterprise"')
export const uscc = shaped(/^[0-9A-Z]{18}$/, ' 18 位统一社会信用代码（数字和大写字母）')
export const industry = shaped(/^\d{2,4}$/, ' GB/T 4754—2017 行业代码，2 至 4 位数字')

export const flag: Reader<boolean> = (value) => {
  if (isUnknown(value)) return null
  return typeof value === 'boolean' ? value : refuse(value, ' true 或 false（不知道时写 null 或不写）')
}

export const day: Reader<Day> = (value) => {
  if (isUnknown(value)) return null
  return typeof value === 'string' && isDay(value) ? value : refuse(value, '存在的日期，写作 "YYYY-MM-DD"')
}

const count =
  (most: number, allowed: string): Reader<number> =>
  (value) => {
    if (isUnknown(value)) return null
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most
      ? value + 0
      : refuse(value, allowed)
  }

export const anyCount = count(Number.MAX_SAFE_INTEGER, '不小于 0 的整数')
export const year = count(9999, '四位年份（整数）')
export const digitalLevel = count(4, ' 0 至 4 的整数')
export const localPoints = count(15, ' 0 至 15 的整数')

const money =
  (allowed: string, negative: boolean): Reader<Amount> =>
  (value) => {
    if (isUnknown(value)) return null
    if (typeof value !== 'string' || value.length > LONGEST_NUMBER || (!negative && value.startsWith('-')))
      return refuse(value, allowed)
    return findMoney(value) ?? refuse(value, allowed)
  }

const MONEY = '以万元计的十进制文字，如 "312.5"：小数点前至多 12 位，后至多 6 位'
export const positive = money(`${MONEY}，不得为负`, false)
export const signed = money(`${MONEY}，可为负`, true)

const HIGHEST_PERCENT = 1_000_000_000

export const percent: Reader<number> = (value) => {
  if (isUnknown(value)) return null
  const found =
    typeof value === 'string' && value.length <= LONGEST_NUMBER && !value.startsWith('-') ? findMoney(value) : undefined
  return typeof found === 'number' && found <= HIGHEST_PERCENT
    ? found
    : refuse(value, ' 0 至 1000 的十进制文字，如 "12.5"：小数点后至多 6 位')
}

export const oneOf = <const T extends string>(choices: readonly T[]): Reader<T> => {
  const known: ReadonlySet<unknown> = new Set(choices)
  const allowed = `下列之一：${choices.join('、')}`
  return (value) => {
    if (isUnknown(value)) return null
    return known.has(value) ? (value as T) : refuse(value, allowed)
  }
}

export const authority: Reader<LocalCode> = (value) => {
  if (isUnknown(value)) return null
  return typeof value === 'string' && isLocalCode(value)
    ? value
    : refuse(value, `十九个市级主管部门代码之一：${localAuthorities.map(({ code }) => code).join('、')}`)
}

export const office: Reader<string> = (value) => {
  if (isUnknown(value)) return null
  return typeof value === 'string' && officeCodes.has(value)
    ? value
    : refuse(value, ' ISO 3166 两位字母国家（地区）代码，或 EP')
}
