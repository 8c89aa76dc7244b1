import type { BandScale, IndicatorDefinition, OptionDefinition } from '../definition.ts'
import { addsUp, type IndicatorPlan, type NodeId, PlanRefusal, type Reached } from './plan.ts'
import { planBands } from './plan-bands.ts'
import { planRule, type RulePlanner } from './plan-rule.ts'

type Levels = IndicatorPlan['levels']
type Scaled = Pick<IndicatorPlan, 'levels' | 'reached'>

const bandsOf = ({ definition, builder, metrics }: RulePlanner, scale: BandScale): Scaled => {
  const metric = definition.metrics[scale.metric]
  if (metric?.kind !== 'number' && (metric?.kind !== 'tally' || addsUp(metric)))
    throw new PlanRefusal(`bands over ${metric?.key}`)
  return {
    levels: scale.bands.map(({ points, option }) => ({ points, option })),
    reached: planBands(scale, metric.kind, builder, metrics),
  }
}

/** The one number or choice that all options ask about, if there is one. */
const singleMetric = ({ definition }: RulePlanner, options: readonly OptionDefinition[]): number | undefined => {
  const asked = options.flatMap(({ rule }) => (rule === null ? [] : [rule.kind === 'test' ? rule.metric : -1]))
  const [first] = asked
  const kind = first === undefined ? undefined : definition.metrics[first]?.kind
  return asked.every((one) => one === first) && (kind === 'number' || kind === 'choice') ? first : undefined
}

/** Options in the law's order: the first that is met counts, the first that can be met is the best still possible. */
const optionsOf = (planner: RulePlanner, options: readonly OptionDefinition[]): Scaled => {
  const { builder, metrics } = planner
  const verdicts = options.flatMap(({ rule }) => (rule === null ? [] : [planRule(planner, rule)]))
  const upTo = (half: 'certain' | 'possible'): readonly NodeId[] =>
    verdicts.map((_one, at) => builder.or(verdicts.slice(0, at + 1).map((verdict) => verdict[half])))
  const single = singleMetric(planner, options)
  return {
    levels: options.map(({ points, option }) => ({ points, option })),
    reached:
      single === undefined
        ? { kind: 'span', certain: upTo('certain'), possible: upTo('possible') }
        : { kind: 'settled', certain: upTo('certain'), unknown: metrics.unknown(single) },
  }
}

const halvesOf = (planner: RulePlanner, reached: Reached): readonly (readonly NodeId[])[] =>
  reached.kind === 'span'
    ? [reached.certain, reached.possible]
    : [reached.certain, reached.certain.map((one) => planner.builder.or([one, reached.unknown]))]

/** The better of several tables: a level of points is reached when one of them reaches it. */
const bestOf = (planner: RulePlanner, parts: readonly BandScale[]): Scaled => {
  const { builder } = planner
  const scaled = parts.map((part) => bandsOf(planner, part))
  const points = [...new Set(scaled.flatMap(({ levels }) => levels.map((level) => level.points)))].sort((a, b) => b - a)
  // No worse than the worst that every table gives at least.
  const least = Math.max(...scaled.map(({ levels }) => levels.at(-1)?.points ?? 0))
  const kept = points.filter((one) => one >= least)
  const levels: Levels = kept.map((one) => ({
    points: one,
    option: scaled[0]?.levels.find((level) => level.points === one)?.option ?? null,
  }))
  const [certain, possible] = [0, 1].map((half) =>
    kept.slice(0, -1).map((least) =>
      builder.or(
        scaled.flatMap(({ levels: own, reached }) => {
          const enough = own.filter((level) => level.points >= least).length
          if (enough === 0) return []
          return [
            enough === own.length ? builder.constant(true) : (halvesOf(planner, reached)[half]?.[enough - 1] as NodeId),
          ]
        }),
      ),
    ),
  )
  return { levels, reached: { kind: 'span', certain: certain ?? [], possible: possible ?? [] } }
}

/** Points somebody decided: one level for each, down from the cap. */
const pointsOf = ({ definition, metrics }: RulePlanner, metric: number, cap: number): Scaled => {
  const read = definition.metrics[metric]
  if (read?.kind !== 'number' || read.mechanism.name !== 'value/1') throw new PlanRefusal(`points of ${read?.key}`)
  return {
    levels: Array.from({ length: cap + 1 }, (_none, index) => ({ points: cap - index, option: null })),
    reached: {
      kind: 'settled',
      certain: Array.from(
        { length: cap },
        (_none, index) => metrics.compare(metric, 'at-least', { numerator: cap - index, denominator: 1 }).certain,
      ),
      unknown: metrics.unknown(metric),
    },
  }
}

const scaleOf = (planner: RulePlanner, { scale }: IndicatorDefinition): Scaled => {
  switch (scale.kind) {
    case 'bands':
      return bandsOf(planner, scale)
    case 'options':
      return optionsOf(planner, scale.options)
    case 'best-of':
      return bestOf(planner, scale.parts)
    case 'points':
      return pointsOf(planner, scale.metric, scale.cap)
  }
}

/** An indicator as its levels and what reaches them. */
export const planIndicator = (planner: RulePlanner, indicator: IndicatorDefinition): IndicatorPlan => ({
  id: indicator.id,
  dimension: indicator.dimension,
  ...scaleOf(planner, indicator),
})
