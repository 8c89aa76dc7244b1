import { addDays, type Day, dayOf, isDay, weekday, yearOf } from '../kernel/day.ts'

/** One year's arrangement of rest days and make-up workdays, as `standards/calendar/YYYY.yaml` states it. */
export interface CalendarYear {
  readonly year: number
  /** `not-loaded`: the State Council's notice is not in the file; its days are provisional. */
  readonly status: 'published' | 'not-loaded'
  /** The notice the days were taken from. */
  readonly source: { readonly title: string; readonly number: string; readonly issuedOn: Day }
  /** Rest days by notice, weekends inside them included; may begin in the last days of the year before. */
  readonly holidays: readonly { readonly name: string; readonly from: Day; readonly to: Day }[]
  /** Saturdays and Sundays on which offices work (调休上班). */
  readonly makeupWorkdays: readonly Day[]
  /** Workdays of the whole year, stated to check the lists against; absent while not loaded. */
  readonly totalWorkdays?: number
}

/** The working days of several years, ready to be asked. Build it with `loadCalendar`. */
export interface Calendar {
  readonly years: readonly CalendarYear[]
  readonly published: ReadonlySet<number>
  readonly holidayNames: ReadonlyMap<Day, string>
  readonly makeupWorkdays: ReadonlySet<Day>
}

/** Whether offices work on a day, and why; `provisional` where the year's notice is not loaded. */
export interface DayKind {
  readonly workday: boolean
  /** In words, e.g. 国庆节 · 周六 · 调休上班 · 工作日. */
  readonly name: string
  readonly provisional: boolean
}

/** What offices do on a day. In a year whose notice is not loaded: Monday to Friday, less the days fixed by statute. */
export const dayKind = (calendar: Calendar, day: Day): DayKind => {
  const provisional = !calendar.published.has(yearOf(day))
  if (calendar.makeupWorkdays.has(day)) return { workday: true, name: '调休上班', provisional }
  const holiday = calendar.holidayNames.get(day)
  if (holiday !== undefined) return { workday: false, name: holiday, provisional }
  const number = weekday(day)
  if (number >= 6) return { workday: false, name: number === 6 ? '周六' : '周日', provisional }
  return { workday: true, name: '工作日', provisional }
}

/** True when offices work on that day. Ask `dayKind` where it matters whether the year's notice is loaded. */
export const isWorkday = (calendar: Calendar, day: Day): boolean => dayKind(calendar, day).workday

/**
 * Makes a calendar of the parsed year files. Throws an Error that names the file's year and the fault: a day that does
 * not exist or lies in another year, overlaps, a make-up workday that is no weekend day or also a holiday, a total of
 * workdays that differs from the lists, a year given twice.
 */
export const loadCalendar = (documents: readonly unknown[]): Calendar => {
  const years = documents.map(readYear).sort((a, b) => a.year - b.year)
  const holidayNames = new Map<Day, string>()
  const makeupWorkdays = new Set<Day>()
  const published = new Set<number>()
  for (const { year, status, holidays, makeupWorkdays: makeup } of years) {
    if (years.filter((other) => other.year === year).length > 1) fault(year, 'given twice')
    if (status === 'published') published.add(year)
    for (const { name, from, to } of holidays) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        if (holidayNames.has(day)) fault(year, `${day} stands in two holidays`)
        holidayNames.set(day, name)
      }
    }
    for (const day of makeup) makeupWorkdays.add(day)
  }
  const calendar: Calendar = { years, published, holidayNames, makeupWorkdays }
  for (const year of years) check(calendar, year)
  return calendar
}

const check = (calendar: Calendar, { year, makeupWorkdays, totalWorkdays }: CalendarYear): void => {
  for (const day of makeupWorkdays) {
    if (weekday(day) < 6) fault(year, `make-up workday ${day} is not a Saturday or Sunday`)
    if (calendar.holidayNames.has(day)) fault(year, `make-up workday ${day} is also a holiday`)
  }
  if (totalWorkdays === undefined) return
  let counted = 0
  for (let day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) counted += 1
  }
  if (counted !== totalWorkdays) fault(year, `${counted} workdays by the lists, ${totalWorkdays} stated`)
}

const fault = (year: number | string, what: string): never => {
  throw new Error(`calendar ${year}: ${what}`)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readYear = (document: unknown): CalendarYear => {
  if (!isRecord(document)) return fault('?', 'not a mapping')
  const { year, status, source, holidays, makeupWorkdays, totalWorkdays } = document
  if (typeof year !== 'number' || !Number.isInteger(year)) return fault('?', 'no year')
  if (status !== 'published' && status !== 'not-loaded') return fault(year, 'status is published or not-loaded')
  if (!isRecord(source)) return fault(year, 'no source')
  if (!Array.isArray(holidays) || !Array.isArray(makeupWorkdays))
    return fault(year, 'holidays or makeupWorkdays missing')
  if (status === 'published' ? typeof totalWorkdays !== 'number' : totalWorkdays !== undefined)
    return fault(year, 'totalWorkdays belongs to a published year, and only there')
  return {
    year,
    status,
    source: {
      title: text(year, source.title),
      number: text(year, source.number),
      issuedOn: anyDay(year, source.issuedOn),
    },
    holidays: holidays.map((entry) => readHoliday(year, entry)),
    makeupWorkdays: makeupWorkdays.map((entry) => ownDay(year, entry)),
    ...(typeof totalWorkdays === 'number' ? { totalWorkdays } : {}),
  }
}

const readHoliday = (year: number, entry: unknown): CalendarYear['holidays'][number] => {
  if (!isRecord(entry)) return fault(year, 'a holiday is { name, from, to }')
  const from = ownDay(year, entry.from)
  const to = ownDay(year, entry.to)
  if (to < from) return fault(year, `a holiday ends before it begins: ${from}`)
  return { name: text(year, entry.name), from, to }
}

const text = (year: number, value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : fault(year, 'a text is missing')

const anyDay = (year: number, value: unknown): Day =>
  typeof value === 'string' && isDay(value) ? value : fault(year, `not a day: ${String(value)}`)

/** A day the year's notice may speak about: its own, or in December before it (元旦 with its weekend). */
const ownDay = (year: number, value: unknown): Day => {
  const day = anyDay(year, value)
  return yearOf(day) === year || day.startsWith(`${year - 1}-12-`) ? day : fault(year, `${day} is of another year`)
}
