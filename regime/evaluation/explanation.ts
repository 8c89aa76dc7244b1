/** Kleene's third value included: nothing unknown ever passes silently. */
export type Verdict = 'met' | 'unmet' | 'undetermined'

/** Points still possible; `min` and `max` differ only while something is unknown or undetermined. */
export interface Points {
  readonly min: number
  readonly max: number
}

/**
 * One node of the explanation: the tree that the pages, the printed paper and the command line all draw. Texts are
 * Chinese and ready to show; numbers inside them were formatted after the decision, never before. A key that has no
 * meaning for a node is absent.
 *
 * Reading order for people: `sentence` first, then `formula` with the enterprise's own numbers against `threshold` or
 * `bands`, then `citation` and `notes`.
 */
export interface Explanation {
  /**
   * `standard` the root · `dimension` a class of indicators (创新能力) · `indicator` what gives points (I2) ·
   * `condition` what is met or not and has an id of the law (D1, A2b, E3) · `all` / `any` several tests joined (同时满足 /
   * 任一满足) · `test` one metric against one threshold · `part` one of two tables an indicator takes the better of (S11) ·
   * `item` one entry of a list: a right, an award, a financing round · `reason` why such an entry counts or not.
   */
  readonly kind:
    | 'standard'
    | 'dimension'
    | 'indicator'
    | 'condition'
    | 'all'
    | 'any'
    | 'test'
    | 'part'
    | 'item'
    | 'reason'
  /** Unique among its siblings; for indicators and conditions the id of the standard (`I2`, `score60`). */
  readonly id: string
  readonly name: string
  /** Whole sentences a firm's accountant understands without help. */
  readonly sentence: string
  /** Instrument, annex and number, e.g. 工信部企业〔2022〕63号 附件1 二（一）2. */
  readonly citation?: string
  /** Of everything that is met or not: standard, condition, all, any, test, item, reason. */
  readonly verdict?: Verdict
  /** Of standard (if scored), dimension, indicator, part. */
  readonly points?: Points
  /** Full marks that belong to `points`. */
  readonly cap?: number
  /** Of standard and dimension: the points demanded, where the law sets a floor (下限). */
  readonly floor?: number
  /** Of indicators and parts: the law's letter once settled, null while open or where the law letters none. */
  readonly option?: string | null
  /** Of indicators and parts: every band or option in the law's order, the possible ones marked. */
  readonly bands?: readonly Band[]
  readonly formula?: Formula
  readonly threshold?: Threshold
  /** How the numbers are to be read: 口径, terms of the edition, labels of readings that await confirmation. */
  readonly notes?: readonly Note[]
  /** Paths of the facts that were used, known or not. */
  readonly facts?: readonly string[]
  /** Paths of the unknown facts that keep this node open. */
  readonly missing?: readonly string[]
  readonly children?: readonly Explanation[]
}

/** One band or option of an indicator. */
export interface Band {
  /** Letter of the law, or null where it letters none. */
  readonly option: string | null
  /** What it demands: 3%–5%, or 自主研发的Ⅰ类知识产权 1 项以上. */
  readonly label: string
  readonly points: number
  /** `hit` the one that applies · `open` still possible · `missed` not. */
  readonly state: 'hit' | 'open' | 'missed'
}

/** What a value is held against. */
export interface Threshold {
  /** `at-least` 不低于 · `at-most` 不超过 · `above` 超过 · `below` 低于 (excluding the number) · `is` a named choice. */
  readonly relation: 'at-least' | 'at-most' | 'above' | 'below' | 'is'
  /** Ready to show beside the result: ≥ 5%. */
  readonly text: string
}

/** `uncertain` marks a reading of the law that awaits confirmation by the province or the ministry. */
export interface Note {
  readonly kind: 'definition' | 'edge' | 'uncertain' | 'exemption'
  readonly text: string
  readonly citation?: string
}

/** The calculation with the enterprise's own numbers, structured so that a page can draw a real fraction. */
export interface Formula {
  readonly expression: Expression
  /** The value reached, ready to show (5.00%), or null while it is unknown or cannot be computed. */
  readonly result: string | null
  /** False when `result` was cut to a few decimals for reading (show ≈ instead of =). */
  readonly exact: boolean
}

export type Expression = Operand | Operation

/** A number of the enterprise under its name. */
export interface Operand {
  readonly form: 'value'
  readonly label: string
  /** Formatted with its unit (1,001.00 万元), or null while unknown. */
  readonly text: string | null
  /** Path of the fact it comes from. */
  readonly fact?: string
}

/**
 * `fraction` two terms, over and under the line · `sum` and `difference` left to right · `mean` of its terms ·
 * `compound` the two-year compound rate: terms are the later and the earlier amount · `count` entries that count.
 */
export interface Operation {
  readonly form: 'fraction' | 'sum' | 'difference' | 'mean' | 'compound' | 'count'
  readonly label?: string
  readonly terms: readonly Expression[]
}
