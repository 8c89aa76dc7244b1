import type { TallyMetric } from '../metric.ts'

/**
 * A standard as straight-line arithmetic over columns: what the flat code, the population kernel and SQL are all written
 * from. Nodes are in order — each refers only to earlier ones — and the same calculation is one node.
 *
 * Unknown is a value of numbers alone (NaN, NULL): a comparison with it is false. A verdict is a pair of plain booleans,
 * `certain` and `possible`, so that Kleene's 同时满足 and 任一满足 are *and* and *or* of each half.
 */
export interface Plan {
  readonly standard: string
  readonly columns: readonly Column[]
  readonly nodes: readonly PlanNode[]
  readonly dimensions: readonly string[]
  readonly indicators: readonly IndicatorPlan[]
  readonly conditions: readonly { readonly id: string; readonly verdict: VerdictPlan }[]
  readonly outcome: VerdictPlan
  /** Where the codes of the result lie in its 32-bit words. */
  readonly layout: Layout
}

/** One number kept per enterprise. */
export interface Column {
  /** Stable name, the same in memory and in SQL. */
  readonly name: string
  readonly metric: number
  readonly source: ColumnSource
  /** `amount` up to ±`limit`, eight bytes; `small` one byte. */
  readonly width: 'amount' | 'small'
  /** Largest size for which every product written from it is exact; above it an enterprise takes the slow path. */
  readonly limit: number
  /** Whether a negative amount, too, takes the slow path (the error bound of a product rests on its sign). */
  readonly nonNegative: boolean
}

/**
 * `input` a known amount or unknown · `low` and `high` the ends of a count or sum, `high` possibly without end · `choice`
 * 0 unknown, n the n-th value that rules name, one more for any other · `verdict` 0 unmet, 1 undetermined, 2 met.
 */
export type ColumnSource =
  | { readonly kind: 'input'; readonly input: number }
  | { readonly kind: 'low' | 'high'; readonly counts: boolean }
  | { readonly kind: 'choice'; readonly values: readonly (string | boolean)[] }
  | { readonly kind: 'verdict' }

/** Position of a node. */
export type NodeId = number

export type PlanNode = NumberNode | BooleanNode

export type NumberNode =
  | { readonly op: 'column'; readonly column: number }
  | { readonly op: 'number'; readonly value: number }
  /** Itself while above zero, otherwise unknown: a base or denominator. */
  | { readonly op: 'positive'; readonly of: NodeId }
  | { readonly op: 'product'; readonly of: readonly NodeId[] }
  | { readonly op: 'sum'; readonly of: readonly NodeId[] }

export type BooleanNode =
  | { readonly op: 'constant'; readonly value: boolean }
  | { readonly op: 'compare'; readonly relation: Comparison; readonly left: NodeId; readonly right: NodeId }
  /** As `compare`, where the products may pass 2⁵³: decided in doubles when far apart, exactly otherwise. */
  | { readonly op: 'compare-wide'; readonly relation: Comparison; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'unknown'; readonly of: NodeId }
  | { readonly op: 'is'; readonly column: number; readonly code: number }
  | { readonly op: 'not'; readonly of: NodeId }
  | { readonly op: 'and' | 'or'; readonly of: readonly NodeId[] }
  /** Points of these indicators at their lower or upper end, added up, reach `atLeast`. */
  | {
      readonly op: 'score'
      readonly end: 'lower' | 'upper'
      readonly indicators: readonly number[]
      readonly atLeast: number
    }

export type Comparison = '>=' | '<=' | '>' | '<'

export interface VerdictPlan {
  readonly certain: NodeId
  readonly possible: NodeId
}

/**
 * An indicator: levels from the best points down, the last one what remains. `reached[k]` says that level k or a better
 * one is reached, so the level is the count of those that are not.
 */
export interface IndicatorPlan {
  readonly id: string
  readonly dimension: number
  readonly levels: readonly { readonly points: number; readonly option: string | null }[]
  readonly reached: Reached
}

/**
 * `settled`: one level or, while `unknown`, any. `span`: from the best that is possible to the best that is certain; of a
 * count the worst that is possible.
 */
export type Reached =
  | { readonly kind: 'settled'; readonly certain: readonly NodeId[]; readonly unknown: NodeId }
  | { readonly kind: 'span'; readonly certain: readonly NodeId[]; readonly possible: readonly NodeId[] }

/** A code within the words of a result. */
export interface Field {
  readonly word: number
  readonly shift: number
  readonly bits: number
}

/**
 * Outcome and conditions: 0 unmet, 1 undetermined, 2 met; outcome 3: take the exact path. Indicators: `settled` the
 * level, or the number of levels while open; `span` lower·(lower + 1)/2 + upper, levels counted from the best.
 */
export interface Layout {
  readonly words: number
  readonly outcome: Field
  readonly conditions: readonly Field[]
  readonly indicators: readonly Field[]
}

/** Outcome code of a result that only the exact path can give. */
export const EXACT_PATH = 3

/** What a small column holds for a count without end; every count of 255 or more. */
export const MANY = 255

/** A standard uses something that the plan has no form for; it can still be evaluated one by one. */
export class PlanRefusal extends Error {}

/** Whether a list adds up amounts instead of counting. */
export const addsUp = ({ family }: TallyMetric): boolean => family.amountOf !== undefined
