import { type Context, contextOf } from '../context.ts'
import type {
  ConditionDefinition,
  IndicatorDefinition,
  OptionDefinition,
  Rule,
  StandardDefinition,
} from '../definition.ts'
import type { Points } from '../explanation.ts'
import type { Facts } from '../facts.ts'
import { type Ask, type Census, takeCensus } from '../lists/census.ts'
import { readTally, tallyOf } from '../lists/list.ts'
import type { Metric } from '../metric.ts'
import { joinVerdicts, judgeScore, judgeTest } from './judge.ts'
import { type Reading, readChoice, readJudged, readNumber } from './reading.ts'
import { standOfBands, standOfPoints } from './scale.ts'
import { bestOf, type Standing, standingsOf } from './standing.ts'
import type { ConditionNode, DimensionNode, IndicatorNode, RuleNode, Trace } from './trace.ts'

/** A trace while it is being taken. */
type Taking = { -readonly [K in keyof Trace]: Trace[K] } & {
  readings: Reading[]
  indicators: IndicatorNode[]
  conditions: ConditionNode[]
}

/** No points of any kind: a standard without score. */
export const NO_POINTS: Points = Object.freeze({ min: 0, max: 0 })

/** Adds up points. */
export const sumOf = (parts: readonly Points[]): Points => {
  let min = 0
  let max = 0
  for (const part of parts) {
    min += part.min
    max += part.max
  }
  return { min, max }
}

const readMetric = (
  metric: Metric,
  ask: Ask | null,
  censuses: readonly (Census | null)[],
  context: Context,
): Reading => {
  switch (metric.kind) {
    case 'number':
      return readNumber(metric, context)
    case 'tally':
      return ask === null
        ? readTally(metric.family, metric.reasons, context)
        : tallyOf(censuses[ask.inquiry] ?? null, ask.mask)
    case 'choice':
      return readChoice(metric, context)
    case 'judged':
      return readJudged(metric, context)
  }
}

const takeReadings = ({ metrics, inquiries, asks }: StandardDefinition, context: Context): Reading[] => {
  const censuses = inquiries.map((inquiry) => takeCensus(inquiry, context))
  return metrics.map((metric, position) => readMetric(metric, asks[position] ?? null, censuses, context))
}

const readingOf = ({ readings }: Taking, metric: number): Reading => readings[metric] as Reading

/** Options still possible: those not ruled out, down to the first that is met. */
const standOfOptions = (options: readonly OptionDefinition[], nodes: readonly (RuleNode | null)[]): Standing => {
  let open = 0
  for (let at = 0; at < nodes.length; at++) {
    const verdict = nodes[at]?.verdict ?? 'met'
    if (verdict !== 'unmet') open |= 1 << at
    if (verdict === 'met') break
  }
  return standingsOf(options).of(open)
}

const takeIndicator = (trace: Taking, definition: IndicatorDefinition): IndicatorNode => {
  const { scale } = definition
  switch (scale.kind) {
    case 'bands': {
      const reading = readingOf(trace, scale.metric)
      return { definition, standing: standOfBands(scale, reading), reading, options: null, parts: null }
    }
    case 'options': {
      const options = scale.options.map(({ rule }) => (rule === null ? null : takeRule(trace, rule)))
      return { definition, standing: standOfOptions(scale.options, options), reading: null, options, parts: null }
    }
    case 'best-of': {
      const parts = scale.parts.map((part) => {
        const reading = readingOf(trace, part.metric)
        return { standing: standOfBands(part, reading), reading }
      })
      const standing = bestOf(
        scale,
        parts.map((part) => part.standing),
      )
      return { definition, standing, reading: null, options: null, parts }
    }
    case 'points': {
      const reading = readingOf(trace, scale.metric)
      return { definition, standing: standOfPoints(scale.cap, reading), reading, options: null, parts: null }
    }
  }
}

const takeCondition = (trace: Taking, position: number): ConditionNode => {
  const known = trace.conditions[position]
  if (known) return known
  const definition = trace.definition.conditions[position] as ConditionDefinition
  const node = takeRule(trace, definition.rule)
  const taken: ConditionNode = { definition, verdict: node.verdict, node }
  trace.conditions[position] = taken
  return taken
}

const takeRule = (trace: Taking, rule: Rule): RuleNode => {
  switch (rule.kind) {
    case 'test': {
      const reading = readingOf(trace, rule.metric)
      return { kind: 'test', rule, verdict: judgeTest(rule, reading), reading }
    }
    case 'score': {
      const points = rule.dimension === null ? trace.total : (trace.dimensions[rule.dimension] as Points)
      return { kind: 'score', rule, verdict: judgeScore(rule, points), points }
    }
    case 'reference': {
      const condition = takeCondition(trace, rule.condition)
      return { kind: 'reference', rule, verdict: condition.verdict, condition }
    }
    default: {
      const parts = rule.rules.map((one) => takeRule(trace, one))
      const verdict = joinVerdicts(
        rule.kind,
        parts.map((part) => part.verdict),
      )
      return { kind: 'join', rule, verdict, parts }
    }
  }
}

const takeScore = (trace: Taking): void => {
  const { score } = trace.definition
  if (!score) return
  const indicators = score.indicators.map((indicator) => takeIndicator(trace, indicator))
  const dimensions = score.dimensions.map((definition, own): DimensionNode => {
    const inside = indicators.filter((node) => node.definition.dimension === own)
    const { min, max } = sumOf(inside.map(({ standing }) => standing))
    return { definition, min, max, indicators: inside }
  })
  trace.indicators = indicators
  trace.dimensions = dimensions
  trace.total = sumOf(dimensions)
}

/**
 * Evaluates one enterprise: readings, then points, then conditions, then the outcome. The measure of everything generated
 * from the standard, which must say the same.
 */
export const takeTrace = (definition: StandardDefinition, facts: Facts): Trace => {
  const trace: Taking = {
    definition,
    context: contextOf(facts),
    readings: [],
    indicators: [],
    dimensions: [],
    total: NO_POINTS,
    conditions: [],
    outcome: undefined as never,
  }
  trace.readings = takeReadings(definition, trace.context)
  takeScore(trace)
  definition.conditions.forEach((_condition, position) => {
    takeCondition(trace, position)
  })
  trace.outcome = takeRule(trace, definition.outcome)
  return trace
}
