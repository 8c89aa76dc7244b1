import { freshKey } from '../../../contract/fresh-key.ts'
import { itemsOf } from '../../../regime/profile/assemble-list.ts'
import type { FactEntry, FieldList, MoneyUnit } from '../../../regime/profile/field.ts'
import { findPlace, pathOf } from '../../../regime/profile/path.ts'
import { NONE } from '../../../regime/profile/read-field.ts'
import { inUnit } from '../../../regime/profile/read-number.ts'
import { takeApart } from '../../../regime/profile/take-apart.ts'

import { beyondOf } from './beyond.ts'

/**
 * What was typed into the self-check: a profile (regime/profile) that lives in this browser only. The day counts as
 * the day of application; `entries` maps paths of the profile to the text as typed, amounts in `unit`.
 */
export interface Sheet {
  readonly asOf: string
  readonly unit: MoneyUnit
  readonly entries: Readonly<Record<string, string>>
  /** What standards ask of a case and no profile holds: kind of application, titles, points others gave (beyond.ts). */
  readonly beyond?: Readonly<Record<string, string>>
}

export const emptySheet = (asOf: string): Sheet => ({ asOf, unit: 'wan', entries: {} })

const isMoney = (path: string): boolean => {
  const place = findPlace(path)
  return place?.kind === 'field' && (place.field.kind === 'money' || place.field.kind === 'signed-money')
}

const without = (entries: Sheet['entries'], drop: (path: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([path]) => !drop(path)))

/** Sets the text at a path; '' clears it, and the fact is unknown again. */
export const withEntry = (sheet: Sheet, path: string, raw: string): Sheet => ({
  ...sheet,
  entries: raw === '' ? without(sheet.entries, (each) => each === path) : { ...sheet.entries, [path]: raw },
})

/** Adds an entry to a list and takes back the statement that there is none. */
export const withItem = (sheet: Sheet, list: FieldList, within: readonly string[] = []): Sheet => {
  const path = pathOf(list.path, ...within)
  const last = Math.max(0, ...itemIds(sheet, path).map((id) => Number(sheet.entries[`${path}/${id}`])))
  const entries = without(sheet.entries, (each) => each === path)
  return { ...sheet, entries: { ...entries, [`${path}/${freshKey()}`]: String(last + 1) } }
}

/** Takes an entry of a list away, with everything below it. */
export const withoutItem = (sheet: Sheet, itemPath: string): Sheet => ({
  ...sheet,
  entries: without(sheet.entries, (path) => path === itemPath || path.startsWith(`${itemPath}/`)),
})

/** States that a list is empty, or takes that back: an empty list and an unknown one are different facts. */
export const withNone = (sheet: Sheet, listPath: string, none: boolean): Sheet =>
  withEntry(sheet, listPath, none ? NONE : '')

export const saysNone = (sheet: Sheet, listPath: string): boolean => sheet.entries[listPath] === NONE

/** The same amounts in the other unit, exactly. */
export const inOtherUnit = (sheet: Sheet, unit: MoneyUnit): Sheet => ({
  ...sheet,
  unit,
  entries: Object.fromEntries(
    Object.entries(sheet.entries).map(([path, raw]) => [path, isMoney(path) ? inUnit(raw, sheet.unit, unit) : raw]),
  ),
})

/** The entries as the profile's own functions take them. */
export const factEntries = ({ entries, unit }: Sheet): readonly FactEntry[] =>
  Object.entries(entries).map(([path, raw]) => ({
    path,
    raw,
    unit: isMoney(path) ? unit : null,
    source: null,
    datedOn: null,
    evidence: [],
    version: 0,
    person: '',
    at: '',
  }))

/** Ids of a list's entries in their order. */
export const itemIds = (sheet: Sheet, listPath: string): readonly string[] =>
  itemsOf(new Map(factEntries(sheet).map((entry) => [entry.path, entry])), listPath)

/** A sheet that states the facts of a document (contract: facts). The facts must have been let in by `parseFacts`. */
export const sheetFrom = <F extends { readonly asOf: string }>(facts: F): Sheet => ({
  asOf: facts.asOf,
  unit: 'wan',
  beyond: beyondOf(facts as F & Record<string, unknown>),
  entries: Object.fromEntries(
    takeApart(facts, freshKey).flatMap(({ path, raw }) => (raw === null ? [] : [[path, raw] as const])),
  ),
})
