/** A tiny seeded source of choices (mulberry32): same seed, same choices, on every machine. */
export interface Random {
  /** A whole number in [0, below). */
  below(limit: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of the values. */
  pick<T>(values: readonly T[]): T
}

/** Choices from a seed (any whole number). */
export const randomFrom = (seed: number): Random => {
  let state = (seed ^ 0x9e3779b9) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: <T>(values: readonly T[]): T => {
      if (values.length === 0) throw new Error('nothing to pick from')
      return values[below(values.length)] as T
    },
  }
}
