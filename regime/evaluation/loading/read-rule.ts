import type { JoinRule, Relation, Rule } from '../definition.ts'
import type { Metric } from '../metric.ts'
import type { Binder } from './bind-metrics.ts'
import { entries, hasKey, members, type Place, readText, readWhole, refuseAt } from './document.ts'
import { readBound } from './read-bound.ts'

/** What a rule may refer to while a standard is being read. */
export interface RuleScope {
  readonly binder: Binder
  /** Position of a condition by id. */
  findCondition(id: string): number | undefined
  /** Position of a dimension by id; null is the total; undefined is unknown. */
  findScore(id: string): number | null | undefined
  /** Every number of points that a dimension, or all (null), can add up to. */
  sumsOf(dimension: number | null): ReadonlySet<number>
}

const relations = ['at-least', 'at-most', 'above', 'below', 'is'] as const satisfies readonly Relation[]
const COMMON = ['id', 'name', 'cite', 'note', 'uncertain', 'exempt'] as const
const TEST = ['metric', 'year', 'years', 'where', ...relations, ...COMMON] as const

/** Name and citation a rule inherits when it has none of its own. */
export interface Heading {
  readonly name: string
  readonly cite: string
}

const headingOf = (place: { readonly name?: Place; readonly cite?: Place }, inherited: Heading): Heading => ({
  name: place.name ? readText(place.name) : inherited.name,
  cite: place.cite ? readText(place.cite) : inherited.cite,
})

const readTest = (place: Place, scope: RuleScope, inherited: Heading): Rule => {
  const given = members(place, TEST, ['metric'])
  const { metric: named, year, years, where } = given
  const used = relations.filter((relation) => given[relation])
  if (used.length === 0) refuseAt(place.path, `缺少比较：${relations.join('、')} 之一`)
  if (used.length > 1) refuseAt(place.path, `同一条件写了两个比较（${used.join('、')}），会得出两个结论`)
  const relation = used[0] as Relation
  const operand = given[relation] as Place
  const metric = scope.binder.bind({
    metric: named,
    ...(year ? { year } : {}),
    ...(years ? { years } : {}),
    ...(where ? { where } : {}),
  })
  const bound = scope.binder.bound[metric] as Metric
  const { name, cite } = headingOf(given, { name: bound.name, cite: inherited.cite })
  if (relation !== 'is')
    return { kind: 'test', name, cite, metric, relation, bound: readBound(operand, bound), value: null }
  if (bound.kind !== 'choice' && bound.kind !== 'judged')
    return refuseAt(operand.path, `“${bound.name}”是数值，不能写 is`)
  const { value } = operand
  if (bound.kind === 'judged' ? value !== true : typeof value !== 'boolean' && typeof value !== 'string')
    return refuseAt(operand.path, bound.kind === 'judged' ? '只能写 true' : '应为 true、false 或一个选项')
  return { kind: 'test', name, cite, metric, relation, bound: null, value: value as string | boolean }
}

const readScore = (place: Place, scope: RuleScope, inherited: Heading): Rule => {
  const given = members(place, ['score', 'at-least', ...COMMON], ['score', 'at-least'])
  const id = readText(given.score)
  const dimension = scope.findScore(id)
  if (dimension === undefined) return refuseAt(given.score.path, `没有这一类得分：“${id}”`)
  const atLeast = readWhole(given['at-least'])
  const sums = scope.sumsOf(dimension)
  const cap = Math.max(0, ...sums)
  if (atLeast > cap) refuseAt(given['at-least'].path, `${atLeast} 分超过满分 ${cap} 分，永远达不到`)
  // Another number that says the same would hide a slip of the pen.
  if (!sums.has(atLeast)) {
    const next = Math.min(...[...sums].filter((sum) => sum > atLeast))
    refuseAt(given['at-least'].path, `各指标加不出 ${atLeast} 分，与 ${next} 分没有区别，应写 ${next} 分`)
  }
  return { kind: 'score', ...headingOf(given, inherited), dimension, atLeast }
}

const readJoin = (place: Place, kind: 'all' | 'any', scope: RuleScope, inherited: Heading): Rule => {
  const given = members(place, [kind, ...COMMON], [kind])
  const heading = headingOf(given, inherited)
  const rules = entries(given[kind] as Place).map((entry) => readRule(entry, scope, heading))
  return { kind, ...heading, exemption: false, rules }
}

const readPlain = (place: Place, scope: RuleScope, inherited: Heading): Rule => {
  const kinds = ['metric', 'all', 'any', 'score', 'condition'].filter((key) => hasKey(place, key))
  if (kinds.length !== 1)
    return refuseAt(place.path, '应恰好写 metric、all、any、score、condition 之一，否则会得出两个结论')
  switch (kinds[0]) {
    case 'metric':
      return readTest(place, scope, inherited)
    case 'score':
      return readScore(place, scope, inherited)
    case 'condition': {
      const { condition: named } = members(place, ['condition', 'exempt'], ['condition'])
      const condition = scope.findCondition(readText(named))
      return condition === undefined
        ? refuseAt(named.path, `没有这一条件：“${readText(named)}”`)
        : { kind: 'reference', condition }
    }
    default:
      return readJoin(place, kinds[0] as 'all' | 'any', scope, inherited)
  }
}

/** A rule of a standard: a test, `all`, `any`, a score, a reference — or one of these with what exempts from it. */
export function readRule(place: Place, scope: RuleScope, inherited: Heading): Rule {
  const main = readPlain(place, scope, inherited)
  if (!hasKey(place, 'exempt')) return main
  const exempt: Place = { value: (place.value as { readonly exempt: unknown }).exempt, path: [...place.path, 'exempt'] }
  const joined: JoinRule = {
    kind: 'any',
    ...inherited,
    exemption: true,
    rules: [main, ...entries(exempt).map((entry) => readRule(entry, scope, inherited))],
  }
  return joined
}
