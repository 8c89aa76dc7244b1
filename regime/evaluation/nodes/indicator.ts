import { type Amount, compareRatio } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale, IndicatorDefinition, OptionDefinition, Scale } from '../definition.ts'
import { judgeRule } from './judge-rule.ts'
import { type Run, readingOf } from './run.ts'

/** Points still possible of one indicator. */
export interface IndicatorReading {
  readonly min: number
  readonly max: number
  /** Distinct points still possible, ascending. */
  readonly levels: readonly number[]
  /** Positions of the bands or options still possible, per part where there are parts. */
  readonly open: readonly (readonly number[])[]
  /** The law's letter once settled. */
  readonly option: string | null
}

const ascending = (points: Iterable<number>): readonly number[] => [...new Set(points)].sort((a, b) => a - b)

const reading = (
  levels: readonly number[],
  open: readonly (readonly number[])[],
  option: string | null,
): IndicatorReading => ({
  min: levels[0] as number,
  max: levels[levels.length - 1] as number,
  levels,
  open,
  option,
})

/** The band a value falls into: the first, and so the one with the higher points, that holds it (附件4（十三）). */
const bandAt = (bands: readonly BandDefinition[], numerator: Amount, denominator: Amount): number =>
  bands.findIndex(
    ({ from, to }) =>
      (from === null || compareRatio(numerator, denominator, from.lifted) >= 0) &&
      (to === null || compareRatio(numerator, denominator, to.lifted) <= 0),
  )

const everyBand = (bands: readonly BandDefinition[]): readonly number[] => bands.map((_band, index) => index)

/** Bands still possible. A count that is open can be any whole number between its ends. */
const openBands = (run: Run, { metric, bands }: BandScale): readonly number[] => {
  const read = readingOf(run, metric)
  if (read.kind === 'number') return read.quotient ? [bandAt(bands, ...read.quotient)] : everyBand(bands)
  if (read.kind !== 'tally') return everyBand(bands)
  const { low, high } = read.tally
  if (high === null) return everyBand(bands)
  const open = new Set<number>()
  for (let count = Number(low); count <= Number(high); count++) open.add(bandAt(bands, count, 1))
  return [...open].sort((a, b) => a - b)
}

const openOptions = (run: Run, options: readonly OptionDefinition[]): readonly number[] => {
  const open: number[] = []
  for (const [index, { rule }] of options.entries()) {
    const verdict = rule === null ? 'met' : judgeRule(run, rule)
    if (verdict !== 'unmet') open.push(index)
    if (verdict === 'met') break
  }
  return open
}

/** Better of several tables, end by end: each possible combination gives its best points. */
const bestLevels = (parts: readonly (readonly number[])[]): readonly number[] => {
  let best: readonly number[] = [0]
  for (const part of parts) best = ascending(best.flatMap((points) => part.map((other) => Math.max(points, other))))
  return best
}

const readScale = (run: Run, scale: Scale): IndicatorReading => {
  switch (scale.kind) {
    case 'bands': {
      const open = openBands(run, scale)
      const only = open.length === 1 ? scale.bands[open[0] as number] : undefined
      return reading(ascending(open.map((index) => scale.bands[index]?.points ?? 0)), [open], only?.option ?? null)
    }
    case 'options': {
      const open = openOptions(run, scale.options)
      const only = open.length === 1 ? scale.options[open[0] as number] : undefined
      return reading(ascending(open.map((index) => scale.options[index]?.points ?? 0)), [open], only?.option ?? null)
    }
    case 'best-of': {
      const open = scale.parts.map((part) => openBands(run, part))
      const levels = bestLevels(open.map((part, at) => part.map((index) => scale.parts[at]?.bands[index]?.points ?? 0)))
      const settled = levels.length === 1 ? scale.parts[0]?.bands.find(({ points }) => points === levels[0]) : undefined
      return reading(levels, open, settled?.option ?? null)
    }
    case 'points': {
      const read = readingOf(run, scale.metric)
      const value = read.kind === 'number' && read.quotient ? Number(read.quotient[0]) : null
      const levels =
        value === null ? Array.from({ length: scale.cap + 1 }, (_none, points) => points) : [Math.min(value, scale.cap)]
      return reading(levels, [], null)
    }
  }
}

/** Points of an indicator: the interval over the options still possible. */
export const readIndicator = (run: Run, indicator: IndicatorDefinition): IndicatorReading =>
  readScale(run, indicator.scale)
