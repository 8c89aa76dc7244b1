import type { FactEntry, FieldList } from './field.ts'
import { pathOf } from './path.ts'
import { NONE } from './read-field.ts'
import { credit, ignore, type Sheet, valueAt, withdrawCredit } from './sheet.ts'

type Item = Readonly<Record<string, unknown>>

const leafOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Ids of the entries that stand on a list, in the order they were put in; `raw` of an entry is its place. */
export const itemsOf = (entries: ReadonlyMap<string, FactEntry>, listPath: string): readonly string[] =>
  [...entries.values()]
    .filter(({ path, raw }) => raw !== null && path.slice(0, path.lastIndexOf('/')) === listPath)
    .sort((a, b) => Number(a.raw) - Number(b.raw) || (a.path < b.path ? -1 : 1))
    .map(({ path }) => leafOf(path))

/**
 * A list as the standards take it. Undefined, that is unknown, when nothing is listed and nothing says that there is
 * none, or while an entry lacks what it cannot be stated without: leaving that entry out would state too little.
 */
export const assembleList = (
  sheet: Sheet,
  list: FieldList,
  within: readonly string[],
  pointer: string,
): readonly Item[] | undefined => {
  const listPath = pathOf(list.path, ...within)
  const saysNone = sheet.entries.get(listPath)?.raw === NONE
  const ids = itemsOf(sheet.entries, listPath)
  if (ids.length === 0) {
    if (!saysNone) return undefined
    credit(sheet, pointer, listPath)
    return []
  }
  if (saysNone) ignore(sheet, listPath, `已选“${list.none}”，但列有 ${ids.length} 项，请核对。`)
  const items = ids.map((id, index) => assembleItem(sheet, list, [...within, id], `${pointer}/${index}`))
  if (items.every((item) => item !== undefined)) return items
  withdrawCredit(sheet, pointer)
  return undefined
}

const assembleItem = (sheet: Sheet, list: FieldList, ids: readonly string[], pointer: string): Item | undefined => {
  const item: Record<string, unknown> = {}
  let stated = true
  for (const field of list.fields) {
    const path = pathOf(field.path, ...ids)
    const name = leafOf(path)
    const value = valueAt(sheet, path)
    if (value === undefined) {
      if (!field.required) continue
      stated = false
      ignore(sheet, path, `请填写“${field.label}”；在此之前，“${list.label}”整项按未填处理。`)
    } else if (!field.formOnly) {
      item[name] = value
      credit(sheet, `${pointer}/${name}`, path)
    }
  }
  for (const nested of list.lists ?? []) {
    const name = leafOf(nested.path)
    const items = assembleList(sheet, nested, ids, `${pointer}/${name}`)
    if (items !== undefined) item[name] = items
  }
  return stated ? item : undefined
}
