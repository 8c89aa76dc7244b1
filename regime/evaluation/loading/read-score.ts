import { compareFractions } from '../../kernel/fraction.ts'
import type {
  DimensionDefinition,
  IndicatorDefinition,
  OptionDefinition,
  Rule,
  Scale,
  ScoreDefinition,
} from '../definition.ts'
import type { Metric } from '../metric.ts'
import { entries, hasKey, members, type Place, readText, readWhole, refuseAt } from './document.ts'
import { readBandScale } from './read-bands.ts'
import { readNotes } from './read-notes.ts'
import { type RuleScope, readRule } from './read-rule.ts'

/** True when whoever meets `strict` surely meets `loose`: the same list, no reason fewer, no lower threshold. */
const implies = (strict: Rule, loose: Rule, metrics: readonly Metric[]): boolean => {
  if (strict.kind !== 'test' || loose.kind !== 'test') return false
  const a = metrics[strict.metric] as Metric
  const b = metrics[loose.metric] as Metric
  if (a.kind === 'tally' && b.kind === 'tally' && a.family === b.family && strict.bound && loose.bound) {
    const kept = new Set(a.reasons.map(({ id }) => id))
    return (
      strict.relation === 'at-least' &&
      loose.relation === 'at-least' &&
      b.reasons.every(({ id }) => kept.has(id)) &&
      compareFractions(strict.bound.written, loose.bound.written) >= 0
    )
  }
  return (
    strict.metric === loose.metric &&
    strict.relation === 'is' &&
    loose.relation === 'is' &&
    strict.value === loose.value
  )
}

const readOptions = (place: Place, cap: number, scope: RuleScope, cite: string): Scale => {
  const places = entries(place)
  const options = places.map((entry, index): OptionDefinition => {
    const { option, points, label, when, otherwise } = members(
      entry,
      ['option', 'points', 'label', 'when', 'otherwise'],
      ['option', 'points', 'label'],
    )
    const last = index === places.length - 1
    if (last ? otherwise?.value !== true || when : !when || otherwise)
      refuseAt(entry.path, '每个选项写 when，只有最后一个写 otherwise: true，否则会有空隙')
    const given = readWhole(points)
    if (given > cap) refuseAt(points.path, `${given} 分超过满分 ${cap} 分`)
    const name = readText(label)
    return {
      option: readText(option),
      points: given,
      label: name,
      rule: when ? readRule(when, scope, { name, cite }) : null,
    }
  })
  options.forEach((option, index) => {
    const path = places[index]?.path ?? []
    const before = options.slice(0, index)
    if (before.some((one) => one.points <= option.points)) refuseAt(path, '选项应按分值从高到低排列')
    if (before.some((one) => one.option === option.option)) refuseAt(path, '选项字母重复')
    const { rule } = option
    if (rule && before.some((one) => one.rule && implies(rule, one.rule, scope.binder.bound)))
      refuseAt(path, '这一选项永远达不到：满足它的必先满足前面的选项')
  })
  if (options[0]?.points !== cap) refuseAt(place.path, `没有一个选项能得到满分 ${cap} 分`)
  return { kind: 'options', options }
}

const readScale = (place: Place, cap: number, scope: RuleScope, cite: string): Scale => {
  const kinds = ['bands', 'options', 'best-of', 'points-of'].filter((key) => hasKey(place, key))
  if (kinds.length !== 1) return refuseAt(place.path, '应恰好写 bands、options、best-of、points-of 之一')
  const at = (key: string): Place => ({
    value: (place.value as { readonly [key: string]: unknown })[key],
    path: [...place.path, key],
  })
  switch (kinds[0]) {
    case 'bands':
      return readBandScale(place, scope.binder, cap)
    case 'options':
      return readOptions(at('options'), cap, scope, cite)
    case 'best-of':
      return {
        kind: 'best-of',
        parts: entries(at('best-of')).map((entry) => {
          const { id, name } = members(
            entry,
            ['id', 'name', 'metric', 'year', 'years', 'where', 'bands'],
            ['id', 'name'],
          )
          return { ...readBandScale(entry, scope.binder, cap), id: readText(id), name: readText(name) }
        }),
      }
    default: {
      const metric = scope.binder.bind({ metric: at('points-of') })
      const bound = scope.binder.bound[metric] as Metric
      if (bound.kind !== 'number' || bound.unit !== '分')
        return refuseAt(at('points-of').path, `“${bound.name}”不以分计`)
      return { kind: 'points', metric, cap }
    }
  }
}

const INDICATOR = [
  'id',
  'name',
  'cap',
  'cite',
  'note',
  'uncertain',
  'metric',
  'year',
  'years',
  'where',
  'bands',
  'options',
  'best-of',
  'points-of',
] as const

const readIndicator = (place: Place, dimension: number, scope: RuleScope): IndicatorDefinition => {
  const given = members(place, INDICATOR, ['id', 'name', 'cap', 'cite'])
  const cap = readWhole(given.cap)
  const cite = readText(given.cite)
  return {
    id: readText(given.id),
    name: readText(given.name),
    dimension,
    cap,
    cite,
    scale: readScale(place, cap, scope, cite),
    notes: readNotes(given),
  }
}

/** Dimensions and their caps, before their indicators are read. */
export const readDimensions = (place: Place): readonly DimensionDefinition[] =>
  entries(place).map((entry) => {
    const given = members(
      entry,
      ['id', 'name', 'cap', 'cite', 'indicators'],
      ['id', 'name', 'cap', 'cite', 'indicators'],
    )
    return { id: readText(given.id), name: readText(given.name), cap: readWhole(given.cap), cite: readText(given.cite) }
  })

/** The whole score; caps of indicators add up to their dimension's, and these to the whole. */
export const readScoreDefinition = (
  place: Place,
  capPlace: Place,
  dimensions: readonly DimensionDefinition[],
  scope: RuleScope,
): ScoreDefinition => {
  const cap = readWhole(capPlace)
  const indicators = entries(place).flatMap((entry, index) => {
    const { indicators: listed } = members(entry, ['id', 'name', 'cap', 'cite', 'indicators'], ['indicators'])
    const read = entries(listed).map((one) => readIndicator(one, index, scope))
    const sum = read.reduce((total, one) => total + one.cap, 0)
    const own = dimensions[index]?.cap ?? 0
    if (sum !== own) refuseAt([...entry.path, 'cap'], `各指标满分之和 ${sum} 分，与本类满分 ${own} 分不符`)
    return read
  })
  const sum = dimensions.reduce((total, one) => total + one.cap, 0)
  if (sum !== cap) refuseAt(capPlace.path, `各类满分之和 ${sum} 分，与总满分 ${cap} 分不符`)
  return { cap, dimensions, indicators }
}
