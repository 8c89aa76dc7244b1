import type { Rule, StandardDefinition, TestRule } from '../definition.ts'
import type { RuleNode, Trace } from '../nodes/trace.ts'
import type { Lever } from './lever.ts'
import { metricsOfIndicator } from './metrics-of-indicator.ts'
import { testsIn } from './tests-in.ts'

/** What is certain of a trace: which tests are met, and the points of each indicator at least. */
export interface Certain {
  readonly tests: Uint8Array
  readonly points: Int32Array
}

/** A standard's rules over what is certain. They have no negation: more tests met and more points never lose the outcome. */
export interface Bound {
  certainOf(trace: Trace): Certain
  isMet(certain: Certain): boolean
  /** After pulls that share no metric, each known by itself. */
  join(start: Certain, pulls: readonly (readonly [lever: Lever, alone: Certain])[]): Certain
  /** Test by test and indicator by indicator. */
  best(several: readonly Certain[]): Certain
  /**
   * Could these levers, each at its best and those that share a metric at the best there is, still reach the outcome? Rules
   * most sets of levers out without reading anything, and never says no where yes is possible.
   */
  couldReach(certain: Certain, levers: readonly Lever[], bestOf: (lever: Lever) => Certain | undefined): boolean
}

/** Tests met, and sums of points by dimension with the total last. */
type Holds = (tests: Uint8Array, sums: Int32Array) => boolean

const compile = (definition: StandardDefinition, tests: readonly TestRule[], rule: Rule): Holds => {
  switch (rule.kind) {
    case 'test': {
      const at = tests.indexOf(rule)
      return (met) => met[at] === 1
    }
    case 'score': {
      const at = rule.dimension ?? definition.score?.dimensions.length ?? 0
      const { atLeast } = rule
      return (_met, sums) => (sums[at] as number) >= atLeast
    }
    case 'reference':
      return compile(definition, tests, definition.conditions[rule.condition]?.rule as Rule)
    default: {
      const parts = rule.rules.map((one) => compile(definition, tests, one))
      return rule.kind === 'all'
        ? (met, sums) => parts.every((part) => part(met, sums))
        : (met, sums) => parts.some((part) => part(met, sums))
    }
  }
}

/** More than one lever of the set bears on it. */
const SHARED = 1_000

/** Positions of the tests and indicators that a lever bears on. */
type Reach = readonly [tests: readonly number[], indicators: readonly number[]]

export const boundOf = (definition: StandardDefinition): Bound => {
  const tests = testsIn(definition)
  const indicators = definition.score?.indicators ?? []
  const total = definition.score?.dimensions.length ?? 0
  const holds = compile(definition, tests, definition.outcome)
  const sums = new Int32Array(total + 1)
  const isMet = ({ tests: met, points }: Certain): boolean => {
    sums.fill(0)
    points.forEach((min, at) => {
      const own = indicators[at]?.dimension ?? 0
      sums[own] = (sums[own] as number) + min
      sums[total] = (sums[total] as number) + min
    })
    return holds(met, sums)
  }
  const places = new Map(tests.map((test, at) => [test, at]))
  const mark = (met: Uint8Array, node: RuleNode): void => {
    if (node.kind === 'test') met[places.get(node.rule) as number] = node.verdict === 'met' ? 1 : 0
    if (node.kind === 'join') for (const part of node.parts) mark(met, part)
  }
  const certains = new WeakMap<Trace, Certain>()
  const certainOf = (trace: Trace): Certain => {
    const found = certains.get(trace)
    if (found) return found
    const met = new Uint8Array(tests.length)
    for (const { node } of trace.conditions) mark(met, node)
    mark(met, trace.outcome)
    const certain: Certain = { tests: met, points: Int32Array.from(trace.indicators, ({ standing }) => standing.min) }
    certains.set(trace, certain)
    return certain
  }
  const reaches = new WeakMap<Lever, Reach>()
  const among = (lever: Lever, metrics: readonly (readonly number[])[]): readonly number[] =>
    metrics.flatMap((read, at) => (read.some((metric) => lever.touches.has(metric)) ? [at] : []))
  const testMetrics = tests.map(({ metric }) => [metric])
  const indicatorMetrics = indicators.map(metricsOfIndicator)
  const reachOf = (lever: Lever): Reach => {
    const found = reaches.get(lever) ?? [among(lever, testMetrics), among(lever, indicatorMetrics)]
    reaches.set(lever, found)
    return found
  }
  const copy = ({ tests: met, points }: Certain): Certain => ({ tests: met.slice(), points: points.slice() })
  const ofTests = new Int32Array(tests.length)
  const ofIndicators = new Int32Array(indicators.length)
  return {
    certainOf,
    isMet,
    join: (start, pulls) => {
      const joined = copy(start)
      for (const [lever, alone] of pulls) {
        const [own, scored] = reachOf(lever)
        for (const at of own) joined.tests[at] = alone.tests[at] as number
        for (const at of scored)
          joined.points[at] =
            (joined.points[at] as number) + (alone.points[at] as number) - (start.points[at] as number)
      }
      return joined
    },
    best: (several) => {
      const best: Certain = { tests: new Uint8Array(tests.length), points: new Int32Array(indicators.length) }
      for (const { tests: met, points } of several) {
        met.forEach((one, at) => {
          if (one === 1) best.tests[at] = 1
        })
        points.forEach((min, at) => {
          best.points[at] = Math.max(best.points[at] as number, min)
        })
      }
      return best
    },
    couldReach: (certain, levers, bestOf) => {
      ofTests.fill(-1)
      ofIndicators.fill(-1)
      levers.forEach((lever, own) => {
        const [tested, scored] = reachOf(lever)
        for (const at of tested) ofTests[at] = ofTests[at] === -1 ? own : SHARED
        for (const at of scored) ofIndicators[at] = ofIndicators[at] === -1 ? own : SHARED
      })
      const bests = levers.map(bestOf)
      const raised = copy(certain)
      ofTests.forEach((own, at) => {
        if (own !== -1 && (bests[own]?.tests[at] ?? 1) === 1) raised.tests[at] = 1
      })
      ofIndicators.forEach((own, at) => {
        if (own !== -1)
          raised.points[at] = Math.max(
            raised.points[at] as number,
            bests[own]?.points[at] ?? (indicators[at]?.cap as number),
          )
      })
      return isMet(raised)
    },
  }
}
