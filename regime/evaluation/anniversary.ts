import type { Day } from '../kernel/day.ts'

/**
 * A day as a number that sorts as days do (20240229). Unlike a Day it also holds anniversaries past the year 9999, so
 * that no date the facts may carry makes an evaluation fail.
 */
export type Stamp = number

const YEAR = 10_000
const LEAP_DAY = 229
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The stamp of a day. */
export const stampOf = (day: Day): Stamp => {
  // Digit by digit: dates are read more often than anything else, and a Day is known to be well formed.
  const at = (position: number): number => day.charCodeAt(position) - 0x30
  const year = at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3)
  return year * YEAR + (at(5) * 10 + at(6)) * 100 + at(8) * 10 + at(9)
}

/** The stamp of 1 January of a year. */
export const newYear = (year: number): Stamp => year * YEAR + 101

/** The corresponding day `years` later (negative: earlier); 29 February becomes the 28th in a common year. */
export const anniversary = (stamp: Stamp, years: number): Stamp => {
  const target = stamp + years * YEAR
  return stamp % YEAR === LEAP_DAY && !isLeap(Math.floor(target / YEAR)) ? target - 1 : target
}

/** For reading: 2024-02-29. */
export const readStamp = (stamp: Stamp): string => {
  const year = String(Math.floor(stamp / YEAR)).padStart(4, '0')
  const month = String(Math.floor(stamp / 100) % 100).padStart(2, '0')
  return `${year}-${month}-${String(stamp % 100).padStart(2, '0')}`
}
