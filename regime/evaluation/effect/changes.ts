import type { StandardDefinition } from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import type { FlatResult } from '../plan/unpack.ts'
import { verdictRanks } from './matrix.ts'

/** A condition or indicator that came out otherwise for one enterprise; null where an edition does not have it. */
export type Change =
  | {
      readonly kind: 'condition'
      readonly id: string
      readonly before: Verdict | null
      readonly after: Verdict | null
    }
  | { readonly kind: 'indicator'; readonly id: string; readonly before: Points | null; readonly after: Points | null }

/** Which way a change pulls. `both` where one end of the points rose and the other fell. */
export type Direction = 'up' | 'down' | 'both'

/** Whatever both editions name, in the order of the later one, then what only the earlier one has. */
const namesOf = (before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]) => {
  const position = (list: readonly { readonly id: string }[], id: string): number | null => {
    const at = list.findIndex((one) => one.id === id)
    return at < 0 ? null : at
  }
  const ids = [...new Set([...after, ...before].map(({ id }) => id))]
  return ids.map((id) => ({ id, before: position(before, id), after: position(after, id) }))
}

/** Prepares the comparison of two editions' results: conditions and indicators of the same id are the same. */
export const comparerOf = (before: StandardDefinition, after: StandardDefinition) => {
  const conditions = namesOf(before.conditions, after.conditions)
  const indicators = namesOf(before.score?.indicators ?? [], after.score?.indicators ?? [])
  const at = <T>(list: readonly T[] | undefined, position: number | null): T | null =>
    position === null ? null : (list?.[position] ?? null)

  return (was: FlatResult, is: FlatResult): readonly Change[] => {
    const changes: Change[] = []
    for (const { id, before, after } of conditions) {
      const change = { id, before: at(was.conditions, before), after: at(is.conditions, after) }
      if (change.before !== change.after) changes.push({ kind: 'condition', ...change })
    }
    for (const { id, before, after } of indicators) {
      const change = {
        id,
        before: at(was.indicators, before)?.points ?? null,
        after: at(is.indicators, after)?.points ?? null,
      }
      if (change.before?.min !== change.after?.min || change.before?.max !== change.after?.max)
        changes.push({ kind: 'indicator', ...change })
    }
    return changes
  }
}

const NOTHING: Points = { min: 0, max: 0 }

/**
 * Which way a change pulls. A condition that only one edition has pulls by how it stands there: a new one that is met,
 * or a dropped one that was not, pulls up.
 */
export const directionOf = (change: Change): Direction => {
  if (change.kind === 'condition') {
    if (change.before === null) return change.after === 'met' ? 'up' : 'down'
    if (change.after === null) return change.before === 'met' ? 'down' : 'up'
    return verdictRanks[change.after] > verdictRanks[change.before] ? 'up' : 'down'
  }
  const [was, is] = [change.before ?? NOTHING, change.after ?? NOTHING]
  if (is.min >= was.min && is.max >= was.max) return 'up'
  return is.min <= was.min && is.max <= was.max ? 'down' : 'both'
}
