// Reading raw facts (shape of the contract). A missing key and `null` are unknown; what is unknown is named by its path:
// keys joined by `/`, a fiscal year and a platform score by its year, a list item by its index, a list or section that
// is unknown as a whole by its own key.
import { type Day, yearOf } from './day.ts'
import { decimal, type Fraction } from './fraction.ts'

type Json = Record<string, unknown>

/** A fact that is known, or the path of what has to become known first. */
export type Fact<T> = { readonly value: T } | { readonly unknown: string }

/** One enterprise's facts; only `asOf` is required. */
export type RawFacts = { readonly asOf: string } & Json

/** An item of a list and its path. */
export interface Item {
  readonly content: Json
  readonly path: string
}

export const isKnown = <T>(fact: Fact<T>): fact is { readonly value: T } => 'value' in fact

const absent = (value: unknown): value is null | undefined => value === undefined || value === null

/** 申报日 */
export const asOf = (facts: RawFacts): Day => facts.asOf

/** Y, the year of the application. */
export const applicationYear = (facts: RawFacts): number => yearOf(facts.asOf)

/** The value at a path of keys; where a section on the way is unknown, the section. */
export const fact = <T>(facts: RawFacts, ...keys: string[]): Fact<T> => {
  let here: unknown = facts
  let path = ''
  for (const key of keys) {
    here = (here as Json)[key]
    path += `/${key}`
    if (absent(here)) return { unknown: path }
  }
  return { value: here as T }
}

/** A key of a list item. */
export const itemFact = <T>(item: Item, key: string): Fact<T> => {
  const value = item.content[key]
  return absent(value) ? { unknown: `${item.path}/${key}` } : { value: value as T }
}

/** The items of a list; unknown if the list (or the section it stands in) is. */
export const items = (list: Fact<Json[]>, path: string): Fact<Item[]> =>
  isKnown(list)
    ? { value: list.value.map((content, index) => ({ content, path: `${path}/${index}` })) }
    : { unknown: list.unknown }

/** The items of a list at a path of keys. */
export const listOf = (facts: RawFacts, ...keys: string[]): Fact<Item[]> =>
  items(fact<Json[]>(facts, ...keys), `/${keys.join('/')}`)

/** A number of a fiscal year: 万元 for amounts, a plain count for people. A year not listed counts as listed and empty. */
export const ofYear = (facts: RawFacts, year: number, key: string): Fact<Fraction> => {
  const years = fact<Json[]>(facts, 'years')
  if (!isKnown(years)) return years
  const value = years.value.find((one) => one.year === year)?.[key]
  return absent(value) ? { unknown: `/years/${year}/${key}` } : { value: decimal(String(value)) }
}

/** 专精特新发展评价得分 of a year. */
export const platformScore = (facts: RawFacts, year: number): Fact<Fraction> => {
  const scores = fact<Json[]>(facts, 'platformScores')
  if (!isKnown(scores)) return scores
  const score = scores.value.find((one) => one.year === year)?.score
  return absent(score) ? { unknown: `/platformScores/${year}` } : { value: decimal(String(score)) }
}
