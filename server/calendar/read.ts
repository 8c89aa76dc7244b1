import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Calendar, loadCalendar } from '../../regime/calendar/calendar.ts'

const folder = new URL('../../standards/calendar/', import.meta.url)

/** The parsed year files of `standards/calendar/`, in the order of the years. */
export const readCalendarFiles = (): readonly unknown[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as unknown)

/** The working days the house counts with, read once at start; a faulty file stops the start with its fault. */
export const readCalendar = (): Calendar => loadCalendar(readCalendarFiles())
