import type { Standard } from '../../../regime/evaluation/standard.ts'
import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import type { Field, FieldList } from '../../../regime/profile/field.ts'
import { sections } from '../../../regime/profile/sections.ts'
import { relevantFacts } from './relevant.ts'

/** A list with the fields that matter; `rare` ones only for rights that may be of high value. */
export interface PlannedList {
  readonly list: FieldList
  readonly fields: readonly Field[]
  readonly rare: readonly Field[]
  readonly nested: readonly PlannedList[]
}

/** A row of the years' table: which years it is asked for. */
export interface PlannedRow {
  readonly field: Field
  readonly years: readonly number[]
}

export interface FormPlan {
  /** Newest first. */
  readonly years: readonly number[]
  readonly rows: readonly PlannedRow[]
  readonly fields: readonly Field[]
  readonly lists: readonly PlannedList[]
}

/** Facts that only make a right one of high value (附件4 四): asked further down, since few have them. */
const rare = new Set(['overseasFamily', 'overseasIncome', 'highValuePledge', 'awarded'])
const leaf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const planList = (list: FieldList, matters: ReadonlySet<string>): PlannedList | undefined => {
  if (![...matters].some((path) => path.startsWith(`${list.path}/{item}`))) return undefined
  const asked = list.fields.filter(({ path, required }) => required || matters.has(path))
  return {
    list,
    fields: asked.filter(({ path }) => !rare.has(leaf(path))),
    rare: asked.filter(({ path }) => rare.has(leaf(path))),
    nested: (list.lists ?? []).flatMap((each) => planList(each, matters) ?? []),
  }
}

const planned = new Map<string, FormPlan>()

/**
 * What the self-check asks in a year, taken from the profile's own fields and cut down to what the standards ask about.
 * Made once per year and edition.
 */
export const planForm = (standards: readonly Standard[], year: number): FormPlan => {
  const key = `${year} ${standards.map(({ edition }) => edition)}`
  const known = planned.get(key) ?? makePlan(standards, `${year}-12-31` as Day)
  planned.set(key, known)
  return known
}

const makePlan = (standards: readonly Standard[], asOf: Day): FormPlan => {
  const matters = relevantFacts(standards, asOf)
  const years = [1, 2, 3].map((ago) => yearOf(asOf) - ago)
  const rows = sections
    .flatMap(({ yearly }) => yearly)
    .map((field) => ({ field, years: years.filter((year) => matters.has(field.path.replace('{year}', String(year)))) }))
    .filter((row) => row.years.length > 0)
  return {
    years: years.filter((year) => rows.some((row) => row.years.includes(year))),
    rows,
    fields: sections.flatMap(({ fields }) => fields.filter(({ path }) => matters.has(path))),
    lists: sections.flatMap(({ lists }) => lists.flatMap((list) => planList(list, matters) ?? [])),
  }
}
