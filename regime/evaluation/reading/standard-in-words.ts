import { composedDocuments, type EditionDocuments } from '../edition.ts'
import { readTerms } from '../loading/read-terms.ts'
import { type Raw, rawList, rawOf, scalarText } from './raw.ts'
import { boundText, type RuleInWords, ruleInWords, type WordsScope } from './rule-in-words.ts'
import { subjectWords } from './subject-words.ts'
import { type TermInWords, termsInWords } from './term-words.ts'

/** A whole standard as people read it, in the law's order; what the public page of a standard shows. */
export interface StandardInWords {
  readonly id: string
  readonly title: string
  readonly tier: string
  readonly instrument: string
  readonly cite: string
  readonly from: string
  readonly to: string | null
  readonly aim: string
  readonly notes: readonly string[]
  readonly cap: number | null
  readonly dimensions: readonly DimensionInWords[]
  readonly conditions: readonly ConditionInWords[]
  readonly outcome: RuleInWords
  readonly terms: readonly TermInWords[]
}

export interface DimensionInWords {
  readonly id: string
  readonly name: string
  readonly cap: number
  readonly cite: string
  readonly indicators: readonly IndicatorInWords[]
}

export interface IndicatorInWords {
  readonly id: string
  readonly name: string
  readonly cap: number
  readonly cite: string
  readonly notes: readonly string[]
  /** One table of steps, or several of which the better counts; empty where someone decides the points. */
  readonly tables: readonly { readonly subject: string; readonly steps: readonly StepInWords[] }[]
}

export interface StepInWords {
  readonly option: string | null
  readonly points: number
  readonly text: string
}

export interface ConditionInWords {
  readonly id: string
  readonly name: string
  readonly cite: string
  readonly notes: readonly string[]
  readonly rule: RuleInWords
}

/** Names for what rules of this document refer to. */
export const wordsScopeOf = ({ standard, terms }: EditionDocuments): WordsScope => {
  const document = rawOf(standard)
  const nameIn = (list: unknown, id: string): string =>
    scalarText(rawList(list).find((one) => one.id === id)?.name) ?? ''
  return {
    terms: readTerms(terms),
    conditionName: (id) => nameIn(document.conditions, id),
    scoreName: (id) => (id === 'total' ? '总分' : `${nameIn(document.dimensions, id)}得分`),
  }
}

/** `note` and `uncertain` of a place, the latter labelled. */
export const notesInWords = (place: Raw): readonly string[] => [
  ...(place.note === undefined ? [] : [String(place.note)]),
  ...(place.uncertain === undefined ? [] : [`待核：${String(place.uncertain)}`]),
]

const bandText = ({ from, to }: Raw): string => {
  const spaced = (value: unknown) => boundText(value).replace(/%$/, '% ')
  if (from === undefined) return `${spaced(to)}以下`
  return to === undefined ? `${spaced(from)}以上` : `${boundText(from)} 至 ${boundText(to)}`
}

/** One step of a scale in words: the band, or the option's label with its rule. */
export const stepText = (step: Raw, scope: WordsScope): string => {
  const label = scalarText(step.label)
  if (step.from !== undefined || step.to !== undefined) return label ?? bandText(step)
  return label ?? (step.when === undefined ? '其余' : ruleInWords(rawOf(step.when), scope).text)
}

const stepOf = (step: Raw, scope: WordsScope): StepInWords => ({
  option: scalarText(step.option) ?? null,
  points: Number(step.points),
  text: stepText(step, scope),
})

const tablesOf = (indicator: Raw, scope: WordsScope): IndicatorInWords['tables'] => {
  const steps = (list: unknown) => rawList(list).map((step) => stepOf(step, scope))
  if (indicator.bands !== undefined)
    return [{ subject: subjectWords(indicator, scope.terms), steps: steps(indicator.bands) }]
  if (indicator.options !== undefined) return [{ subject: String(indicator.name), steps: steps(indicator.options) }]
  return rawList(indicator['best-of']).map((part) => ({
    subject: subjectWords(part, scope.terms),
    steps: steps(part.bands),
  }))
}

/** Reads a loaded edition's documents out, an overlay as part of its standard. */
export const standardInWords = (edition: EditionDocuments): StandardInWords => {
  const documents = composedDocuments(edition)
  const scope = wordsScopeOf(documents)
  const document = rawOf(documents.standard)
  const interval = rawOf(document['in-force'])
  return {
    id: String(document.id),
    title: String(document.title),
    tier: String(document.tier),
    instrument: String(document.instrument),
    cite: String(document.cite),
    from: String(interval.from),
    to: scalarText(interval.to) ?? null,
    aim: String(document.aim),
    notes: notesInWords(document),
    cap: document.cap === undefined ? null : Number(document.cap),
    dimensions: rawList(document.dimensions).map((dimension) => ({
      id: String(dimension.id),
      name: String(dimension.name),
      cap: Number(dimension.cap),
      cite: String(dimension.cite),
      indicators: rawList(dimension.indicators).map((indicator) => ({
        id: String(indicator.id),
        name: String(indicator.name),
        cap: Number(indicator.cap),
        cite: String(indicator.cite),
        notes: notesInWords(indicator),
        tables: tablesOf(indicator, scope),
      })),
    })),
    conditions: rawList(document.conditions).map((condition) => ({
      id: String(condition.id),
      name: String(condition.name),
      cite: String(condition.cite),
      notes: notesInWords(condition),
      rule: ruleInWords(condition, scope),
    })),
    outcome: ruleInWords(rawOf(document.outcome), scope),
    terms: termsInWords(documents.terms),
  }
}
