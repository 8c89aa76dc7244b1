import type { Field, FieldList } from './field.ts'
import { allFields, allLists } from './sections.ts'

/** What a path of the profile addresses. */
export type Place =
  | { readonly kind: 'field'; readonly field: Field; readonly year?: number; readonly items: readonly string[] }
  /** A list as such: says that there is none. */
  | { readonly kind: 'list'; readonly list: FieldList; readonly items: readonly string[] }
  /** An entry of a list: says that it exists, and at which place. */
  | { readonly kind: 'item'; readonly list: FieldList; readonly items: readonly string[] }
  /** A year as a whole: carries the source and evidence that its figures share. */
  | { readonly kind: 'year'; readonly year: number; readonly items: readonly [] }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const YEAR = /^(19|20)\d\d$/

const fieldsByTemplate: ReadonlyMap<string, Field> = new Map(allFields.map((field) => [field.path, field]))
const listsByTemplate: ReadonlyMap<string, FieldList> = new Map(allLists.map((list) => [list.path, list]))

/** Where a path of the profile leads, or undefined when there is no such place. */
export const findPlace = (path: string): Place | undefined => {
  if (path.includes('{')) return undefined
  const items: string[] = []
  let year: number | undefined
  const parts = path.split('/').map((part, index) => {
    if (UUID.test(part)) {
      items.push(part)
      return '{item}'
    }
    if (index === 2 && YEAR.test(part)) {
      year = Number(part)
      return '{year}'
    }
    return part
  })
  const template = parts.join('/')
  const field = fieldsByTemplate.get(template)
  if (field) return { kind: 'field', field, items, ...(year !== undefined && { year }) }
  if (template === '/years/{year}' && year !== undefined) return { kind: 'year', year, items: [] }
  const list = listsByTemplate.get(template)
  if (list) return { kind: 'list', list, items }
  const owner = parts.at(-1) === '{item}' ? listsByTemplate.get(parts.slice(0, -1).join('/')) : undefined
  return owner && { kind: 'item', list: owner, items }
}

/** The path of a template with its year or its entries' ids filled in. */
export const pathOf = (template: string, ...parts: readonly (string | number)[]): string => {
  let next = 0
  return template.replace(/\{(year|item)\}/g, () => String(parts[next++]))
}
