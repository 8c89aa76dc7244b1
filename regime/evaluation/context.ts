import { yearOf } from '../kernel/day.ts'
import { type Stamp, stampOf } from './anniversary.ts'
import type { Facts, YearFacts } from './facts.ts'

/** One evaluation's view of the facts: the year of application Y and the fiscal years that the law looks back on. */
export interface Context {
  readonly facts: Facts
  /** Y, the year of `asOf`. */
  readonly year: number
  readonly asOf: Stamp
  /** Fiscal years Y, Y−1, Y−2, Y−3 by how far they lie back; undefined where not listed. */
  readonly back: readonly (YearFacts | undefined)[]
}

/** How far the standards look back: 上上年度's growth needs Y−3. */
export const FURTHEST_BACK = 3

/** The context of an evaluation; nothing but the facts decides it. */
export const contextOf = (facts: Facts): Context => {
  const year = yearOf(facts.asOf)
  const back: (YearFacts | undefined)[] = [undefined, undefined, undefined, undefined]
  for (const entry of facts.years ?? []) {
    const distance = year - entry.year
    if (distance >= 0 && distance <= FURTHEST_BACK) back[distance] = entry
  }
  return { facts, year, asOf: stampOf(facts.asOf), back }
}
