import type { MoneyUnit } from './field.ts'
import { findPlace } from './path.ts'
import { readField } from './read-field.ts'

/** Why what stands at a place of the profile counts as unknown, in words; null when it can be read or is empty. */
export const problemAt = (path: string, raw: string | null, unit: MoneyUnit | null): string | null => {
  const place = findPlace(path)
  if (place?.kind !== 'field' || raw === null || raw.trim() === '') return null
  const reading = readField(place.field, raw, unit)
  return 'problem' in reading ? reading.problem : null
}
