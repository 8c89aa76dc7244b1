import type { Relation } from '../definition.ts'
import type { Terms } from '../terms.ts'
import { type Raw, rawList, scalarText } from './raw.ts'
import { findMetric, subjectWords } from './subject-words.ts'

/** A rule of a standard as people read it: one sentence, or parts joined by 同时满足 / 任一满足. */
export interface RuleInWords {
  readonly join: 'all' | 'any' | null
  /** The sentence of a rule without parts; the heading of one with parts, where it has its own. */
  readonly text: string
  readonly cite: string | null
  readonly parts: readonly RuleInWords[]
  /** What exempts from it: any one of these. */
  readonly exempt: readonly RuleInWords[]
}

/** What a rule may refer to. */
export interface WordsScope {
  readonly terms: Terms
  /** Name of a condition by id. */
  readonly conditionName: (id: string) => string
  /** Name of a dimension, or of the total. */
  readonly scoreName: (id: string) => string
}

export const relations = ['at-least', 'at-most', 'above', 'below', 'is'] as const satisfies readonly Relation[]

const relationWords: { readonly [R in Exclude<Relation, 'is'>]: string } = {
  'at-least': '不低于',
  'at-most': '不超过',
  above: '超过',
  below: '低于',
}

/** A threshold as people write it: 100 万元. */
export const boundText = (value: unknown): string => String(value).replace(/^([\d.]+)\s*(?=[^\d.%\s])/, '$1 ')

/** The relation a test uses; undefined of anything that is no test. */
export const relationOf = (rule: Raw): Relation | undefined =>
  relations.find((relation) => rule[relation] !== undefined)

const testWords = (rule: Raw, { terms }: WordsScope): string => {
  const relation = relationOf(rule)
  const subject = subjectWords(rule, terms)
  if (relation === undefined) return subject
  if (relation !== 'is') return `${subject}${relationWords[relation]} ${boundText(rule[relation])}`
  const own = scalarText(rule.name)
  const metric = findMetric(rule, terms)
  const wording = metric?.kind === 'choice' ? metric.wording(rule.is as string | boolean) : String(rule.is)
  if (rule.is === true) return own ?? subject
  return own ? `${own}（${subject}：${wording}）` : `${subject}：${wording}`
}

/** A rule in words, whole: nothing that decides is left out. */
export const ruleInWords = (rule: Raw, scope: WordsScope): RuleInWords => {
  const cite = scalarText(rule.cite) ?? null
  const exempt = rawList(rule.exempt).map((one) => ruleInWords(one, scope))
  const of = (text: string, join: RuleInWords['join'] = null, parts: readonly Raw[] = []): RuleInWords => ({
    join,
    text,
    cite,
    parts: parts.map((part) => ruleInWords(part, scope)),
    exempt,
  })
  if (rule.metric !== undefined) return of(testWords(rule, scope))
  if (rule.score !== undefined) return of(`${scope.scoreName(String(rule.score))}不低于 ${String(rule['at-least'])} 分`)
  if (rule.condition !== undefined)
    return of(`${String(rule.condition)} ${scope.conditionName(String(rule.condition))}`)
  const join = rule.all === undefined ? 'any' : 'all'
  return of(scalarText(rule.name) ?? '', join, rawList(rule[join]))
}

/** The same on one line, for a sentence. */
export const lineOf = ({ join, text, parts, exempt }: RuleInWords, nested = false): string => {
  const lines = parts.map((part) => lineOf(part, true))
  const [only] = lines
  const joined = lines.length < 2 ? (only ?? text) : lines.join(join === 'all' ? '，且' : '，或')
  const whole =
    exempt.length === 0 ? joined : `${joined}（${exempt.map((one) => lineOf(one, true)).join('，或')}的，不作要求）`
  return nested && lines.length > 1 && exempt.length === 0 ? `（${whole}）` : whole
}
