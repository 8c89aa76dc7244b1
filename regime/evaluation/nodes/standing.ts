import type { BandDefinition, OptionDefinition, Scale } from '../definition.ts'

/** Where an indicator stands on its scale: which bands or options are still possible, and so which points. */
export interface Standing {
  readonly min: number
  readonly max: number
  /** Distinct points still possible, ascending. */
  readonly levels: readonly number[]
  /** Positions of the bands or options still possible, ascending; empty where the scale has none of its own. */
  readonly open: readonly number[]
  /** The law's letter once settled, null while open and where the law letters none. */
  readonly option: string | null
}

/** A scale has few standings and all enterprises share them: each is made once. Keyed by the bits of what is open. */
export interface Standings {
  readonly settled: readonly Standing[]
  readonly every: Standing
  of(open: number): Standing
}

const ascending = (points: Iterable<number>): readonly number[] => [...new Set(points)].sort((a, b) => a - b)

const standing = (levels: readonly number[], open: readonly number[], option: string | null): Standing =>
  Object.freeze({
    min: levels[0] as number,
    max: levels[levels.length - 1] as number,
    levels: Object.freeze(levels),
    open: Object.freeze(open),
    option,
  })

type Step = Pick<BandDefinition | OptionDefinition, 'points' | 'option'>

const known = new WeakMap<object, Standings>()

/** Standings of bands or options. */
export const standingsOf = (steps: readonly Step[]): Standings => {
  const found = known.get(steps)
  if (found) return found
  const byOpen = new Map<number, Standing>()
  const of = (open: number): Standing => {
    let made = byOpen.get(open)
    if (made === undefined) {
      const positions = steps.flatMap((_step, at) => ((open >> at) & 1 ? [at] : []))
      const only = positions.length === 1 ? steps[positions[0] as number] : undefined
      made = standing(ascending(positions.map((at) => steps[at]?.points ?? 0)), positions, only?.option ?? null)
      byOpen.set(open, made)
    }
    return made
  }
  const made: Standings = { settled: steps.map((_step, at) => of(1 << at)), every: of((1 << steps.length) - 1), of }
  known.set(steps, made)
  return made
}

const pointsKnown = new Map<number, Standings>()

/** Standings of points that somebody decided, 0 … cap. */
export const pointsStandings = (cap: number): Standings => {
  const found = pointsKnown.get(cap)
  if (found) return found
  const settled = Array.from({ length: cap + 1 }, (_none, points) => standing([points], [], null))
  const every = standing(
    settled.map(({ min }) => min),
    [],
    null,
  )
  const made: Standings = { settled, every, of: () => every }
  pointsKnown.set(cap, made)
  return made
}

interface Branch {
  readonly by: Map<Standing, Branch>
  standing?: Standing
}

const bestKnown = new WeakMap<object, Branch>()

/** The better of several tables, end by end: each possible combination gives its best points. */
export const bestOf = (scale: Scale & { readonly kind: 'best-of' }, standings: readonly Standing[]): Standing => {
  let branch: Branch = bestKnown.get(scale) ?? { by: new Map() }
  bestKnown.set(scale, branch)
  for (const one of standings) {
    const next: Branch = branch.by.get(one) ?? { by: new Map() }
    branch.by.set(one, next)
    branch = next
  }
  branch.standing ??= better(scale, standings)
  return branch.standing
}

const better = ({ parts }: Scale & { readonly kind: 'best-of' }, standings: readonly Standing[]): Standing => {
  let reached: readonly number[] = [0]
  for (const { levels } of standings)
    reached = ascending(reached.flatMap((points) => levels.map((other) => Math.max(points, other))))
  const settled = reached.length === 1 ? parts[0]?.bands.find(({ points }) => points === reached[0]) : undefined
  return standing(reached, [], settled?.option ?? null)
}
