import { type Raw, rawList, rawOf } from '../reading/raw.ts'
import { lineOf, ruleInWords, type WordsScope } from '../reading/rule-in-words.ts'
import { metricsOf } from './align.ts'
import { type Demand, type DemandGroup, demandsOf, groupDemands } from './demands.ts'
import { differRules } from './differ-rules.ts'
import type { Direction } from './difference.ts'
import { turned } from './direction.ts'
import { type Comparison, citesOf, recordAt, recordRest, type Spot } from './recorder.ts'

/** A condition as it is called: A2b 上年度主营业务收入…. */
export const placeOf = ({ id, name }: Raw): string => `${String(id)} ${String(name)}`

/**
 * Records what became of conditions that answer to none by id: matched by what they look at, one to one, regrouped, new,
 * gone, or asked for where it only gave points before.
 */
export const differDemands = (
  comparison: Comparison,
  before: Raw,
  after: Raw,
  gone: readonly Raw[],
  fresh: readonly Raw[],
): void => {
  const scored = scoredBy(before)
  for (const group of groupDemands(demandsOf(before, gone), demandsOf(after, fresh)))
    differGroup(comparison, before, after, group, scored)
  for (const condition of gone) recordNotes(comparison, before, condition, 'gone')
  for (const condition of fresh) recordNotes(comparison, after, condition, 'fresh')
}

/** Indicators by the metrics they give points for. */
const scoredBy = (standard: Raw): ReadonlyMap<string, Raw> =>
  new Map(
    rawList(standard.dimensions)
      .flatMap(({ indicators }) => rawList(indicators))
      .flatMap((indicator) => {
        const rules = rawList(indicator.options).map((option) => rawOf(option.when))
        const metrics = [indicator, ...rawList(indicator['best-of']), ...rules].flatMap((one) => [...metricsOf(one)])
        return metrics.map((metric): [string, Raw] => [metric, indicator])
      }),
  )

const pathOf = (standard: Raw, { id }: Raw) => [
  'standard',
  'conditions',
  rawList(standard.conditions).findIndex((one) => one.id === id),
]

/** Whether the outcome asks for a condition (同时满足), or takes it as one way among others. */
const roleOf = (standard: Raw, id: unknown): Direction => {
  const outcome = rawOf(standard.outcome)
  const names = (list: unknown) => rawList(list).some((one) => one.condition === id)
  return names(outcome.all) ? 'stricter' : names(outcome.any) ? 'looser' : 'neutral'
}

const lineIn = (scope: WordsScope, { rule }: Demand): string => lineOf(ruleInWords(rule, scope))

/** Of demands that must all be met: stricter where every earlier one still stands beside new ones. */
const regrouped = (before: readonly string[], after: readonly string[]): Direction => {
  const kept = before.every((line) => after.includes(line))
  const left = after.every((line) => before.includes(line))
  return kept === left ? 'neutral' : kept ? 'stricter' : 'looser'
}

const differGroup = (
  comparison: Comparison,
  before: Raw,
  after: Raw,
  { before: was, after: is }: DemandGroup,
  scored: ReadonlyMap<string, Raw>,
): void => {
  const [first] = is
  const [other] = was
  const condition = rawOf((first ?? other)?.condition)
  const spot: Spot = {
    section: '认定条件',
    place: placeOf(condition),
    path: first ? pathOf(after, condition) : pathOf(before, condition),
    cites: citesOf(rawOf(other?.condition), rawOf(first?.condition)),
  }
  const old = was.map((one) => lineIn(comparison.before, one))
  const now = is.map((one) => lineIn(comparison.after, one))
  const told = (list: readonly Demand[], lines: readonly string[]): string | undefined =>
    list.length < 2 ? lines[0] : list.map(({ condition: { id } }, index) => `${String(id)} ${lines[index]}`).join('；')
  const sides = [told(was, old), told(is, now)] as const
  if (first && other && is.length === 1 && was.length === 1) differRules(comparison, spot, other.rule, first.rule)
  else if (first && other) {
    recordAt(comparison, spot, '条件重组', sides, regrouped(old, now))
    recordWithin(comparison, spot, was, is)
  } else if (first) {
    const earlier = [...metricsOf(first.rule)].map((metric) => scored.get(metric)).find((one) => one !== undefined)
    const role = roleOf(after, condition.id)
    if (earlier) {
      const cites = [String(earlier.cite), spot.cites[1]] as const
      recordAt(comparison, { ...spot, cites }, '由计分改为条件', [`${placeOf(earlier)}，只计分`, sides[1]], role)
    } else recordAt(comparison, spot, '新增条件', sides, role)
  } else recordAt(comparison, spot, '取消条件', sides, turned(roleOf(before, condition.id)))
}

/** Tests of one metric that stand once on each side of a regrouping; what their new place makes of them is not theirs to say. */
const recordWithin = (
  comparison: Comparison,
  spot: Spot,
  before: readonly Demand[],
  after: readonly Demand[],
): void => {
  const [old, now] = [testsOf(before), testsOf(after)]
  for (const [metric, is] of now) {
    const was = old.get(metric)
    if (was?.length !== 1 || is.length !== 1) continue
    const line = (rule: Raw | undefined, scope: WordsScope) =>
      lineOf(ruleInWords({ ...rule, exempt: undefined }, scope))
    const sides = [line(was[0], comparison.before), line(is[0], comparison.after)] as const
    if (sides[0] !== sides[1]) recordAt(comparison, spot, '其中的门槛', sides)
  }
}

const testsOf = (demands: readonly Demand[]): ReadonlyMap<string, readonly Raw[]> => {
  const found = new Map<string, Raw[]>()
  const visit = (rule: Raw): void => {
    if (rule.metric !== undefined) found.set(String(rule.metric), [...(found.get(String(rule.metric)) ?? []), rule])
    for (const key of ['all', 'any'] as const) rawList(rule[key]).forEach(visit)
  }
  for (const { rule } of demands) visit(rule)
  return found
}

/** Readings of a condition that answers to none by id; its name and citation are told with it. */
const recordNotes = (comparison: Comparison, standard: Raw, condition: Raw, side: 'gone' | 'fresh'): void => {
  const { note, uncertain } = condition
  const notes: Raw = { ...(note === undefined ? {} : { note }), ...(uncertain === undefined ? {} : { uncertain }) }
  const nothing: Raw = {}
  const cites = side === 'gone' ? citesOf(condition, nothing) : citesOf(nothing, condition)
  const spot: Spot = { section: '文字', place: placeOf(condition), path: pathOf(standard, condition), cites }
  recordRest(comparison, spot, side === 'gone' ? notes : nothing, side === 'fresh' ? notes : nothing, [])
}
