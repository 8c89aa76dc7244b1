import type { Rule, StandardDefinition } from '../definition.ts'
import type { Explanation, Note, Verdict } from '../explanation.ts'
import type { RuleNode, Trace } from '../nodes/trace.ts'
import { explainIndicator } from './explain-indicator.ts'
import { citationOf, explainRule, quote } from './explain-rule.ts'
import { verdictWords } from './relation-words.ts'

const floorsOf = (rule: Rule): readonly { readonly dimension: number | null; readonly atLeast: number }[] =>
  rule.kind === 'score' ? [rule] : rule.kind === 'all' || rule.kind === 'any' ? rule.rules.flatMap(floorsOf) : []

type Floor = { readonly floor: number } | object

// Floors are the standard's, not the firm's.
const known = new WeakMap<StandardDefinition, Map<number | null, Floor>>()

const floorOf = ({ definition }: Trace, dimension: number | null): Floor => {
  let floors = known.get(definition)
  if (!floors) {
    floors = new Map()
    for (const { dimension: own, atLeast } of definition.conditions.flatMap(({ rule }) => floorsOf(rule)))
      if (!floors.has(own)) floors.set(own, { floor: atLeast })
    known.set(definition, floors)
  }
  return floors.get(dimension) ?? {}
}

const spanOf = (min: number, max: number): string => (min === max ? `${min} 分` : `${min} 至 ${max} 分`)

const explainDimensions = (trace: Trace): readonly Explanation[] =>
  trace.dimensions.map(({ definition, min, max }, own): Explanation => {
    const floor = floorOf(trace, own)
    const demanded = 'floor' in floor ? `，下限 ${floor.floor} 分` : ''
    return {
      kind: 'dimension',
      id: definition.id,
      name: definition.name,
      sentence: `${definition.name} ${spanOf(min, max)}（满分 ${definition.cap} 分${demanded}）。`,
      citation: citationOf(trace.definition, definition.cite),
      points: { min, max },
      cap: definition.cap,
      ...floor,
      children: trace.indicators.flatMap((one, position) =>
        one.definition.dimension === own ? [explainIndicator(trace, position)] : [],
      ),
    }
  })

const explainConditions = (trace: Trace): readonly Explanation[] =>
  trace.conditions.map(({ definition, node }): Explanation => {
    const told = explainRule(trace, node, definition.id)
    const notes: readonly Note[] = [...definition.notes, ...(told.notes ?? [])]
    return {
      ...told,
      // The law's own test becomes the condition itself; a joined one keeps its parts below.
      kind: 'condition',
      id: definition.id,
      name: definition.name,
      citation: citationOf(trace.definition, definition.cite),
      ...(notes.length > 0 ? { notes } : {}),
    }
  })

const partsOf = (node: RuleNode): readonly RuleNode[] => (node.kind === 'join' ? node.parts : [node])

const sayOutcome = ({ definition, indicators, conditions, outcome: node }: Trace): string => {
  const { aim, outcome: rule } = definition
  const outcome = node.verdict
  const open =
    indicators.some(({ standing }) => standing.levels.length > 1) ||
    conditions.some(({ verdict }) => verdict === 'undetermined')
  const settled = open ? '还有未填或不能确定的事实，但不论结果如何，结论不变。' : ''
  const named = (verdict: Verdict): string =>
    partsOf(node)
      .flatMap((one) =>
        one.kind === 'reference' && one.verdict === verdict ? [quote(one.condition.definition.name)] : [],
      )
      .join('、')
  if (outcome === 'met')
    return rule.kind === 'any' ? `达到${aim}，凭${named('met')}。${settled}` : `达到${aim}。${settled}`
  if (outcome === 'unmet')
    return rule.kind === 'any'
      ? `达不到${aim}：各条途径都不满足。${settled}`
      : `达不到${aim}：${named('unmet')}不满足。${settled}`
  return `还不能确定是否达到${aim}：${named('undetermined')}${verdictWords.undetermined}。`
}

/** Tells a whole trace. */
export const explainStandard = (trace: Trace, missing: readonly string[]): Explanation => {
  const { definition } = trace
  return {
    kind: 'standard',
    id: definition.id,
    name: definition.title,
    sentence: sayOutcome(trace),
    citation: citationOf(definition, definition.cite),
    verdict: trace.outcome.verdict,
    ...(definition.score ? { points: trace.total, cap: definition.score.cap, ...floorOf(trace, null) } : {}),
    ...(definition.notes.length > 0 ? { notes: definition.notes } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    children: [...explainDimensions(trace), ...explainConditions(trace)],
  }
}
