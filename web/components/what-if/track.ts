import type { Figure } from '../../../regime/evaluation/gap/what-if.ts'

/** A slider's scale: from and to in the figure's units, and how much one step is. */
export interface Track {
  readonly from: bigint
  readonly to: bigint
  readonly step: bigint
}

const MOST_STEPS = 400n
/** 0.01 万元; a person; a hundredth of a percent or of a point. */
const finest: { readonly [M in Figure['measure']]: bigint } = { money: 10_000n, whole: 1n, decimal: 10_000n }
/** Where nothing is known and no threshold near: 1000 万元, 100 persons, 100%. */
const blank: { readonly [M in Figure['measure']]: bigint } = {
  money: 1_000_000_000n,
  whole: 100n,
  decimal: 100_000_000n,
}

const greatest = (values: readonly bigint[]): bigint => {
  let found = 0n
  for (const value of values) if (value > found) found = value
  return found
}

const stepFor = (span: bigint, least: bigint): bigint => {
  let step = least
  for (let factor = 0; span / step > MOST_STEPS; factor++) step *= factor % 3 === 1 ? 5n : factor % 3 === 0 ? 2n : 1n
  return step
}

/** A scale that holds the entered value well inside and the next thresholds on both sides. */
export const trackOf = ({ measure, value, least, most, turns }: Figure): Track => {
  const near = value === null ? turns : turns.filter((turn) => turn.value > value).slice(0, 2)
  const size = value === null ? 0n : value < 0n ? -value : value
  const wanted = greatest([size * 2n, ...near.map((turn) => (turn.value * 5n) / 4n)])
  const top = wanted > 0n ? wanted : blank[measure]
  const to = most !== null && (most < top || (measure === 'whole' && most <= 1_000n)) ? most : top
  const from = least < 0n ? -(value !== null && value < 0n ? size * 2n : to / 4n) : least
  const step = stepFor(to - from, finest[measure])
  return { from: (from / step) * step, to: ((to + step - 1n) / step) * step, step }
}

/** Where a value stands on the scale, in hundredths of a percent of its length. */
export const placeOn = ({ from, to }: Track, value: bigint): number => {
  if (to === from || value <= from) return 0
  return value >= to ? 100 : Number(((value - from) * 10_000n) / (to - from)) / 100
}

/** The step of the scale nearest below a value, from 0; the ends where it lies beyond them. */
export const stepAt = ({ from, to, step }: Track, value: bigint): number => {
  if (value <= from) return 0
  return Number(((value >= to ? to : value) - from) / step)
}
