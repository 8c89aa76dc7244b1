import type { Scale, ScoreDefinition } from '../definition.ts'

const pointsOf = (scale: Scale): readonly number[] => {
  switch (scale.kind) {
    case 'bands':
      return scale.bands.map(({ points }) => points)
    case 'options':
      return scale.options.map(({ points }) => points)
    case 'best-of':
      return scale.parts.flatMap(({ bands }) => bands.map(({ points }) => points))
    case 'points':
      return Array.from({ length: scale.cap + 1 }, (_none, points) => points)
  }
}

/** Every number of points that the indicators of a dimension, or of all (null), can add up to. */
export const possibleSums = ({ indicators }: ScoreDefinition, dimension: number | null): ReadonlySet<number> => {
  let sums: ReadonlySet<number> = new Set([0])
  for (const indicator of indicators) {
    if (dimension !== null && indicator.dimension !== dimension) continue
    const own = pointsOf(indicator.scale)
    sums = new Set([...sums].flatMap((sum) => own.map((points) => sum + points)))
  }
  return sums
}
