import { compareFractions, type Fraction } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale } from '../definition.ts'
import type { Builder } from './builder.ts'
import { MANY, type NodeId, PlanRefusal, type Reached } from './plan.ts'
import type { MetricPlans } from './plan-metrics.ts'

const notAbove = (a: Fraction, b: Fraction): boolean => compareFractions(a, b) <= 0

/**
 * Ends that a band has to be tested for. Bands cover everything and the first that holds a value takes it, so an end
 * beyond which there are only earlier bands decides nothing.
 */
const endsToTest = (bands: readonly BandDefinition[], at: number) => {
  const { from, to } = bands[at] as BandDefinition
  const later = bands.slice(at + 1)
  return {
    from: from !== null && later.some((one) => one.to !== null && notAbove(one.to.written, from.written)) ? from : null,
    to: to !== null && later.some((one) => one.from !== null && notAbove(to.written, one.from.written)) ? to : null,
  }
}

/** Bands of a number: which is reached at best so far, from the best one down. */
const numberBands = ({ metric, bands }: BandScale, builder: Builder, metrics: MetricPlans): readonly NodeId[] => {
  const ends = bands.slice(0, -1).map((_band, at) => endsToTest(bands, at))
  const holds = ends.map(({ from, to }) =>
    builder.and([
      ...(from ? [metrics.compare(metric, 'at-least', from.lifted).certain] : []),
      ...(to ? [metrics.compare(metric, 'at-most', to.lifted).certain] : []),
    ]),
  )
  const isNested =
    ends.every(({ from, to }, at) => {
      const before = ends[at - 1]
      return to === null && from !== null && (!before?.from || notAbove(from.written, before.from.written))
    }) ||
    ends.every(({ from, to }, at) => {
      const before = ends[at - 1]
      return from === null && to !== null && (!before?.to || notAbove(before.to.written, to.written))
    })
  return isNested ? holds : holds.map((_hold, at) => builder.or(holds.slice(0, at + 1)))
}

const wholeFrom = ({ numerator, denominator }: Fraction): number => Math.ceil(numerator / denominator)
const wholeTo = ({ numerator, denominator }: Fraction): number => Math.floor(numerator / denominator)

interface Range {
  readonly first: number
  readonly last: number | null
}

/** The whole numbers of each band, as ranges: an edge shared by two bands belongs to the earlier. */
const rangesOf = (bands: readonly BandDefinition[]): readonly (readonly Range[])[] => {
  const cuts = new Set([0])
  for (const { from, to } of bands) {
    if (from) cuts.add(wholeFrom(from.lifted))
    if (to) cuts.add(wholeTo(to.lifted) + 1)
    if (from) cuts.add(wholeTo(from.lifted) + 1)
    if (to) cuts.add(wholeFrom(to.lifted))
  }
  const firsts = [...cuts].filter((cut) => cut >= 0).sort((a, b) => a - b)
  if ((firsts.at(-1) ?? 0) >= MANY) throw new PlanRefusal('a count with a band past 254')
  const ranges: Range[][] = bands.map(() => [])
  firsts.forEach((first, index) => {
    const value: Fraction = { numerator: first, denominator: 1 }
    const band = bands.findIndex(
      ({ from, to }) => (!from || notAbove(from.lifted, value)) && (!to || notAbove(value, to.lifted)),
    )
    const next = firsts[index + 1]
    ranges[band]?.push({ first, last: next === undefined ? null : next - 1 })
  })
  return ranges
}

/** Bands of a count: possible while some count between its ends falls into them. */
const countBands = ({ metric, bands }: BandScale, builder: Builder, metrics: MetricPlans): Reached => {
  const open = rangesOf(bands).map((ranges) =>
    builder.or(ranges.map(({ first, last }) => metrics.canBe(metric, first, last))),
  )
  const above = bands.slice(0, -1)
  return {
    kind: 'span',
    possible: above.map((_band, at) => builder.or(open.slice(0, at + 1))),
    certain: above.map((_band, at) => builder.not(builder.or(open.slice(at + 1)))),
  }
}

/** A metric against bands. */
export const planBands = (scale: BandScale, kind: string, builder: Builder, metrics: MetricPlans): Reached => {
  if (kind === 'tally') return countBands(scale, builder, metrics)
  return {
    kind: 'settled',
    certain: numberBands(scale, builder, metrics),
    unknown: metrics.unknown(scale.metric),
  }
}
