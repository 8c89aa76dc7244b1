import { isDay } from '../../../regime/kernel/day.ts'
import type { Sheet } from './sheet.ts'

const key = 'tidu.self-check.1'

const isTexts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((raw) => typeof raw === 'string')

const isSheet = (value: unknown): value is Sheet => {
  if (typeof value !== 'object' || value === null) return false
  const { asOf, unit, entries, beyond } = value as Partial<Record<keyof Sheet, unknown>>
  return (
    typeof asOf === 'string' &&
    isDay(asOf) &&
    (unit === 'wan' || unit === 'yuan') &&
    isTexts(entries) &&
    (beyond === undefined || isTexts(beyond))
  )
}

/** What this browser kept; undefined when nothing, when it cannot be read, or when storage is closed to the page. */
export const storedSheet = (): Sheet | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isSheet(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Keeps the sheet in this browser; false where the browser does not allow it. */
export const storeSheet = (sheet: Sheet): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify(sheet))
    return true
  } catch {
    return false
  }
}
