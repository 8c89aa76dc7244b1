import { type JoinRule, liftedOf, type StandardDefinition, type TestRule } from '../definition.ts'
import type { Explanation, Verdict } from '../explanation.ts'
import type { Metric } from '../metric.ts'
import { missingOfMetric } from '../nodes/missing-of-metric.ts'
import { missingOfRule } from '../nodes/missing-of-rule.ts'
import type { Reading } from '../nodes/reading.ts'
import {
  type JoinNode,
  metricAt,
  type ReferenceNode,
  type RuleNode,
  type ScoreNode,
  type TestNode,
  type Trace,
} from '../nodes/trace.ts'
import { explainEntries } from './explain-entry.ts'
import { phraseTally, tellNumber } from './explain-metric.ts'
import { relationSigns, relationWords, verdictWords } from './relation-words.ts'

/** Full citation of a place in the instrument; a place that names a document of its own (a notice's overlay) stands alone. */
export const citationOf = ({ instrument }: StandardDefinition, cite: string): string =>
  cite.includes('〔') ? cite : `${instrument} ${cite}`

/** A name in quotation marks; its own become single ones. */
export const quote = (name: string): string => `“${name.replace(/“/g, '‘').replace(/”/g, '’')}”`

const openTail = (verdict: Verdict): string => (verdict === 'undetermined' ? '，暂不能判断' : '')

/** How a number or tally compares, after it was told; nothing while it is open. */
const endingOf = (rule: TestRule, verdict: Verdict, metric: Metric, reading: Reading): string => {
  if (verdict === 'undetermined' || rule.relation === 'is') return ''
  const judged = verdictWords[verdict]
  // Of nothing at all no number is compared.
  if (reading.kind === 'tally' && reading.census?.entries.length === 0)
    return verdict === 'met' ? `，${judged}` : `，${judged}（须 ${rule.bound?.text}以上）`
  if (metric.kind === 'number' && metric.unit === '名' && rule.relation === 'at-most')
    return `，${verdict === 'met' ? '在' : '不在'}前 ${rule.bound?.text}之内，${judged}`
  return `，${relationWords[rule.relation][verdict]} ${rule.bound?.text}，${judged}`
}

const explainTest = (trace: Trace, { rule, verdict, reading }: TestNode, id: string): Explanation => {
  const { context, definition } = trace
  const metric = metricAt(trace, rule.metric)
  const base = { kind: 'test', id, name: rule.name, citation: citationOf(definition, rule.cite), verdict } as const
  if (rule.relation === 'is') {
    if (metric.kind === 'judged') {
      const missing = verdict === 'undetermined' ? metric.missing(context) : []
      return { ...base, ...metric.explain(context), ...(missing.length > 0 ? { missing } : {}) }
    }
    if (metric.kind !== 'choice' || reading.kind !== 'choice') throw new TypeError('`is` compares a choice')
    const path = metric.path(context)
    const wanted = metric.wording(rule.value ?? true)
    return {
      ...base,
      sentence:
        reading.value === null
          ? `${metric.name}：未填，暂不能判断。`
          : `${metric.name}：${metric.wording(reading.value)}，${verdictWords[verdict]}。`,
      threshold: { relation: 'is', text: `应为“${wanted}”` },
      facts: [path],
      ...(reading.value === null ? { missing: [path] } : {}),
    }
  }
  const threshold = { relation: rule.relation, text: `${relationSigns[rule.relation]} ${rule.bound?.text}` } as const
  const ending = endingOf(rule, verdict, metric, reading)
  if (metric.kind === 'tally' && reading.kind === 'tally') {
    const missing = verdict === 'undetermined' ? missingOfMetric(trace, rule.metric) : []
    const children = explainEntries(context, metric, reading)
    return {
      ...base,
      sentence: `${phraseTally(metric, reading)}${ending}${openTail(verdict)}。`,
      threshold,
      ...(metric.notes && metric.notes.length > 0 ? { notes: metric.notes } : {}),
      facts: [metric.family.path(context)],
      ...(missing.length > 0 ? { missing } : {}),
      ...(children.length > 0 ? { children } : {}),
    }
  }
  const account = tellNumber(trace, rule.metric, reading, rule.bound ? [rule.bound.written, liftedOf(rule.bound)] : [])
  return {
    ...base,
    sentence: `${account.phrase}${ending}${account.state === 'unknown' ? openTail(verdict) : ''}。`,
    formula: account.formula,
    threshold,
    facts: account.facts,
    ...(account.missing.length > 0 ? { missing: account.missing } : {}),
  }
}

const explainScore = ({ definition }: Trace, { rule, verdict, points }: ScoreNode, id: string): Explanation => {
  const { min, max } = points
  const span = min === max ? `${min} 分` : `${min} 至 ${max} 分`
  const { score } = definition
  const scored = rule.dimension === null ? '总分' : `${score?.dimensions[rule.dimension]?.name}得分`
  const cap = rule.dimension === null ? score?.cap : score?.dimensions[rule.dimension]?.cap
  const compared =
    verdict === 'undetermined'
      ? `下限为 ${rule.atLeast} 分，暂不能判断`
      : `${relationWords['at-least'][verdict]} ${rule.atLeast} 分，${verdictWords[verdict]}`
  return {
    kind: 'test',
    id,
    name: rule.name,
    citation: citationOf(definition, rule.cite),
    sentence: `${scored} ${span}，${compared}。`,
    verdict,
    points: { min, max },
    ...(cap === undefined ? {} : { cap }),
    floor: rule.atLeast,
    threshold: { relation: 'at-least', text: `≥ ${rule.atLeast} 分` },
  }
}

const explainReference = ({ definition }: Trace, { condition, verdict }: ReferenceNode): Explanation => {
  const { id, name, cite } = condition.definition
  return {
    kind: 'condition',
    id,
    name,
    sentence: `${quote(name)}${verdictWords[verdict]}。`,
    citation: citationOf(definition, cite),
    verdict,
  }
}

const quoted = (children: readonly Explanation[], verdict: Verdict): string =>
  children
    .filter((child) => child.verdict === verdict)
    .map(({ name }) => quote(name))
    .join('、')

/** The open parts by name, and what is said of the others where there are any. */
const stillOpen = (children: readonly Explanation[], others: string): string =>
  `${quoted(children, 'undetermined')}尚不能判断${
    children.every(({ verdict }) => verdict === 'undetermined') ? '' : `，${others}`
  }`

const sayJoin = ({ kind, exemption }: JoinRule, children: readonly Explanation[], verdict: Verdict): string => {
  if (exemption) {
    const [main, ...others] = children
    if (verdict === 'met')
      return main?.verdict === 'met'
        ? `满足${quote(main.name)}。`
        : `满足豁免情形${quoted(others, 'met')}，不再要求${quote(main?.name ?? '')}。`
    if (verdict === 'unmet') return `不满足${quote(main?.name ?? '')}，也没有豁免情形。`
    return `${stillOpen(children, '其余不满足')}。`
  }
  if (kind === 'all') {
    if (verdict === 'met') return `${children.length} 项全部满足。`
    const failing = quoted(children, 'unmet')
    return verdict === 'unmet'
      ? `须同时满足 ${children.length} 项，其中${failing}不满足。`
      : `${stillOpen(children, '其余已满足')}。`
  }
  if (verdict === 'met') return `${children.length} 项中满足一项即可，已满足${quoted(children, 'met')}。`
  return verdict === 'unmet'
    ? `${children.length} 项中满足一项即可，各项都不满足。`
    : `${children.length} 项中满足一项即可，${stillOpen(children, '其余不满足')}。`
}

const explainJoin = (trace: Trace, node: JoinNode, id: string): Explanation => {
  const { rule, verdict } = node
  const children = node.parts.map((one, index) => explainRule(trace, one, `${index + 1}`))
  const missing = [...new Set(missingOfRule(trace, node))]
  return {
    kind: rule.kind,
    id,
    name: rule.name,
    citation: citationOf(trace.definition, rule.cite),
    sentence: sayJoin(rule, children, verdict),
    verdict,
    ...(rule.exemption
      ? { notes: [{ kind: 'exemption', text: '第一项为一般要求，其余为豁免情形，满足任一即可' }] }
      : {}),
    ...(missing.length > 0 ? { missing } : {}),
    children,
  }
}

/** A rule with the enterprise's numbers; `id` is unique among its siblings. */
export function explainRule(trace: Trace, node: RuleNode, id: string): Explanation {
  switch (node.kind) {
    case 'test':
      return explainTest(trace, node, id)
    case 'score':
      return explainScore(trace, node, id)
    case 'reference':
      return explainReference(trace, node)
    case 'join':
      return explainJoin(trace, node, id)
  }
}
