import type { ConditionDefinition, Rule, ScoreDefinition, StandardDefinition } from '../definition.ts'
import type { Terms } from '../terms.ts'
import { binderFor } from './bind-metrics.ts'
import { entries, members, type Place, readDay, readOneOf, readText, refuseAt } from './document.ts'
import { inquire } from './inquire.ts'
import { possibleSums } from './possible-sums.ts'
import { readNotes } from './read-notes.ts'
import { type RuleScope, readRule } from './read-rule.ts'
import { readDimensions, readScoreDefinition } from './read-score.ts'

const KEYS = [
  'id',
  'title',
  'tier',
  'instrument',
  'cite',
  'in-force',
  'aim',
  'cap',
  'dimensions',
  'conditions',
  'outcome',
  'note',
  'uncertain',
] as const
const REQUIRED = ['id', 'title', 'tier', 'instrument', 'cite', 'in-force', 'aim', 'conditions', 'outcome'] as const
const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/

const referencesOf = (rule: Rule): readonly number[] => {
  if (rule.kind === 'reference') return [rule.condition]
  return rule.kind === 'all' || rule.kind === 'any' ? rule.rules.flatMap(referencesOf) : []
}

/** Every condition must bear on the outcome, and none on itself. */
const checkReferences = (conditions: readonly ConditionDefinition[], outcome: Rule, places: readonly Place[]): void => {
  const reached = new Set<number>()
  const visit = (position: number, above: readonly number[]): void => {
    if (above.includes(position)) refuseAt(places[position]?.path ?? [], '条件循环引用自己')
    reached.add(position)
    for (const next of referencesOf(conditions[position]?.rule as Rule)) visit(next, [...above, position])
  }
  for (const position of referencesOf(outcome)) visit(position, [])
  conditions.forEach((condition, position) => {
    if (!reached.has(position)) refuseAt(places[position]?.path ?? [], `条件“${condition.id}”对结论没有作用`)
  })
}

/** The ids of a list, each followed by those of the indicators it holds. */
const idsOf = (list: Place): readonly Place[] =>
  entries(list).flatMap(({ value, path }) => {
    const { id, indicators } = value as { readonly id?: unknown; readonly indicators?: unknown }
    const own = { value: id, path: [...path, 'id'] }
    return indicators === undefined ? [own] : [own, ...idsOf({ value: indicators, path: [...path, 'indicators'] })]
  })

const usesScore = (rule: Rule): boolean =>
  rule.kind === 'score' || ((rule.kind === 'all' || rule.kind === 'any') && rule.rules.some(usesScore))

/**
 * Takes in a standard: a parsed YAML document and the terms of its instrument. Throws a StandardRefusal with the place
 * and a sentence for everything that would make it ambiguous or lame: gaps, overlaps, unreachable bands, points above a
 * cap or caps that do not add up, a missing citation, an unknown metric, two applicable verdicts, a dead condition.
 */
export const readStandard = (document: unknown, terms: Terms): StandardDefinition => {
  const given = members({ value: document, path: [] }, KEYS, REQUIRED)
  const id = readText(given.id)
  if (!ID.test(id)) refuseAt(given.id.path, '应写作 文件/标准，如 miit-2022-63/innovative')
  const interval = members(given['in-force'], ['from', 'to'], ['from'])
  const from = readDay(interval.from)
  const to = interval.to ? readDay(interval.to) : null
  if (to !== null && to < from) refuseAt(given['in-force'].path, '施行的终止日早于起始日')

  const binder = binderFor(terms)
  if (Boolean(given.cap) !== Boolean(given.dimensions)) refuseAt([], 'cap 与 dimensions 应同时写或都不写')
  const dimensions = given.dimensions ? readDimensions(given.dimensions) : []
  const places = entries(given.conditions)
  const ids = places.map((place) => readText(members(place, Object.keys(place.value as object), ['id']).id as Place))
  const scope: RuleScope = {
    binder,
    findCondition: (wanted) => {
      const position = ids.indexOf(wanted)
      return position < 0 ? undefined : position
    },
    findScore: (wanted) => {
      if (wanted === 'total') return given.cap ? null : undefined
      const position = dimensions.findIndex((one) => one.id === wanted)
      return position < 0 ? undefined : position
    },
    // Options of indicators are read before there is a score; none of them asks for points.
    sumsOf: (dimension) => (score ? possibleSums(score, dimension) : new Set([0])),
  }
  let score: ScoreDefinition | undefined
  if (given.dimensions && given.cap) score = readScoreDefinition(given.dimensions, given.cap, dimensions, scope)

  const conditions = places.map((place, position): ConditionDefinition => {
    const all = members(place, Object.keys(place.value as object), ['id', 'name', 'cite']) as {
      readonly [key: string]: Place | undefined
    }
    const heading = { name: readText(all.name as Place), cite: readText(all.cite as Place) }
    return {
      id: ids[position] as string,
      ...heading,
      rule: readRule(place, scope, heading),
      notes: readNotes({
        ...(all.note ? { note: all.note } : {}),
        ...(all.uncertain ? { uncertain: all.uncertain } : {}),
      }),
    }
  })
  const outcome = readRule(given.outcome, scope, { name: readText(given.aim), cite: readText(given.cite) })

  const taken = new Set<string>()
  for (const { value, path } of [...(given.dimensions ? idsOf(given.dimensions) : []), ...idsOf(given.conditions)]) {
    if (taken.has(String(value))) refuseAt(path, `编号“${value}”重复，会得出两个结论`)
    taken.add(String(value))
  }
  checkReferences(conditions, outcome, places)
  if (score && !conditions.some(({ rule }) => usesScore(rule)))
    refuseAt(given.dimensions?.path ?? [], '得分对结论没有作用')

  return {
    id,
    title: readText(given.title),
    tier: readOneOf(['innovative', 'specialised', 'little-giant', 'eligibility'])(given.tier),
    instrument: readText(given.instrument),
    cite: readText(given.cite),
    inForce: { from, to },
    aim: readText(given.aim),
    ...(score ? { score } : {}),
    conditions,
    outcome,
    ...inquire(binder.bound),
    notes: readNotes({
      ...(given.note ? { note: given.note } : {}),
      ...(given.uncertain ? { uncertain: given.uncertain } : {}),
    }),
  }
}
