import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { findPlace } from '../../../regime/profile/path.ts'
import { NONE } from '../../../regime/profile/read-field.ts'

const yesNo: Readonly<Record<string, string>> = { true: '是', false: '否' }
const units = { yuan: '元', wan: '万元' } as const

/** What stands at a place, in words: choices by name, amounts with their unit. */
export const contentText = (
  path: string,
  { raw, unit }: { readonly raw: string | null; readonly unit: MoneyUnit | null },
): string => {
  const place = findPlace(path)
  if (place?.kind === 'item') return raw === null ? '（已移除）' : '（保留）'
  if (place?.kind === 'year') return '（来源与佐证）'
  if (raw === null || raw === '') return '（未填）'
  if (place?.kind === 'list') return raw === NONE ? place.list.none : raw
  if (place?.kind !== 'field') return raw
  if (raw === NONE) return '不是受让取得'
  const named = place.field.kind === 'flag' ? yesNo[raw] : place.field.choices?.[raw]
  return named ?? (unit ? `${raw} ${units[unit]}` : raw)
}
