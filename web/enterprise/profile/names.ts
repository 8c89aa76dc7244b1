import type { Field } from '../../../regime/profile/field.ts'
import { findPlace } from '../../../regime/profile/path.ts'

/** A figure of a year by its full name: 2025 年营业收入, 2025 年末资产总额. */
export const yearlyName = ({ label }: Field, year: number): string => {
  const name = label.replace('其中：', '')
  return name.startsWith('年') ? `${year} ${name}` : `${year} 年${name}`
}

/** What a place of the profile is called where it stands alone. */
export const placeName = (path: string): string => {
  const place = findPlace(path)
  switch (place?.kind) {
    case 'field':
      return place.year === undefined ? place.field.label : yearlyName(place.field, place.year)
    case 'year':
      return `${place.year} 年全部数字`
    case 'list':
      return place.list.label
    case 'item':
      return place.list.item
    default:
      return path
  }
}
