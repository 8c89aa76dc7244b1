import { type Day, yearOf } from '../kernel/day.ts'
import { assembleList } from './assemble-list.ts'
import { assembleYears } from './assemble-years.ts'
import type { FactEntry } from './field.ts'
import { sections } from './sections.ts'
import { credit, type Ignored, type Provenance, readingAt, type Sheet, sheetOf, valueAt } from './sheet.ts'

/** What the enterprise is, by its registration and not by its profile. */
export interface Identity {
  readonly name: string
  readonly uscc: string
  readonly usccConfirmed: boolean
  readonly authority: string
}

/** For which day and kind of application the facts are put together. */
export interface Occasion {
  readonly asOf: Day
  readonly application: 'new' | 'renewal'
}

export type FactsObject = Readonly<Record<string, unknown>>

export interface Assembled {
  /** In the form every standard takes (regime/evaluation/parse-facts.ts). */
  readonly facts: FactsObject
  readonly ignored: readonly Ignored[]
  /** By path of the facts: keys joined by `/`, a fiscal year by its year, a list's entry by its index. */
  readonly sources: Readonly<Record<string, Provenance>>
  /** Of the three fiscal years before `asOf`, those before the firm was founded. */
  readonly notApplicableYears: readonly number[]
}

/** Puts a value at a path, making the objects on the way. */
const put = (facts: Record<string, unknown>, path: string, value: unknown): void => {
  const keys = path.split('/').slice(1)
  let at = facts
  for (const key of keys.slice(0, -1)) {
    at[key] ??= {}
    at = at[key] as Record<string, unknown>
  }
  at[keys.at(-1) as string] = value
}

const fillFields = (sheet: Sheet, facts: Record<string, unknown>): void => {
  for (const { fields } of sections) {
    for (const { path, formOnly } of fields) {
      const value = valueAt(sheet, path)
      if (value === undefined || formOnly) continue
      put(facts, path, value)
      credit(sheet, path, path)
    }
  }
}

const fillLists = (sheet: Sheet, facts: Record<string, unknown>): void => {
  for (const { lists } of sections) {
    for (const list of lists) {
      const items = assembleList(sheet, list, [], list.path)
      if (items !== undefined) put(facts, list.path, items)
    }
  }
}

/** The day a firm was founded as its profile says, if it can be read. */
export const foundedOn = (entries: ReadonlyMap<string, FactEntry>): Day | undefined => {
  const reading = readingAt(entries, '/about/foundedOn')
  return reading && 'value' in reading ? (reading.value as Day) : undefined
}

/** The three fiscal years before a day, oldest first: 上年度 is the last (附件4). */
export const fiscalYears = (asOf: Day): readonly [number, number, number] => {
  const year = yearOf(asOf)
  return [year - 3, year - 2, year - 1]
}

/**
 * Puts the facts of a profile together in the form every standard takes, for one occasion. What cannot be read counts
 * as unknown and is listed in `ignored`. The same profile and occasion give the same facts, here and in a browser.
 */
export const assemble = (entries: readonly FactEntry[], identity: Identity, occasion: Occasion): Assembled => {
  const sheet = sheetOf(entries)
  const founded = foundedOn(sheet.entries)
  const { name, uscc, usccConfirmed, authority } = identity
  const facts: Record<string, unknown> = {
    asOf: occasion.asOf,
    application: occasion.application,
    enterprise: { name, uscc, usccConfirmed, authority },
  }
  fillFields(sheet, facts)
  const years = assembleYears(sheet, founded)
  if (years !== undefined) facts.years = years
  fillLists(sheet, facts)
  return {
    facts,
    ignored: sheet.ignored,
    sources: Object.fromEntries(sheet.sources),
    notApplicableYears:
      founded === undefined ? [] : fiscalYears(occasion.asOf).filter((year) => year < yearOf(founded)),
  }
}
