import type { Rule, StandardDefinition } from '../definition.ts'
import type { Explanation, Note, Verdict } from '../explanation.ts'
import { judgeRule } from '../nodes/judge-rule.ts'
import type { Run } from '../nodes/run.ts'
import { explainIndicator } from './explain-indicator.ts'
import { citationOf, explainRule } from './explain-rule.ts'
import { verdictWords } from './relation-words.ts'

const floorsOf = (rule: Rule): readonly { readonly dimension: number | null; readonly atLeast: number }[] =>
  rule.kind === 'score' ? [rule] : rule.kind === 'all' || rule.kind === 'any' ? rule.rules.flatMap(floorsOf) : []

type Floor = { readonly floor: number } | object

// Floors are the standard's, not the firm's.
const known = new WeakMap<StandardDefinition, Map<number | null, Floor>>()

const floorOf = ({ definition }: Run, dimension: number | null): Floor => {
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

const explainDimensions = (run: Run): readonly Explanation[] => {
  const { score } = run.definition
  if (!score) return []
  return score.dimensions.map((dimension, own): Explanation => {
    const { min = 0, max = 0 } = run.dimensions[own] ?? {}
    const floor = floorOf(run, own)
    const demanded = 'floor' in floor ? `，下限 ${floor.floor} 分` : ''
    return {
      kind: 'dimension',
      id: dimension.id,
      name: dimension.name,
      sentence: `${dimension.name} ${spanOf(min, max)}（满分 ${dimension.cap} 分${demanded}）。`,
      citation: citationOf(run.definition, dimension.cite),
      points: { min, max },
      cap: dimension.cap,
      ...floor,
      children: score.indicators.flatMap((one, position) =>
        one.dimension === own ? [explainIndicator(run, position)] : [],
      ),
    }
  })
}

const explainConditions = (run: Run): readonly Explanation[] =>
  run.definition.conditions.map((condition): Explanation => {
    const { rule } = condition
    const told = explainRule(run, rule, condition.id)
    const notes: readonly Note[] = [...condition.notes, ...(told.notes ?? [])]
    return {
      ...told,
      // The law's own test becomes the condition itself; a joined one keeps its parts below.
      kind: 'condition',
      id: condition.id,
      name: condition.name,
      citation: citationOf(run.definition, condition.cite),
      ...(notes.length > 0 ? { notes } : {}),
    }
  })

const sayOutcome = (run: Run, outcome: Verdict): string => {
  const { aim, outcome: rule, conditions } = run.definition
  const open =
    run.indicators.some(({ levels }) => levels.length > 1) ||
    conditions.some((_one, at) => run.verdicts[at] === 'undetermined')
  const settled = open ? '还有未填或不能确定的事实，但不论结果如何，结论不变。' : ''
  const parts = rule.kind === 'all' || rule.kind === 'any' ? rule.rules : [rule]
  const named = (verdict: Verdict): string =>
    parts
      .flatMap((one) =>
        one.kind === 'reference' && judgeRule(run, one) === verdict
          ? [`“${conditions[one.condition]?.name ?? ''}”`]
          : [],
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

/** The whole explanation of one run. */
export const explainStandard = (run: Run, outcome: Verdict, missing: readonly string[]): Explanation => {
  const { definition } = run
  return {
    kind: 'standard',
    id: definition.id,
    name: definition.title,
    sentence: sayOutcome(run, outcome),
    citation: citationOf(definition, definition.cite),
    verdict: outcome,
    ...(definition.score ? { points: run.total, cap: definition.score.cap, ...floorOf(run, null) } : {}),
    ...(definition.notes.length > 0 ? { notes: definition.notes } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    children: [...explainDimensions(run), ...explainConditions(run)],
  }
}
