import { compareFractions, type Fraction, fraction } from '../../kernel/fraction.ts'
import type { Relation } from '../definition.ts'
import { findQuantity } from '../loading/read-bound.ts'
import { type Raw, rawList } from '../reading/raw.ts'
import type { Direction } from './difference.ts'

/** The direction of a change in what a firm must reach: sign > 0 asks for more. */
export const directionOf = (sign: number): Direction => (sign > 0 ? 'stricter' : sign < 0 ? 'looser' : 'neutral')

const opposite: { readonly [D in Direction]: Direction } = {
  stricter: 'looser',
  looser: 'stricter',
  neutral: 'neutral',
}

export const turned = (direction: Direction): Direction => opposite[direction]

/** A threshold with its unit, or a bare number, exactly. */
export const quantityOf = (value: unknown): Fraction | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? fraction(value) : findQuantity(value)?.value

/** Sign of after − before; undefined where either is no number. */
export const compareQuantities = (before: unknown, after: unknown): number | undefined => {
  const a = quantityOf(after)
  const b = quantityOf(before)
  return a && b ? compareFractions(a, b) : undefined
}

const floors: ReadonlySet<Relation> = new Set(['at-least', 'above'])
const open: ReadonlySet<Relation> = new Set(['above', 'below'])

/** Of a test whose relation or threshold changed. A rule never asks for the opposite of a test, so a stricter test never lets more firms pass. */
export const thresholdDirection = (
  [from, before]: readonly [Relation, unknown],
  [to, after]: readonly [Relation, unknown],
): Direction => {
  if (from === 'is' || to === 'is' || floors.has(from) !== floors.has(to)) return 'neutral'
  const sign = compareQuantities(before, after)
  if (sign === undefined) return 'neutral'
  const step = sign !== 0 ? sign : Number(open.has(to)) - Number(open.has(from))
  const asksMore = sign !== 0 && !floors.has(to) ? -step : step
  return directionOf(asksMore)
}

interface Step {
  readonly points: number
  readonly from: Fraction | undefined
  readonly to: Fraction | undefined
}

const stepsOf = (bands: unknown): readonly Step[] =>
  rawList(bands).map(({ points, from, to }: Raw) => ({
    points: Number(points),
    from: quantityOf(from),
    to: quantityOf(to),
  }))

const pointsAt = (steps: readonly Step[], value: Fraction): number =>
  Math.max(
    ...steps
      .filter(
        ({ from, to }) => (!from || compareFractions(from, value) <= 0) && (!to || compareFractions(value, to) <= 0),
      )
      .map(({ points }) => points),
  )

const middle = (a: Fraction, b: Fraction): Fraction => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator]
  return fraction(left + right, 2 * a.denominator * b.denominator)
}

/** Of a table of bands: what every value earns before and after, at each edge, between the edges and beyond them. */
export const bandsDirection = (before: unknown, after: unknown): Direction => {
  const [old, now] = [stepsOf(before), stepsOf(after)]
  const edges = [...old, ...now]
    .flatMap(({ from, to }) => [from, to])
    .filter((edge): edge is Fraction => edge !== undefined)
    .sort(compareFractions)
  const [first, last] = [edges[0], edges.at(-1)]
  if (!first || !last) return 'neutral'
  const values = [
    fraction(first.numerator - first.denominator, first.denominator),
    ...edges.flatMap((edge, index) => [edge, middle(edge, edges[index + 1] ?? edge)]),
    fraction(last.numerator + last.denominator, last.denominator),
  ]
  const signs = values.map((value) => Math.sign(pointsAt(now, value) - pointsAt(old, value)))
  const [more, fewer] = [signs.includes(1), signs.includes(-1)]
  return more === fewer ? 'neutral' : more ? 'looser' : 'stricter'
}
