// 新增股权融资总额（合格机构投资者实缴额）: an interval, from what is certain to what is possible.
import { lastDay, newYear } from './day.ts'
import { applicationYear, isKnown, itemFact, listOf, type RawFacts } from './facts.ts'
import { decimal, type Fraction, isPositive, notBelow, plus } from './fraction.ts'
import { decimalAtMost, isTrue, within } from './tests.ts'
import { all, decided, decisiveFacts, type Leaf, open, possibleValues } from './tree.ts'

/**
 * The sum over the calendar years Y−years … Y−1 reaches `least` 万元. Only qualified investors and 出让股权 ≤ 30 % count
 * (附件4). An item of which date, flag or share is unknown counts from 0 to its amount; an unknown amount
 * has no upper end. As each item is an interval, every item with something to give can tip an open sum: between the sums
 * of the others that are possible there is always one that this item carries over the line.
 */
export const equityAtLeast = (facts: RawFacts, years: number, least: string): Leaf => {
  const list = listOf(facts, 'equityFinancing')
  if (!isKnown(list)) return open([list.unknown])
  const Y = applicationYear(facts)
  let certain: Fraction = decimal('0')
  let possible: Fraction | 'without end' = decimal('0')
  const unknown: string[] = []
  for (const item of list.value) {
    const counts = all(
      within(itemFact(item, 'paidInOn'), newYear(Y - years), lastDay(Y - 1)),
      isTrue(itemFact(item, 'qualifiedInvestor')),
      decimalAtMost(itemFact<string>(item, 'dilution'), '30'),
    )
    const verdicts = possibleValues(counts)
    if (!verdicts.includes(true)) continue
    const amount = itemFact<string>(item, 'amount')
    if (!isKnown(amount)) {
      possible = 'without end'
      unknown.push(amount.unknown, ...decisiveFacts(counts))
      continue
    }
    const value = decimal(amount.value)
    if (!isPositive(value)) continue
    if (!verdicts.includes(false)) certain = plus(certain, value)
    if (possible !== 'without end') possible = plus(possible, value)
    unknown.push(...decisiveFacts(counts))
  }
  const line = decimal(least)
  if (notBelow(certain, line)) return decided(true)
  if (possible !== 'without end' && !notBelow(possible, line)) return decided(false)
  return open(unknown)
}
