import { findPlace, type Place, pathOf } from '../../../regime/profile/path.ts'
import { itemIds, type Sheet } from './sheet.ts'

/** Where in the form a fact is entered, and its name in words. */
export interface Where {
  /** Path in the profile: the id of the control. */
  readonly path: string
  readonly label: string
}

/** The place of the form for a fact's path, whose list entries are numbered; undefined for facts the form has no place for. */
export const whereIs = (sheet: Sheet, factPath: string): Where | undefined => {
  const parts = factPath.split('/').slice(1)
  const path: string[] = ['']
  const words: string[] = []
  for (const part of parts) {
    const listPath = path.join('/')
    const list = /^\d{1,3}$/.test(part) ? findPlace(listPath) : undefined
    const id = list?.kind === 'list' ? itemIds(sheet, listPath)[Number(part)] : undefined
    if (list?.kind === 'list' && id !== undefined) words.push(`${list.list.item}第 ${Number(part) + 1} 项`)
    path.push(id ?? part)
  }
  const at = path.join('/')
  const place = findPlace(at)
  return place && { path: at, label: [...words, placeLabel(place)].join('：') }
}

const placeLabel = (place: Place): string => {
  if (place.kind === 'field')
    return place.year === undefined ? place.field.label : `${place.year} 年${place.field.label.replace('其中：', '')}`
  if (place.kind === 'year') return `${place.year} 年数据`
  return place.kind === 'list' ? place.list.label : place.list.item
}

/** The path of a list's entry in the form. */
export const itemPath = (listTemplate: string, ids: readonly string[]): string =>
  `${pathOf(listTemplate, ...ids.slice(0, -1))}/${ids.at(-1)}`
