import { Refusal } from '../kernel/errors.ts'
import { sha256 } from '../kernel/sha256.ts'

/** Name of this way of drawing, kept in every record; a change of the way gets another name. */
export const DRAW_METHOD = 'tidu-draw-1'

/** A draw as put on record: with it alone anyone can draw again (docs/draw.md). */
export interface Draw {
  readonly method: typeof DRAW_METHOD
  /** The ids drawn from, sorted by character code, each once. */
  readonly list: readonly string[]
  /** Digest of the list, fixed before the seed is known. */
  readonly listDigest: string
  /** 64 lower-case hex digits. */
  readonly seed: string
  /** The drawn ids, in the order drawn. */
  readonly drawn: readonly string[]
}

const ID = /^[0-9A-Za-z-]{1,64}$/
const SEED = /^[0-9a-f]{64}$/

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The list as it is committed to: sorted, each id once. Refuses a strange or repeated id (`draw.bad-list`). */
export const drawList = (ids: readonly string[]): readonly string[] => {
  const list = [...ids].sort(byCode)
  const bad = list.find((id, index) => !ID.test(id) || id === list[index - 1])
  if (bad !== undefined || list.length === 0) throw new Refusal('draw.bad-list', { id: bad })
  return list
}

/** Digest that commits to a list: SHA-256 over its sorted ids, each followed by a line feed. */
export const listDigest = (list: readonly string[]): string =>
  sha256(
    drawList(list)
      .map((id) => `${id}\n`)
      .join(''),
  )

/** Place of an id under a seed: SHA-256 over the 64 digits of the seed followed by the id. */
export const drawKey = (seed: string, id: string): string => sha256(seed + id)

/**
 * Draws `count` of the ids: those with the lowest keys, in the order of their keys. The same list and seed give the same
 * draw everywhere. Refuses a bad list (`draw.bad-list`), seed (`draw.bad-seed`), or a count not from 1 to the length of
 * the list (`draw.bad-count`).
 */
export const draw = (ids: readonly string[], seed: string, count: number): Draw => {
  const list = drawList(ids)
  if (!SEED.test(seed)) throw new Refusal('draw.bad-seed')
  if (!Number.isInteger(count) || count < 1 || count > list.length)
    throw new Refusal('draw.bad-count', { count, of: list.length })
  const drawn = list
    .map((id) => ({ id, key: drawKey(seed, id) }))
    .sort((a, b) => byCode(a.key, b.key))
    .slice(0, count)
    .map(({ id }) => id)
  return { method: DRAW_METHOD, list, listDigest: listDigest(list), seed, drawn }
}

/** True when a record of a draw can be drawn again to the same result. */
export const isFaithful = (record: Draw): boolean => {
  if (record.method !== DRAW_METHOD) return false
  try {
    const again = draw(record.list, record.seed, record.drawn.length)
    return (
      again.listDigest === record.listDigest &&
      again.list.every((id, index) => id === record.list[index]) &&
      again.drawn.every((id, index) => id === record.drawn[index])
    )
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** How many to draw from `total` for a share in whole percent, rounded up, at least one: 10% of 31 is 4. */
export const drawCount = (total: number, percent: number): number => {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) throw new Refusal('draw.bad-count', { percent })
  return Math.max(1, Math.ceil((total * percent) / 100))
}
