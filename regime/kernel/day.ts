import { Refusal } from './errors.ts'

declare const dayBrand: unique symbol

/** A day of the law: a date that exists, written `YYYY-MM-DD`, years 0001–9999, read in Asia/Shanghai. Sorts as text. */
export type Day = string & { readonly [dayBrand]: true }

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/
const SHANGHAI_MINUTES = 8 * 60
const DAY_MINUTES = 24 * 60
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const ZERO = 0x30
const HYPHEN = 0x2d

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Number of days in a month, 1–12, of the Gregorian calendar. */
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)

const exists = (year: number, month: number, date: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)

const split = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The number that two decimal digits write; NaN when one of them is none. */
const twoDigits = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** True when the text is an existing date written exactly `YYYY-MM-DD`. Every date of every firm is asked. */
export const isDay = (text: string): text is Day =>
  text.length === 10 &&
  text.charCodeAt(4) === HYPHEN &&
  text.charCodeAt(7) === HYPHEN &&
  exists(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8))

/** The day a text names; refuses (`day.invalid`) another writing and dates that do not exist, like 2026-02-29. */
export const parseDay = (text: string): Day => {
  if (!isDay(text)) throw new Refusal('day.invalid', { value: text })
  return text
}

/** The day of a year, month 1–12 and day of the month; refuses (`day.invalid`) one that does not exist. */
export const dayOf = (year: number, month: number, date: number): Day =>
  parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)

/** The calendar year, 1–9999. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

// Days are counted in years that begin on 1 March, so that the leap day is the last of its year.
const YEAR_400 = 146097

const toNumber = (day: Day): number => {
  const [year, month, date] = split(day)
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear
}

const fromNumber = (count: number): Day => {
  const era = Math.floor(count / YEAR_400)
  const dayOfEra = count - era * YEAR_400
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  if (!exists(year, month, date)) throw new RangeError(`day outside years 0001–9999: ${count}`)
  return dayOf(year, month, date)
}

/** The day `days` later (negative: earlier). A RangeError outside years 0001–9999. */
export const addDays = (day: Day, days: number): Day => {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
  return days === 0 ? day : fromNumber(toNumber(day) + days)
}

/** The corresponding day `months` later; a month without it ends on its last day (民法典第二百零二条). */
export const addMonthsClamp = (day: Day, months: number): Day => {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a whole number of months: ${months}`)
  const [year, month, date] = split(day)
  const count = year * 12 + (month - 1) + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = count - targetYear * 12 + 1
  if (targetYear < 1 || targetYear > 9999)
    throw new RangeError(`day outside years 0001–9999: ${day} + ${months} months`)
  return dayOf(targetYear, targetMonth, Math.min(date, lengthOfMonth(targetYear, targetMonth)))
}

/** The corresponding day `years` later; 29 February becomes the 28th in a common year. */
export const addYears = (day: Day, years: number): Day => addMonthsClamp(day, years * 12)

/** Whole days from one day to another: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** For sorting: negative when `a` is earlier, 0 when equal, positive when later. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

/** Day of the week, 1 (周一) to 7 (周日). */
export const weekday = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  (((toNumber(day) + 2) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * The day on which an instant falls in Asia/Shanghai (UTC+8; no summer time since 1991, and no instant of the system is
 * older). Takes an ISO 8601 instant with `Z` or an offset; a RangeError for anything else.
 */
export const dayInShanghai = (instantIso: string): Day => {
  const parts = INSTANT.exec(instantIso)
  const date = parts?.[1]
  if (!parts || !date || !isDay(date)) throw new RangeError(`not an ISO instant: ${instantIso}`)
  const offset = parts[4] === 'Z' ? 0 : (parts[5] === '-' ? -1 : 1) * (Number(parts[6]) * 60 + Number(parts[7]))
  const minutes = Number(parts[2]) * 60 + Number(parts[3]) - offset + SHANGHAI_MINUTES
  return addDays(date, Math.floor(minutes / DAY_MINUTES))
}

/** The last instant of a day in Asia/Shanghai, to which a period runs (民法典第二百零三条: 二十四时). */
export const endOfDay = (day: Day): string => `${day}T23:59:59.999+08:00`
