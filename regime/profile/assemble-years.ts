import { type Day, yearOf } from '../kernel/day.ts'
import { findPlace } from './path.ts'
import { credit, ignore, type Sheet, valueAt } from './sheet.ts'

/**
 * The fiscal years of a profile as the standards take them, oldest first; undefined when no figure can be read. Figures
 * of a year before the firm was founded do not apply: they are noted and left out.
 */
export const assembleYears = (
  sheet: Sheet,
  founded: Day | undefined,
): readonly Readonly<Record<string, unknown>>[] | undefined => {
  const years = new Map<number, Record<string, unknown>>()
  for (const [path, { raw }] of sheet.entries) {
    const place = findPlace(path)
    if (place?.kind !== 'field' || place.year === undefined || raw === null || raw.trim() === '') continue
    const { year, field } = place
    if (founded !== undefined && year < yearOf(founded)) {
      ignore(sheet, path, `企业 ${yearOf(founded)} 年成立，${year} 年不适用。`)
      continue
    }
    const value = valueAt(sheet, path)
    if (value === undefined || field.formOnly) continue
    const figures = years.get(year) ?? { year }
    figures[path.slice(path.lastIndexOf('/') + 1)] = value
    years.set(year, figures)
    credit(sheet, path, path)
  }
  return years.size === 0 ? undefined : [...years.values()].sort((a, b) => Number(a.year) - Number(b.year))
}
