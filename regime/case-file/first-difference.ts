import { pointerTo } from '../evaluation/facts-refusal.ts'

/** The first place, in the order of the recorded value, where two JSON values differ; undefined is “not there”. */
export interface Difference {
  readonly pointer: string
  readonly recorded: unknown
  readonly computed: unknown
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

/** Compares two JSON values member by member; members that are undefined count as not there. */
export const firstDifference = (recorded: unknown, computed: unknown, pointer = ''): Difference | undefined => {
  if (recorded === computed) return undefined
  const comparable = isObject(recorded) && isObject(computed) && Array.isArray(recorded) === Array.isArray(computed)
  if (!comparable) return { pointer, recorded, computed }
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(computed)])) {
    const found = firstDifference(recorded[key], computed[key], pointerTo(pointer, key))
    if (found) return found
  }
  return undefined
}
