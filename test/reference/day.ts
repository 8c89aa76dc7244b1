/** `YYYY-MM-DD`; with four-digit years the order of days is the order of the texts. */
export type Day = string

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const fourDigits = (year: number): string => String(year).padStart(4, '0')

/** The first of January of a year. */
export const newYear = (year: number): Day => `${fourDigits(year)}-01-01`

/** The same day n years later (earlier for negative n); 29 February becomes the 28th where that year has none. */
export const addYears = (day: Day, n: number): Day => {
  const year = yearOf(day) + n
  const rest = day.slice(4)
  return rest === '-02-29' && !isLeapYear(year) ? `${fourDigits(year)}-02-28` : `${fourDigits(year)}${rest}`
}

/** How many full years lie between two days: the largest n ≥ 0 with from + n years ≤ to; 0 when `from` is later. */
export const fullYears = (from: Day, to: Day): number => {
  let years = 0
  while (addYears(from, years + 1) <= to) years += 1
  return years
}

/** The thirty-first of December of a year. */
export const lastDay = (year: number): Day => `${fourDigits(year)}-12-31`

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const dayOf = (year: number, month: number, date: number): Day =>
  `${fourDigits(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** The next day. */
export const dayAfter = (day: Day): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (date < daysInMonth(year, month)) return dayOf(year, month, date + 1)
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1)
}

/** The day before. */
export const dayBefore = (day: Day): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  if (date > 1) return dayOf(year, month, date - 1)
  return month > 1 ? dayOf(year, month - 1, daysInMonth(year, month - 1)) : lastDay(year - 1)
}
