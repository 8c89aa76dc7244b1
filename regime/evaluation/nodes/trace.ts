import type { Context } from '../context.ts'
import type {
  ConditionDefinition,
  DimensionDefinition,
  IndicatorDefinition,
  JoinRule,
  ReferenceRule,
  ScoreRule,
  StandardDefinition,
  TestRule,
} from '../definition.ts'
import type { Points, Verdict } from '../explanation.ts'
import type { Metric } from '../metric.ts'
import type { Reading } from './reading.ts'
import type { Standing } from './standing.ts'

/**
 * The evaluation of one enterprise under one standard as a tree: each node holds the part of the standard it decides, the
 * enterprise's own numbers it decided by, and what it decided. Explaining is reading this tree aloud (explaining/); nothing
 * is worked out twice. The same calculation, named in two places, is the same object.
 */
export interface Trace {
  readonly definition: StandardDefinition
  readonly context: Context
  /** What each metric of the standard says, by position. */
  readonly readings: readonly Reading[]
  /** By position, in the standard's order; empty where it has no score. */
  readonly indicators: readonly IndicatorNode[]
  readonly dimensions: readonly DimensionNode[]
  readonly total: Points
  readonly conditions: readonly ConditionNode[]
  readonly outcome: RuleNode
}

export interface DimensionNode extends Points {
  readonly definition: DimensionDefinition
  readonly indicators: readonly IndicatorNode[]
}

export interface IndicatorNode {
  readonly definition: IndicatorDefinition
  readonly standing: Standing
  /** Of bands and of points somebody decided. */
  readonly reading: Reading | null
  /** Of options: what each asks, in the law's order; null for the one that remains. */
  readonly options: readonly (RuleNode | null)[] | null
  /** Of the better of several tables. */
  readonly parts: readonly PartNode[] | null
}

export interface PartNode {
  readonly standing: Standing
  readonly reading: Reading
}

export interface ConditionNode {
  readonly definition: ConditionDefinition
  readonly verdict: Verdict
  readonly node: RuleNode
}

export type RuleNode = TestNode | JoinNode | ReferenceNode | ScoreNode

export interface TestNode {
  readonly kind: 'test'
  readonly rule: TestRule
  readonly verdict: Verdict
  readonly reading: Reading
}

export interface JoinNode {
  readonly kind: 'join'
  readonly rule: JoinRule
  readonly verdict: Verdict
  readonly parts: readonly RuleNode[]
}

export interface ReferenceNode {
  readonly kind: 'reference'
  readonly rule: ReferenceRule
  readonly verdict: Verdict
  readonly condition: ConditionNode
}

export interface ScoreNode {
  readonly kind: 'score'
  readonly rule: ScoreRule
  readonly verdict: Verdict
  readonly points: Points
}

/** The metric at a position of the standard. */
export const metricAt = ({ definition }: Pick<Trace, 'definition'>, position: number): Metric =>
  definition.metrics[position] as Metric
