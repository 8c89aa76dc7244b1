// The smallest facts that still show a disagreement: drop keys and list items while it stays.
import type { RawFacts } from './facts.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** All variants of a value with one thing less: a key, a list item, or something inside one of them. */
const variants = (value: unknown): unknown[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => [
      value.toSpliced(index, 1),
      ...variants(item).map((smaller) => value.with(index, smaller)),
    ])
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const { [key]: _, ...rest } = value
    return [rest, ...variants(inner).map((smaller) => ({ ...value, [key]: smaller }))]
  })
}

/** Shrinks facts for which `fails` holds; facts that make `fails` throw are not taken. */
export const shrink = (facts: RawFacts, fails: (facts: RawFacts) => boolean): RawFacts => {
  const stillFails = (candidate: unknown): candidate is RawFacts => {
    if (!isObject(candidate) || !('asOf' in candidate)) return false
    try {
      return fails(candidate as RawFacts)
    } catch {
      return false
    }
  }
  let smallest = facts
  for (;;) {
    const smaller = variants(smallest).find(stillFails)
    if (smaller === undefined) return smallest
    smallest = smaller as RawFacts
  }
}
