import type { Fraction } from '../kernel/fraction.ts'
import type { Context } from './context.ts'
import type { Explanation, Verdict } from './explanation.ts'
import type { Input } from './inputs.ts'
import type { ListFamily, Reason } from './lists/list.ts'
import type { Mechanism } from './mechanisms/mechanism.ts'

/** What thresholds against a metric are written in, in a standard's YAML and for readers. */
export type Unit = '万元' | '%' | '年' | '项' | '次' | '家' | '件' | '分' | '级' | '名' | '人'

/** A metric of the law, ready to be read from facts: terms and year scope are bound. */
export type Metric = NumberMetric | TallyMetric | ChoiceMetric | JudgedMetric

interface Named {
  /** Same key, same reading: id and everything bound to it. */
  readonly key: string
  readonly name: string
  /** What the instrument's terms say about it, and what in them awaits confirmation. */
  readonly notes?: readonly TermNote[]
}

/** A term that a metric rests on, as it reaches the explanation. */
export interface TermNote {
  readonly kind: 'definition' | 'uncertain'
  readonly text: string
}

/** A number computed from yearly figures or other numbers; unknown while any input is. */
export interface NumberMetric extends Named {
  readonly kind: 'number'
  readonly unit: Unit
  readonly mechanism: Mechanism
  readonly inputs: readonly Input[]
}

/** A count over a list, or the sum of its amounts: an interval from what is certain to what is possible. */
export interface TallyMetric extends Named {
  readonly kind: 'tally'
  readonly unit: Unit
  readonly family: ListFamily
  readonly reasons: readonly Reason[]
  /** Column of the flat kernel and of SQL; `_low` and `_high` follow it. */
  readonly column: string
  /** What one more entry that counts would be, where an enterprise can bring one about (gap). */
  readonly addition?: Addition
}

/** One more entry of a list that would count, as a fact document holds it. */
export interface Addition {
  /** The entry; of money lists without its amount. */
  readonly entry: (context: Context) => { readonly [key: string]: unknown }
  /** In words, after “再”: 取得自主研发的Ⅰ类知识产权. */
  readonly words: string
}

/** A value out of a few: a judged flag, the chain role, new or renewal. */
export interface ChoiceMetric extends Named {
  readonly kind: 'choice'
  readonly column: string
  readonly path: (context: Context) => string
  readonly read: (context: Context) => string | boolean | null
  /** Where it is one flag of a section: which. */
  readonly flag?: { readonly section: 'enterprise' | 'product' | 'management'; readonly key: string }
  /** How a value is called: 是, 否, 复核. */
  readonly wording: (value: string | boolean) => string
}

/** A whole legal test of its own kind, judged by its own mechanism (the size rules). */
export interface JudgedMetric extends Named {
  readonly kind: 'judged'
  readonly judge: (context: Context) => Verdict
  /** Unknown facts that can still change the verdict, in reading order. */
  readonly missing: (context: Context) => readonly string[]
  readonly explain: (context: Context) => Pick<Explanation, 'sentence' | 'facts' | 'children' | 'notes'>
}

/** One or more readings of a threshold: the number as written, and lifted for exact comparison. */
export interface Bound {
  readonly written: Fraction
  readonly lifted: Fraction
  /** For reading: 100 万元, 5%. */
  readonly text: string
}
