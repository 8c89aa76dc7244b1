import type { ScoreRule } from '../definition.ts'
import type { Trace } from './trace.ts'

/** A step of an indicator from one possible number of points to the next that can decide a score condition. */
export interface Pivot {
  readonly indicator: number
  /** Points to be reached; the next lower possible ones do not suffice. */
  readonly cut: number
}

type Sums = ReadonlySet<number>

const NOTHING: Sums = new Set([0])

const plus = (sums: Sums, levels: readonly number[]): Sums => {
  const out = new Set<number>()
  for (const sum of sums) for (const level of levels) out.add(sum + level)
  return out
}

/**
 * Which steps of which indicators can still decide whether all of these score rules hold: for some way of settling every
 * other indicator, one more step turns the conjunction. Exact over the points still possible, dimension by dimension.
 */
export const findPivots = ({ definition, indicators }: Trace, rules: readonly ScoreRule[]): readonly Pivot[] => {
  const { score } = definition
  if (!score) return []
  let demanded = 0
  const floors = score.dimensions.map(() => 0)
  for (const { dimension, atLeast } of rules) {
    if (dimension === null) demanded = Math.max(demanded, atLeast)
    else floors[dimension] = Math.max(floors[dimension] ?? 0, atLeast)
  }
  const sumsOf = (dimension: number, without: number): Sums => {
    let sums = NOTHING
    score.indicators.forEach((indicator, position) => {
      if (indicator.dimension === dimension && position !== without)
        sums = plus(sums, indicators[position]?.standing.levels ?? [0])
    })
    return sums
  }
  const pivots: Pivot[] = []
  score.dimensions.forEach((_dimension, own) => {
    let others = NOTHING
    score.dimensions.forEach((_other, dimension) => {
      if (dimension === own) return
      const floor = floors[dimension] ?? 0
      others = plus(
        others,
        [...sumsOf(dimension, -1)].filter((sum) => sum >= floor),
      )
    })
    if (others.size === 0) return
    const floor = floors[own] ?? 0
    score.indicators.forEach((indicator, position) => {
      if (indicator.dimension !== own) return
      const levels = indicators[position]?.standing.levels ?? []
      const beside = sumsOf(own, position)
      for (let step = 1; step < levels.length; step++) {
        const lower = levels[step - 1] as number
        const upper = levels[step] as number
        const turns = [...beside].some((mine) =>
          [...others].some(
            (rest) =>
              mine + upper >= floor &&
              mine + upper + rest >= demanded &&
              !(mine + lower >= floor && mine + lower + rest >= demanded),
          ),
        )
        if (turns) pivots.push({ indicator: position, cut: upper })
      }
    })
  })
  return pivots
}
