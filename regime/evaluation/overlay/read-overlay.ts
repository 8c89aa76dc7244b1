import { entries, hasKey, members, type Place, readDay, readText, refuseAt } from '../loading/document.ts'

/** A notice's own conditions upon standards, as its YAML says them; the conditions themselves are read with the standard. */
export interface Overlay {
  readonly id: string
  readonly title: string
  /** Ids of the standards it may be put upon. */
  readonly of: readonly string[]
  /** 文号 of the notice. */
  readonly document: string
  readonly inForce: { readonly from: string; readonly to: string | null }
  readonly add: readonly ({ readonly id: string } & { readonly [key: string]: unknown })[]
  readonly waive: readonly Waiver[]
}

/** A condition of the standard, or its tests of one metric, not required of whom `when` holds for. */
export interface Waiver {
  readonly condition: string
  readonly metric?: string
  readonly when: unknown
}

const KEYS = ['id', 'title', 'of', 'document', 'in-force', 'add', 'waive', 'note', 'uncertain'] as const
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/

/** True of a document that is an overlay and no standard. */
export const isOverlay = (document: unknown): boolean => hasKey({ value: document, path: [] }, 'of')

/** Reads an overlay's YAML document; throws a StandardRefusal with the place and a sentence. */
export const readOverlay = (document: unknown): Overlay => {
  const given = members({ value: document, path: [] }, KEYS, ['id', 'title', 'of', 'document', 'in-force'])
  const id = readText(given.id)
  if (!ID.test(id)) refuseAt(given.id.path, '应写作 文件/附加条件，如 miit-2025-190/little-giant')
  if (!given.add && !given.waive) refuseAt([], 'add 与 waive 至少写一项')
  const interval = members(given['in-force'], ['from', 'to'], ['from'])
  const from = readDay(interval.from)
  const to = interval.to ? readDay(interval.to) : null
  if (to !== null && to < from) refuseAt(given['in-force'].path, '施行的终止日早于起始日')
  return {
    id,
    title: readText(given.title),
    of: entries(given.of).map(readText),
    document: readText(given.document),
    inForce: { from, to },
    add: given.add ? entries(given.add).map(readAdded) : [],
    waive: given.waive ? entries(given.waive).map(readWaiver) : [],
  }
}

const readAdded = (place: Place): Overlay['add'][number] => {
  if (!hasKey(place, 'id') || !hasKey(place, 'cite')) refuseAt(place.path, '每一项附加条件写明 id、name、cite')
  const { value } = place as { readonly value: { readonly [key: string]: unknown } }
  return { ...value, id: readText({ value: value.id, path: [...place.path, 'id'] }) }
}

const readWaiver = (place: Place): Waiver => {
  const { condition, metric, when } = members(place, ['condition', 'metric', 'when', 'note'], ['condition', 'when'])
  return {
    condition: readText(condition),
    ...(metric ? { metric: readText(metric) } : {}),
    when: when.value,
  }
}
