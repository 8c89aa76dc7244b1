import type { Fraction } from '../kernel/fraction.ts'
import type { Ask, Inquiry } from './lists/census.ts'
import type { Bound, Metric } from './metric.ts'

/** A standard as loaded and checked: what its YAML says, metrics bound, thresholds exact. Frozen data; nothing computes. */
export interface StandardDefinition {
  readonly id: string
  readonly title: string
  readonly tier: 'innovative' | 'specialised' | 'little-giant' | 'eligibility'
  /** 文号, e.g. 工信部企业〔2022〕63号. */
  readonly instrument: string
  readonly cite: string
  readonly inForce: { readonly from: string; readonly to: string | null }
  /** What the enterprise reaches: “创新型中小企业”公告条件. */
  readonly aim: string
  /** Absent where the standard has no score. */
  readonly score?: ScoreDefinition
  readonly conditions: readonly ConditionDefinition[]
  readonly outcome: Rule
  /** Bound metrics; rules and bands name them by position. */
  readonly metrics: readonly Metric[]
  /** What is asked of each list, and by which of those reasons each metric counts (null: it counts nothing). */
  readonly inquiries: readonly Inquiry[]
  readonly asks: readonly (Ask | null)[]
  readonly notes: readonly LabelledNote[]
}

/** A remark of the YAML; `uncertain` awaits confirmation by the province or the ministry. */
export interface LabelledNote {
  readonly kind: 'definition' | 'uncertain'
  readonly text: string
}

export interface ScoreDefinition {
  readonly cap: number
  readonly dimensions: readonly DimensionDefinition[]
  readonly indicators: readonly IndicatorDefinition[]
}

export interface DimensionDefinition {
  readonly id: string
  readonly name: string
  readonly cap: number
  readonly cite: string
}

export interface IndicatorDefinition {
  readonly id: string
  readonly name: string
  readonly dimension: number
  readonly cap: number
  readonly cite: string
  readonly scale: Scale
  readonly notes: readonly LabelledNote[]
}

/** How an indicator turns facts into points. */
export type Scale =
  | BandScale
  | { readonly kind: 'options'; readonly options: readonly OptionDefinition[] }
  | {
      readonly kind: 'best-of'
      readonly parts: readonly (BandScale & { readonly id: string; readonly name: string })[]
    }
  | { readonly kind: 'points'; readonly metric: number; readonly cap: number }

/** One metric against bands; the first band in this order (higher points first) that holds the value applies. */
export interface BandScale {
  readonly kind: 'bands'
  readonly metric: number
  readonly bands: readonly BandDefinition[]
}

export interface BandDefinition {
  readonly option: string | null
  readonly points: number
  readonly label: string
  /** Both ends included; null is without end. */
  readonly from: Bound | null
  readonly to: Bound | null
}

/** Options tried in the law's order; the last one has no rule and is what remains. */
export interface OptionDefinition {
  readonly option: string | null
  readonly points: number
  readonly label: string
  readonly rule: Rule | null
}

export interface ConditionDefinition {
  readonly id: string
  readonly name: string
  readonly cite: string
  readonly rule: Rule
  readonly notes: readonly LabelledNote[]
}

export type Relation = 'at-least' | 'at-most' | 'above' | 'below' | 'is'

export type Rule = TestRule | JoinRule | ReferenceRule | ScoreRule

/** One metric against one threshold, or a choice against one value. */
export interface TestRule {
  readonly kind: 'test'
  readonly name: string
  readonly cite: string
  readonly metric: number
  readonly relation: Relation
  /** Of numbers and tallies. */
  readonly bound: Bound | null
  /** Of choices. */
  readonly value: string | boolean | null
}

/** 同时满足 (`all`) or 任一满足 (`any`); `exemption` when the later rules exempt from the first. */
export interface JoinRule {
  readonly kind: 'all' | 'any'
  readonly name: string
  readonly cite: string
  readonly exemption: boolean
  readonly rules: readonly Rule[]
}

/** Another condition of the same standard. */
export interface ReferenceRule {
  readonly kind: 'reference'
  readonly condition: number
}

/** Points of one dimension, or of all (`dimension` null), at least so many. */
export interface ScoreRule {
  readonly kind: 'score'
  readonly name: string
  readonly cite: string
  readonly dimension: number | null
  readonly atLeast: number
}

/** The threshold of a test as the metric compares it. */
export const liftedOf = (bound: Bound | null): Fraction => {
  if (bound === null) throw new TypeError('a test of a number has a bound')
  return bound.lifted
}
