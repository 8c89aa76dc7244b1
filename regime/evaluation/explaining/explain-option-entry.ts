import type { OptionDefinition } from '../definition.ts'
import type { Explanation, Verdict } from '../explanation.ts'
import { both } from '../kleene.ts'
import { pathOfEntry, type Reason } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import type { Run } from '../nodes/run.ts'

interface Way {
  readonly option: OptionDefinition
  readonly metric: TallyMetric
}

/**
 * Why one entry (a right, an institution) counts under the options of an indicator, and under which: the best option it
 * meets or may meet. Reasons that several options share are told once.
 */
export const explainOptionEntry = (run: Run, ways: readonly Way[], index: number): Explanation => {
  const { family } = (ways[0] as Way).metric
  const { context } = run
  const entry = (family.read(context) ?? [])[index] as never
  const at = pathOfEntry(family, context, index)
  const judged = new Map<string, Verdict>()
  const judge = (reason: Reason): Verdict => {
    const known = judged.get(reason.id) ?? reason.judge(entry, context)
    judged.set(reason.id, known)
    return known
  }
  const verdictOf = ({ metric }: Way): Verdict =>
    metric.reasons.reduce<Verdict>((sum, reason) => both(sum, judge(reason)), 'met')
  const met = ways.find((way) => verdictOf(way) === 'met')
  const open = ways.find((way) => verdictOf(way) === 'undetermined')
  // A right outside a class needs no reasons of that class; without any class left its own class is told.
  const belonging = ways.filter(({ metric }) => metric.reasons[0] !== undefined && judge(metric.reasons[0]) !== 'unmet')
  const reasons = new Map<string, Reason>()
  for (const { metric } of belonging.length > 0 ? belonging : ways)
    for (const reason of metric.reasons) reasons.set(reason.id, reason)
  const children = [...reasons.values()].map((reason): Explanation => {
    const verdict = judge(reason)
    const text = reason.sentence(entry, context, verdict)
    const missing = verdict === 'undetermined' ? reason.missing(entry, context).map((key) => `${at}${key}`) : []
    return {
      kind: 'reason',
      id: reason.id,
      name: text,
      sentence: `${text}。`,
      verdict,
      ...(missing.length > 0 ? { missing } : {}),
    }
  })
  const texts = (verdict: Verdict): string =>
    children
      .filter((child) => child.verdict === verdict)
      .map(({ name }) => name)
      .join('；')
  const maybe = open && (!met || open.option.points > met.option.points) ? open : undefined
  const sentence = [
    met ? `计入“${met.option.label}”一档：${texts('met')}。` : '',
    maybe ? `能否计入“${maybe.option.label}”一档尚不能确定：${texts('undetermined')}。` : '',
    !met && !maybe ? `不计：${texts('unmet')}。` : '',
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
