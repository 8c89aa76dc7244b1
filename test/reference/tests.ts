// Single tests (leaves) over facts: flags, windows of days, and plain numbers.
import type { Day } from './day.ts'
import { type Fact, isKnown } from './facts.ts'
import { decimal, type Fraction, notAbove, notBelow } from './fraction.ts'
import { decided, type Leaf, open } from './tree.ts'

/** A test of one fact. */
export const when = <T>(fact: Fact<T>, test: (value: T) => boolean): Leaf =>
  isKnown(fact) ? decided(test(fact.value)) : open([fact.unknown])

/** The flag is known to be set. */
export const isTrue = (fact: Fact<boolean>): Leaf => when(fact, (value) => value === true)

/** The flag is known not to be set. */
export const isFalse = (fact: Fact<boolean>): Leaf => when(fact, (value) => value === false)

/** The day lies in [first, last], both included. */
export const within = (fact: Fact<Day>, first: Day, last: Day): Leaf => when(fact, (day) => first <= day && day <= last)

/** A whole number not above a limit: 排名前三. */
export const upTo = (fact: Fact<number>, most: number): Leaf => when(fact, (value) => value <= most)

/** A decimal of the facts, not below (以上, 本数 included). */
export const decimalAtLeast = (fact: Fact<string>, least: string): Leaf =>
  when(fact, (value) => notBelow(decimal(value), decimal(least)))

/** A decimal of the facts, not above (不超过, 本数 included). */
export const decimalAtMost = (fact: Fact<string>, most: string): Leaf =>
  when(fact, (value) => notAbove(decimal(value), decimal(most)))

/** A number of a year, not below. */
export const amountAtLeast = (fact: Fact<Fraction>, least: string): Leaf =>
  when(fact, (value) => notBelow(value, decimal(least)))
