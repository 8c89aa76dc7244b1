import { addDays, addYears, type Day } from '../kernel/day.ts'

/** Years a title is valid (R13.1, 第十三条). */
export const VALID_YEARS = 3

/** The last day of three years that begin on `from`, that day counted: 2026-01-01 gives 2028-12-31 (第十三条). */
export const lastValidDay = (from: Day): Day => addDays(addYears(from, VALID_YEARS), -1)

/** Whether an interval as a published list states it is exactly the three years of 第十三条. */
export const isThreeYears = (from: Day, to: Day): boolean => to === lastValidDay(from)
