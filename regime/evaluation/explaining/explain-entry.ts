import type { Context } from '../context.ts'
import type { Explanation, Verdict } from '../explanation.ts'
import type { Census } from '../lists/census.ts'
import {
  type EntryReading,
  entriesOf,
  missingOfEntry,
  pathOfEntry,
  type Reason,
  type TallyReading,
} from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'

/** The verdict a census noted for one reason on one entry. */
export const noted = ({ met, unmet }: Census, reason: number, index: number): Verdict =>
  (((unmet[index] as number) >> reason) & 1) === 1
    ? 'unmet'
    : (((met[index] as number) >> reason) & 1) === 1
      ? 'met'
      : 'undetermined'

/** One reason, as it turned out for one entry at the path `at`. */
export const explainReason = (
  context: Context,
  reason: Reason,
  entry: never,
  at: string,
  verdict: Verdict,
): Explanation => {
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
}

/** The texts of the reasons that turned out so. */
export const textsOf = (reasons: readonly Explanation[], verdict: Verdict): string =>
  reasons
    .filter((reason) => reason.verdict === verdict)
    .map(({ name }) => name)
    .join('；')

const explainEntry = (context: Context, metric: TallyMetric, census: Census, reading: EntryReading): Explanation => {
  const { index, verdict } = reading
  const { family } = metric
  const entry = census.entries[index] as never
  const at = pathOfEntry(family, context, index)
  const { reasons } = census.inquiry
  const children = metric.reasons.map((reason) =>
    explainReason(context, reason, entry, at, noted(census, reasons.indexOf(reason), index)),
  )
  const missing = missingOfEntry(family, metric.reasons, context, reading)
  const amount = family.amountOf?.(entry) === null && verdict !== 'unmet' ? '；金额未填' : ''
  const because = textsOf(children, 'met')
  const sentence = {
    met: because === '' ? `计入${amount}。` : `计入：${because}${amount}。`,
    unmet: `不计：${textsOf(children, 'unmet')}。`,
    undetermined: `尚不能确定是否计入：${textsOf(children, 'undetermined')}${amount}。`,
  }[verdict]
  return {
    kind: 'item',
    id: family.entryPath ? String((entry as { readonly key?: string }).key ?? index) : String(index),
    name: family.nameOf(entry, index),
    sentence,
    verdict,
    facts: [at],
    ...(missing.length > 0 ? { missing } : {}),
    children,
  }
}

/** Why each entry of a list counts or not, reason by reason. */
export const explainEntries = (
  context: Context,
  metric: TallyMetric,
  reading: TallyReading,
): readonly Explanation[] => {
  const { census } = reading
  if (census === null) return []
  return (entriesOf(reading) ?? []).map((entry) => explainEntry(context, metric, census, entry))
}
