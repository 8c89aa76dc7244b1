import type { Context } from '../context.ts'
import type { OptionDefinition } from '../definition.ts'
import type { Explanation } from '../explanation.ts'
import type { Census } from '../lists/census.ts'
import { entryVerdict, pathOfEntry, type Reason, type TallyReading } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import { explainReason, noted, textsOf } from './explain-entry.ts'

/** An option that counts entries of a list, with what its metric found. */
export interface Way {
  readonly option: OptionDefinition
  readonly metric: TallyMetric
  readonly reading: TallyReading
}

/** Of the reasons against an entry, those that bar it from every option; all of them where no single one does. */
const barring = (ways: readonly Way[], told: readonly Explanation[]): readonly Explanation[] => {
  const [first, ...others] = ways.map(({ metric }) => new Set(metric.reasons.map(({ id }) => id)))
  const common = told.filter(
    ({ id, verdict }) => verdict === 'unmet' && first?.has(id) && others.every((other) => other.has(id)),
  )
  return common.length > 0 ? common : told
}

/**
 * Why one entry (a right, an institution) counts under the options of an indicator, and under which: the best option it
 * meets or may meet. Reasons that several options share are told once.
 */
export const explainOptionEntry = (
  context: Context,
  ways: readonly Way[],
  census: Census,
  index: number,
): Explanation => {
  const { family } = census.inquiry
  const entry = census.entries[index] as never
  const at = pathOfEntry(family, context, index)
  const positions = new Map(census.inquiry.reasons.map((reason, position) => [reason, position]))
  const verdictOf = (reason: Reason) => noted(census, positions.get(reason) ?? 0, index)
  const met = ways.find(({ reading }) => entryVerdict(census, reading.mask, index) === 'met')
  const open = ways.find(({ reading }) => entryVerdict(census, reading.mask, index) === 'undetermined')
  // A right outside a class needs no reasons of that class; without any class left its own class is told.
  const belonging = ways.filter(
    ({
      metric: {
        reasons: [first],
      },
    }) => first !== undefined && verdictOf(first) !== 'unmet',
  )
  const reasons = new Set((belonging.length > 0 ? belonging : ways).flatMap(({ metric }) => metric.reasons))
  const children = [...reasons].map((reason) => explainReason(context, reason, entry, at, verdictOf(reason)))
  const maybe = open && (!met || open.option.points > met.option.points) ? open : undefined
  const sentence = [
    met ? `计入“${met.option.label}”一档：${textsOf(children, 'met')}。` : '',
    maybe ? `能否计入“${maybe.option.label}”一档尚不能确定：${textsOf(children, 'undetermined')}。` : '',
    !met && !maybe ? `不计：${textsOf(barring(belonging, children), 'unmet')}。` : '',
  ].join('')
  const missing = children.flatMap((child) => child.missing ?? [])
  return {
    kind: 'item',
    id: String(index),
    name: family.nameOf(entry, index),
    sentence,
    verdict: met ? 'met' : maybe ? 'undetermined' : 'unmet',
    facts: [at],
    ...(maybe && missing.length > 0 ? { missing } : {}),
    children,
  }
}
