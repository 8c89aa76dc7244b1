// Indicators: options with letters and points.
import { decimal, type Fraction, notAbove, notBelow, percent } from './fraction.ts'
import type { Metric } from './metric.ts'
import { decided, type Fold, type Leaf, type Node, open, possibleValues } from './tree.ts'

/** A closed interval of a numeric option; of several that contain the number, the first — the one with most points. */
export interface Band {
  readonly points: number
  readonly from?: Fraction
  readonly to?: Fraction
}

/** A band in percent, ends included. */
export const percentBand = (points: number, from?: string, to?: string): Band => ({
  points,
  ...(from === undefined ? {} : { from: percent(from) }),
  ...(to === undefined ? {} : { to: percent(to) }),
})

/** A band in 万元, ends included. */
export const amountBand = (points: number, from?: string, to?: string): Band => ({
  points,
  ...(from === undefined ? {} : { from: decimal(from) }),
  ...(to === undefined ? {} : { to: decimal(to) }),
})

const contains = (band: Band, number: Fraction): boolean =>
  (band.from === undefined || notBelow(number, band.from)) && (band.to === undefined || notAbove(number, band.to))

/** Points by the bands of one metric, listed from the most points to the least; open: every option is possible. */
export const byBands = (metric: Metric, bands: readonly Band[]): Leaf => {
  if (!('number' in metric))
    return open(
      metric.unknown,
      bands.map((band) => band.points),
    )
  const band = bands.find((one) => contains(one, metric.number))
  if (!band) throw new Error('the bands leave a gap')
  return decided(band.points)
}

/** The first option whose test is met gives the points; options from the most points to the least. */
export const firstOption = (options: readonly (readonly [points: number, test: Node])[], otherwise: number): Fold => ({
  children: options.map(([, test]) => test),
  start: -1,
  step: (state, value, index) => (state === -1 && value === true ? index : (state as number)),
  finish: (state) => (state === -1 ? otherwise : (options[state as number] as readonly [number, Node])[0]),
})

/** An indicator of a standard; `letters` maps points to the option's letter where the law letters its options. */
export interface Indicator {
  readonly id: string
  readonly node: Node
  readonly letters?: ReadonlyMap<number, string>
}

/** Letters A, B, C … for options with these points. */
export const lettered = (...points: number[]): ReadonlyMap<number, string> =>
  new Map(points.map((value, index) => [value, String.fromCharCode(65 + index)]))

/** The ends of the points still possible. */
export const ends = (node: Node): { min: number; max: number } => {
  const values = possibleValues(node) as number[]
  return { min: Math.min(...values), max: Math.max(...values) }
}

/** An indicator as the result shows it: the option only once the points are settled. */
export const shown = (indicator: Indicator) => {
  const points = ends(indicator.node)
  const option = points.min === points.max ? (indicator.letters?.get(points.min) ?? null) : null
  return { id: indicator.id, option, points }
}
