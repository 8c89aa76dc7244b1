import { findPlace } from '../../../regime/profile/path.ts'
import { sections } from '../../../regime/profile/sections.ts'
import type { Provenance } from '../../../regime/profile/sheet.ts'
import type { Relevance } from './relevance.ts'

/** Facts that a reviewer will look for papers to, and that have none. */
export interface Unproved {
  /** Where evidence is best attached: a year, an entry of a list, a field. */
  readonly path: string
  readonly label: string
  readonly section: string
}

const sectionOf = (path: string): string =>
  sections.find(
    ({ fields, lists, yearly }) =>
      fields.some((field) => field.path === path) ||
      lists.some((list) => path.startsWith(`${list.path}/`)) ||
      (yearly.length > 0 && path.startsWith('/years/')),
  )?.id ?? 'basic'

/**
 * Where evidence is still lacking, once per year, entry or field: of the facts that a first application asks about, those
 * that rest on no paper. Plain statements about the firm itself (not on a list, no incident) are checked by the office.
 */
export const unprovedFacts = (
  sources: Readonly<Record<string, Provenance>>,
  relevance: Relevance,
): readonly Unproved[] => {
  const found = new Map<string, Unproved>()
  for (const [pointer, { path, evidence }] of Object.entries(sources)) {
    const place = findPlace(path)
    if (evidence.length > 0 || place?.kind !== 'field') continue
    if (place.year !== undefined) {
      if (!relevance.yearly.has(path)) continue
      found.set(`/years/${place.year}`, {
        path: `/years/${place.year}`,
        label: `${place.year} 年的数字`,
        section: 'economy',
      })
    } else if (place.items.length > 0) {
      const [list = '', index = '0'] = pointer.split('/').slice(1)
      const item = path.slice(0, path.indexOf(place.items[0] ?? '') + 36)
      const at = sections.flatMap(({ lists }) => lists).find((each) => item.startsWith(`${each.path}/`))
      if (at && list !== 'enterprise')
        found.set(item, { path: item, label: `${at.label}第 ${Number(index) + 1} 项`, section: sectionOf(item) })
    } else if (relevance.fields.has(path) && path.startsWith('/product/'))
      found.set(path, { path, label: place.field.label, section: sectionOf(path) })
  }
  return [...found.values()]
}
