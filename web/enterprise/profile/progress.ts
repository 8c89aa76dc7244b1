import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import { fiscalYears, foundedOn } from '../../../regime/profile/assemble.ts'
import { itemsOf } from '../../../regime/profile/assemble-list.ts'
import type { FactEntry, FieldList } from '../../../regime/profile/field.ts'
import { pathOf } from '../../../regime/profile/path.ts'
import { problemAt } from '../../../regime/profile/problem.ts'
import { NONE } from '../../../regime/profile/read-field.ts'
import { type Section, sections } from '../../../regime/profile/sections.ts'
import { yearlyName } from './names.ts'
import type { Relevance } from './relevance.ts'

/** A place that is not as a first application needs it. */
export interface OpenPlace {
  readonly path: string
  readonly label: string
  /** Why what was typed does not count; undefined where nothing was typed. */
  readonly problem?: string
}

export interface SectionProgress {
  readonly id: string
  readonly title: string
  readonly missing: number
  readonly invalid: number
  readonly places: readonly OpenPlace[]
}

export interface ProfileProgress {
  readonly missing: number
  readonly invalid: number
  readonly sections: readonly SectionProgress[]
}

type Entries = ReadonlyMap<string, FactEntry>

const openAt = (entries: Entries, path: string, label: string, needed: boolean): readonly OpenPlace[] => {
  const entry = entries.get(path)
  const problem = entry ? problemAt(path, entry.raw, entry.unit) : null
  if (problem !== null) return [{ path, label, problem }]
  return needed && (entry?.raw ?? '').trim() === '' ? [{ path, label }] : []
}

const openInList = (
  entries: Entries,
  list: FieldList,
  within: readonly string[],
  relevance: Relevance,
  name: string,
): readonly OpenPlace[] => {
  const path = pathOf(list.path, ...within)
  const ids = itemsOf(entries, path)
  if (ids.length === 0)
    return relevance.lists.has(list.path) && entries.get(path)?.raw !== NONE ? [{ path, label: name }] : []
  return ids.flatMap((id, index) => {
    const at = `${name}第 ${index + 1} 项`
    return [
      ...list.fields.flatMap((field) =>
        openAt(
          entries,
          pathOf(field.path, ...within, id),
          `${at}：${field.label}`,
          field.required === true || relevance.ofItems.has(field.path),
        ),
      ),
      ...(list.lists ?? []).flatMap((nested) =>
        openInList(entries, nested, [...within, id], relevance, `${at}的${nested.label}`),
      ),
    ]
  })
}

const openInSection = (entries: Entries, section: Section, relevance: Relevance, today: Day): readonly OpenPlace[] => {
  const founded = foundedOn(entries)
  const years = fiscalYears(today).filter((year) => founded === undefined || year >= yearOf(founded))
  return [
    ...section.fields.flatMap(({ path, label }) => openAt(entries, path, label, relevance.fields.has(path))),
    ...[...years]
      .reverse()
      .flatMap((year) =>
        section.yearly.flatMap((field) =>
          openAt(
            entries,
            pathOf(field.path, year),
            yearlyName(field, year),
            relevance.yearly.has(pathOf(field.path, year)),
          ),
        ),
      ),
    ...section.lists.flatMap((list) => openInList(entries, list, [], relevance, list.label)),
  ]
}

/**
 * What a first application still lacks, section by section: places it asks about that are empty, and places that cannot
 * be read. Years before the firm was founded are not asked for.
 */
export const profileProgress = (list: readonly FactEntry[], today: string, relevance: Relevance): ProfileProgress => {
  const entries: Entries = new Map(list.map((entry) => [entry.path, entry]))
  const found = sections.map((section) => {
    const places = openInSection(entries, section, relevance, today as Day)
    const invalid = places.filter(({ problem }) => problem !== undefined).length
    return { id: section.id, title: section.title, missing: places.length - invalid, invalid, places }
  })
  return {
    missing: found.reduce((sum, { missing }) => sum + missing, 0),
    invalid: found.reduce((sum, { invalid }) => sum + invalid, 0),
    sections: found,
  }
}
