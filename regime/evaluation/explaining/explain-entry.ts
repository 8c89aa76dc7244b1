import type { Explanation, Verdict } from '../explanation.ts'
import { both } from '../kleene.ts'
import { missingOfEntry, pathOfEntry, type Reason } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import type { Run } from '../nodes/run.ts'

const explainReason = (run: Run, reason: Reason, entry: never, at: string): Explanation => {
  const verdict = reason.judge(entry, run.context)
  const text = reason.sentence(entry, run.context, verdict)
  const missing = verdict === 'undetermined' ? reason.missing(entry, run.context).map((key) => `${at}${key}`) : []
  return {
    kind: 'reason',
    id: reason.id,
    name: text,
    sentence: `${text}。`,
    verdict,
    ...(missing.length > 0 ? { missing } : {}),
  }
}

const textsOf = (reasons: readonly Explanation[], verdict: Verdict): string =>
  reasons
    .filter((reason) => reason.verdict === verdict)
    .map(({ name }) => name)
    .join('；')

/** Why one entry of a list counts or not, reason by reason. */
export const explainEntry = (run: Run, metric: TallyMetric, index: number): Explanation => {
  const { context } = run
  const entry = (metric.family.read(context) ?? [])[index] as never
  const at = pathOfEntry(metric.family, context, index)
  const children = metric.reasons.map((reason) => explainReason(run, reason, entry, at))
  const verdict = children.reduce<Verdict>((sum, child) => both(sum, child.verdict ?? 'met'), 'met')
  const size = metric.family.amountOf ? metric.family.amountOf(entry) : 1
  const low = verdict === 'met' && size !== null ? size : 0
  const missing = missingOfEntry(metric.family, metric.reasons, context, {
    index,
    verdict,
    low,
    high: verdict === 'unmet' ? 0 : size,
  })
  const amount = size === null && verdict !== 'unmet' ? '；金额未填' : ''
  const sentence = {
    met: `计入：${textsOf(children, 'met')}${amount}。`,
    unmet: `不计：${textsOf(children, 'unmet')}。`,
    undetermined: `尚不能确定是否计入：${textsOf(children, 'undetermined')}${amount}。`,
  }[verdict]
  return {
    kind: 'item',
    id: metric.family.entryPath ? String((entry as { readonly key?: string }).key ?? index) : String(index),
    name: metric.family.nameOf(entry, index),
    sentence,
    verdict,
    facts: [at],
    ...(missing.length > 0 ? { missing } : {}),
    children,
  }
}

/** Every entry of a list. */
export const explainEntries = (run: Run, metric: TallyMetric): readonly Explanation[] =>
  (metric.family.read(run.context) ?? []).map((_entry, index) => explainEntry(run, metric, index))
