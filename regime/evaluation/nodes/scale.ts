import { type Amount, compareRatio } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale } from '../definition.ts'
import type { Reading } from './reading.ts'
import { pointsStandings, type Standing, type Standings, standingsOf } from './standing.ts'

/** The band a value falls into: the first, and so the one with the higher points, that holds it (附件4（十三）). */
export const bandAt = (bands: readonly BandDefinition[], numerator: Amount, denominator: Amount): number =>
  bands.findIndex(
    ({ from, to }) =>
      (from === null || compareRatio(numerator, denominator, from.lifted) >= 0) &&
      (to === null || compareRatio(numerator, denominator, to.lifted) <= 0),
  )

/** Bands that a count between its ends may fall into: it can be any whole number of them. */
export const standOfCount = (bands: readonly BandDefinition[], low: Amount, high: Amount | null): Standing => {
  const standings = standingsOf(bands)
  if (high === null) return standings.every
  let open = 0
  for (let count = Number(low); count <= Number(high); count++) open |= 1 << bandAt(bands, count, 1)
  return standings.of(open)
}

/** Where a reading stands among bands; anything unknown or without value leaves every band open. */
export const standOfBands = ({ bands }: Pick<BandScale, 'bands'>, reading: Reading): Standing => {
  if (reading.kind === 'tally') return standOfCount(bands, reading.low, reading.high)
  const standings: Standings = standingsOf(bands)
  if (reading.kind !== 'number' || !reading.quotient) return standings.every
  return standings.settled[bandAt(bands, ...reading.quotient)] as Standing
}

/** Points that somebody decided, up to the cap. */
export const standOfPoints = (cap: number, reading: Reading): Standing => {
  const { settled, every } = pointsStandings(cap)
  if (reading.kind !== 'number' || !reading.quotient) return every
  return settled[Math.min(Number(reading.quotient[0]), cap)] as Standing
}
