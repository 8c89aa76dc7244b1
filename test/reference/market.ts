// 从事特定细分市场年限: full years from `marketEnteredOn` to 1 January Y (the end of 31 December Y−1).
import { fullYears, newYear } from './day.ts'
import { applicationYear, fact, isKnown, type RawFacts } from './facts.ts'
import { when } from './tests.ts'
import { decided, type Leaf, open } from './tree.ts'

const yearsUntil = (facts: RawFacts, entered: string): number => fullYears(entered, newYear(applicationYear(facts)))

/** At least so many years. */
export const marketYearsAtLeast = (facts: RawFacts, least: number): Leaf =>
  when(fact<string>(facts, 'enterprise', 'marketEnteredOn'), (entered) => yearsUntil(facts, entered) >= least)

/** S3: 每满 2 年 1 分，封顶 5. */
export const marketYearPoints = (facts: RawFacts): Leaf => {
  const entered = fact<string>(facts, 'enterprise', 'marketEnteredOn')
  if (!isKnown(entered)) return open([entered.unknown], [0, 1, 2, 3, 4, 5])
  return decided(Math.min(5, Math.floor(yearsUntil(facts, entered.value) / 2)))
}
