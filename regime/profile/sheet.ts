import type { FactEntry, FactSource, Reading } from './field.ts'
import { findPlace } from './path.ts'
import { type FieldValue, readField } from './read-field.ts'

/** Something in the profile that does not count, and why. Never dropped silently. */
export interface Ignored {
  /** Path in the profile. */
  readonly path: string
  readonly raw: string
  readonly problem: string
}

/** Where a fact comes from; a figure without its own source has that of its year or its entry. */
export interface Provenance {
  /** Path in the profile. */
  readonly path: string
  readonly source: FactSource
  readonly datedOn: string | null
  readonly evidence: readonly string[]
  readonly version: number
  readonly person: string
  readonly at: string
}

/** A profile while its facts are put together: its entries, and what is noted about them. */
export interface Sheet {
  readonly entries: ReadonlyMap<string, FactEntry>
  readonly ignored: Ignored[]
  /** By path of the facts, see `assemble`. */
  readonly sources: Map<string, Provenance>
}

export const sheetOf = (entries: readonly FactEntry[]): Sheet => ({
  entries: new Map(entries.map((entry) => [entry.path, entry])),
  ignored: [],
  sources: new Map(),
})

/** What is entered at the path of a field, read; undefined when nothing is. */
export const readingAt = (entries: Sheet['entries'], path: string): Reading<FieldValue> | undefined => {
  const entry = entries.get(path)
  const place = findPlace(path)
  if (!entry || entry.raw === null || entry.raw.trim() === '' || place?.kind !== 'field') return undefined
  return readField(place.field, entry.raw, entry.unit)
}

/** The value at the path of a field; undefined when nothing is entered or it cannot be read, which is noted. */
export const valueAt = (sheet: Sheet, path: string): FieldValue | undefined => {
  const reading = readingAt(sheet.entries, path)
  if (reading === undefined) return undefined
  if ('value' in reading) return reading.value
  ignore(sheet, path, reading.problem)
  return undefined
}

/** Notes that what stands at a path does not count. */
export const ignore = (sheet: Sheet, path: string, problem: string): void => {
  sheet.ignored.push({ path, raw: sheet.entries.get(path)?.raw ?? '', problem })
}

/** Notes that the entry at a path carries the fact at a pointer. */
export const credit = (sheet: Sheet, pointer: string, path: string): void => {
  const entry = sheet.entries.get(path)
  if (!entry) return
  sheet.sources.set(pointer, {
    path,
    source: nearest(sheet, path, ({ source }) => source ?? undefined) ?? 'declared',
    datedOn: nearest(sheet, path, ({ datedOn }) => datedOn ?? undefined) ?? null,
    evidence: nearest(sheet, path, ({ evidence }) => (evidence.length > 0 ? evidence : undefined)) ?? [],
    version: entry.version,
    person: entry.person,
    at: entry.at,
  })
}

/** Takes back what was credited below a pointer. */
export const withdrawCredit = (sheet: Sheet, pointer: string): void => {
  for (const key of sheet.sources.keys()) if (key.startsWith(`${pointer}/`)) sheet.sources.delete(key)
}

/** The nearest entry upwards that has something of its own: the field, its entry of a list or its year. */
const nearest = <T>(sheet: Sheet, path: string, pick: (entry: FactEntry) => T | undefined): T | undefined => {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const entry = sheet.entries.get(at)
    const found = entry && pick(entry)
    if (found !== undefined) return found
  }
  return undefined
}
