import { addDays, addMonthsClamp, type Day, daysBetween, yearOf } from '../kernel/day.ts'
import { type Calendar, dayKind } from './calendar.ts'

/** A day computed from the calendar. `provisional`: it rests on a year whose notice is not loaded, `because` says which. */
export interface Deadline {
  readonly day: Day
  readonly provisional: boolean
  readonly because?: string
}

/** How a period counts its days: 工作日 or 自然日. */
export type PeriodBasis = 'workday' | 'calendar'

/** A period of days; `includeStart`: the first day counts as one of them (as a public notice's does). */
export interface DayPeriod {
  readonly start: Day
  /** At least 1. */
  readonly days: number
  readonly basis: PeriodBasis
  readonly includeStart: boolean
}

/** Ten years and a bit: nothing in the law runs longer by days, and nobody may make a server count further. */
const LONGEST = 3660

const deadline = (day: Day, unpublished: ReadonlySet<number>): Deadline =>
  unpublished.size === 0
    ? { day, provisional: false }
    : {
        day,
        provisional: true,
        because: `${[...unpublished].join('、')}年放假安排尚未载入，暂按周一至周五为工作日推算，载入国务院办公厅通知后可能变动。`,
      }

const checkLength = (days: number): void => {
  if (!Number.isSafeInteger(days) || days < 1 || days > LONGEST)
    throw new RangeError(`a period has 1 to ${LONGEST} whole days, not ${days}`)
}

/** The `count`-th workday from `first` on, `first` itself being the first candidate. */
const nthWorkday = (calendar: Calendar, first: Day, count: number): Deadline => {
  const unpublished = new Set<number>()
  for (let day = first, left = count; ; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day)
    if (kind.provisional) unpublished.add(yearOf(day))
    if (kind.workday) left -= 1
    if (left === 0) return deadline(day, unpublished)
  }
}

/** The `days`-th workday after a day, which itself does not count (民法典第二百零一条). `days` from 1. */
export const addWorkdays = (calendar: Calendar, day: Day, days: number): Deadline => {
  checkLength(days)
  return nthWorkday(calendar, addDays(day, 1), days)
}

/** The day itself, or the next workday where it is a rest day; make-up workdays are none (民法典第二百零三条). */
export const rollForward = (calendar: Calendar, day: Day): Deadline => nthWorkday(calendar, day, 1)

/**
 * The last day of a period of days. Workdays end on a workday by themselves; calendar days end where they end — where
 * the rule lets the last day move off a rest day, pass the answer to `rollForward`.
 */
export const endOfPeriod = (calendar: Calendar, { start, days, basis, includeStart }: DayPeriod): Deadline => {
  checkLength(days)
  const first = includeStart ? start : addDays(start, 1)
  if (basis === 'calendar') return { day: addDays(first, days - 1), provisional: false }
  return nthWorkday(calendar, first, days)
}

/** The last day of a period of months: the corresponding day, moved to the next workday off a rest day (第十五条: 3 个月). */
export const endOfMonths = (calendar: Calendar, start: Day, months: number): Deadline =>
  rollForward(calendar, addMonthsClamp(start, months))

/** Number of days of a basis from one day to another, both counted; 0 when `to` is earlier. */
export const countDays = (calendar: Calendar, from: Day, to: Day, basis: PeriodBasis): number => {
  if (to < from) return 0
  checkLength(daysBetween(from, to) + 1)
  let counted = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (basis === 'calendar' || dayKind(calendar, day).workday) counted += 1
  }
  return counted
}
