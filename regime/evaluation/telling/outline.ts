import type { Band, Expression, Points, Verdict } from '../explanation.ts'

// What a reader is told, line by line and in order, whatever it is written on: page, terminal and paper (B1). They differ
// in how a line is drawn, never in which lines there are.

/** How something turned out, as a word and as a sign for where there is no room or no colour. */
export interface Mark {
  readonly verdict: Verdict
  /** 满足, 计入, 符合 … as fits the thing. */
  readonly word: string
  readonly sign: '√' | '×' | '？'
}

/** One thing said. The order of lines is: sentence, formula, bands, citation, notes. */
export type Line = SentenceLine | FormulaLine | BandsLine | CitationLine | NoteLine

export interface SentenceLine {
  readonly kind: 'sentence'
  readonly text: string
}

/** The calculation with the enterprise's own numbers. */
export interface FormulaLine {
  readonly kind: 'formula'
  readonly expression: Expression
  /** `= 5.00%`, `≈ 5.12%`, `尚不能算出`; null where the expression is itself the value. */
  readonly equals: string | null
  /** What the value is held against: `≥ 5%`; null where bands follow. */
  readonly threshold: string | null
  /** The whole of it for readers who hear it. */
  readonly spoken: string
}

export interface BandsLine {
  readonly kind: 'bands'
  readonly bands: readonly Band[]
}

export interface CitationLine {
  readonly kind: 'citation'
  readonly text: string
}

export interface NoteLine {
  readonly kind: 'note'
  /** 待核口径, 边界, 豁免 or 口径. */
  readonly label: string
  readonly uncertain: boolean
  readonly text: string
}

/** The short word at the end of an indicator's line: the band it hit, or how much is still open. */
export interface Hit {
  readonly tone: 'best' | 'middle' | 'nothing' | 'open'
  readonly text: string
}

/** Points reached, of full marks. */
export interface Score extends Points {
  readonly cap: number
  /** The points demanded, where the law sets a floor (下限). */
  readonly floor?: number
}

/** One thing explained: an indicator, a condition, a test below it, an entry of a list. */
export interface Passage {
  /** Unique among its siblings. */
  readonly key: string
  readonly kind: 'indicator' | 'condition' | 'group' | 'test' | 'item'
  /** The law's own id (I2, D1), where it has one and stands at the top. */
  readonly id?: string
  readonly name: string
  readonly mark?: Mark
  readonly score?: Score
  /** The law's letter of the option reached. */
  readonly option?: string
  readonly hit?: Hit
  readonly lines: readonly Line[]
  /** Sentence with the name before it where it does not begin with it: for places without a heading of its own. */
  readonly runIn: string
  /** Why an entry of a list counts or not: every reason its sentence has not given already. */
  readonly reasons: readonly { readonly key: string; readonly mark: Mark; readonly text: string }[]
  readonly parts: readonly Passage[]
}

/** Passages under one heading: the indicators of a dimension, or the conditions. */
export interface Section {
  readonly key: string
  readonly kind: 'indicators' | 'conditions'
  readonly title: string
  readonly score?: Score
  readonly lines: readonly Line[]
  readonly passages: readonly Passage[]
}

/** A whole result, told. */
export interface Outline {
  readonly standard: string
  readonly title: string
  readonly citation: string
  readonly enterprise: { readonly name: string | null; readonly uscc: string | null }
  readonly asOf: string
  readonly outcome: Verdict
  /** 达到, 达不到, 还不能确定. */
  readonly outcomeWord: string
  readonly sentence: string
  /** What limits the use of the result, the most important first; never empty. */
  readonly cautions: readonly string[]
  readonly score?: Score
  readonly dimensions: readonly (Score & { readonly name: string })[]
  /** Unknown facts that can still change the outcome, most decisive first. */
  readonly missing: readonly { readonly path: string; readonly name: string }[]
  readonly sections: readonly Section[]
  readonly notes: readonly NoteLine[]
  readonly edition: string
  readonly facts: string
}
