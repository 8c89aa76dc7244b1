import type { OptionDefinition, Rule } from '../definition.ts'
import { pathOfEntry, type Reason } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import { judgeRule } from './judge-rule.ts'
import { missingOfMetric } from './missing-of-metric.ts'
import { missingOfRule } from './missing-of-rule.ts'
import { metricOf, type Run } from './run.ts'

/** A test "at least one entry of a list", which several options of an indicator put to the same entries. */
const tallyOf = (run: Run, rule: Rule): TallyMetric | undefined => {
  if (rule.kind !== 'test' || rule.relation !== 'at-least' || rule.bound?.written.numerator !== 1) return undefined
  const metric = metricOf(run, rule.metric)
  return metric.kind === 'tally' && !metric.family.amountOf ? metric : undefined
}

/** Reasons of one entry that are still open, under one option; undefined when it cannot count there. */
const openReasons = (run: Run, metric: TallyMetric, entry: unknown): readonly Reason[] | undefined => {
  const open: Reason[] = []
  for (const reason of metric.reasons) {
    const verdict = reason.judge(entry as never, run.context)
    if (verdict === 'unmet') return undefined
    if (verdict === 'undetermined') open.push(reason)
  }
  return open
}

/**
 * Unknown facts that can decide whether the options of at least `cut` points are reached. Within one entry an option
 * that needs more than another of them decides nothing (class-I and self-developed, where class-I alone suffices).
 */
export const missingOfOptions = (run: Run, options: readonly OptionDefinition[], cut: number): readonly string[] => {
  const found: string[] = []
  const tallies = new Map<string, TallyMetric[]>()
  for (const { points, rule } of options) {
    if (points < cut || rule === null || judgeRule(run, rule) !== 'undetermined') continue
    const metric = tallyOf(run, rule)
    if (!metric) found.push(...missingOfRule(run, rule))
    else if (metric.family.read(run.context) === null)
      found.push(...missingOfMetric(run, (rule as { metric: number }).metric))
    else tallies.set(metric.family.id, [...(tallies.get(metric.family.id) ?? []), metric])
  }
  for (const metrics of tallies.values()) {
    const { family } = metrics[0] as TallyMetric
    ;(family.read(run.context) ?? []).forEach((entry, index) => {
      const ways = metrics.flatMap((metric) => {
        const open = openReasons(run, metric, entry)
        return open === undefined ? [] : [open]
      })
      const least = ways.filter(
        (way, at) =>
          !ways.some(
            (other, position) =>
              position !== at &&
              other.every(({ id }) => way.some((reason) => reason.id === id)) &&
              (other.length < way.length || position < at),
          ),
      )
      const at = pathOfEntry(family, run.context, index)
      for (const way of least)
        for (const reason of way)
          for (const key of reason.missing(entry as never, run.context)) found.push(`${at}${key}`)
    })
  }
  return found
}
