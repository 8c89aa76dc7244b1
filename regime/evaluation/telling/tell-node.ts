import type { Band, Explanation, Formula, Note, Threshold } from '../explanation.ts'
import type { Hit, Line, NoteLine, Passage, Score } from './outline.ts'
import { tellFormula } from './tell-formula.ts'
import { markOf, noteLabels } from './words.ts'

/** Points with their full marks; undefined where a node gives none. */
export const scoreOf = ({ points, cap, floor }: Explanation): Score | undefined =>
  points && cap !== undefined ? { ...points, cap, ...(floor === undefined ? {} : { floor }) } : undefined

export const tellNote = ({ kind, text, citation }: Note): NoteLine => ({
  kind: 'note',
  label: noteLabels[kind],
  uncertain: kind === 'uncertain',
  text: citation === undefined ? text : `${text}（${citation}）`,
})

const hitOf = (bands: readonly Band[]): Hit | undefined => {
  const hit = bands.find(({ state }) => state === 'hit')
  const open = bands.filter(({ state }) => state === 'open').length
  if (!hit) return open > 0 ? { tone: 'open', text: `未定，还有 ${open} 档可能` } : undefined
  const best = Math.max(...bands.map(({ points }) => points))
  return { tone: hit.points === best ? 'best' : hit.points === 0 ? 'nothing' : 'middle', text: hit.label }
}

/** A number as the firm gives it: there is nothing to calculate, and only while it is open its threshold is unsaid. */
const isSaid = ({ expression }: Formula, threshold: Threshold | undefined): boolean =>
  expression.form === 'value' && (expression.text !== null || threshold === undefined)

/** Sentence first, formula with the numbers second, article third (B1). */
const linesOf = (node: Explanation, inherited: string | undefined): readonly Line[] => {
  const { sentence, formula, threshold, bands = [], citation, notes = [] } = node
  return [
    { kind: 'sentence', text: sentence },
    ...(formula && !isSaid(formula, threshold) ? [tellFormula(formula, threshold)] : []),
    ...(bands.length > 0 ? [{ kind: 'bands', bands } as const] : []),
    // A part rests on the article of the whole unless it names another.
    ...(citation !== undefined && citation !== inherited ? [{ kind: 'citation', text: citation } as const] : []),
    ...notes.map(tellNote),
  ]
}

const kinds: { readonly [K in Explanation['kind']]: Passage['kind'] } = {
  standard: 'group',
  dimension: 'group',
  indicator: 'indicator',
  condition: 'condition',
  all: 'group',
  any: 'group',
  part: 'test',
  test: 'test',
  item: 'item',
  reason: 'test',
}

/** The law letters and numbers its indicators and conditions (I2, L4a); an id in words (score60) is for programs. */
const LAWS_OWN = /^[A-Z]\d*[a-z]?$/

/** A name as it reads within quotation marks: without any, since its own become single ones there. */
const unquoted = (text: string): string => text.replace(/[“”‘’]/g, '')

/** Tells one node with everything below it; `inherited` is the citation already given above it. */
export const tellNode = (node: Explanation, inherited?: string): Passage => {
  const { kind, id, name, sentence, verdict, option, bands, citation, children = [] } = node
  const score = scoreOf(node)
  const hit = bands && hitOf(bands)
  const isLaws = (kind === 'indicator' || kind === 'condition') && inherited === undefined && LAWS_OWN.test(id)
  return {
    key: id,
    kind: kinds[kind],
    ...(isLaws ? { id } : {}),
    name,
    ...(verdict ? { mark: markOf(kind, verdict) } : {}),
    ...(score ? { score } : {}),
    ...(option === undefined || option === null ? {} : { option }),
    ...(hit ? { hit } : {}),
    lines: linesOf(node, inherited),
    runIn: unquoted(sentence).startsWith(unquoted(name)) ? sentence : `${name}：${sentence}`,
    reasons: children.flatMap((child) =>
      child.kind === 'reason' && child.verdict && !sentence.includes(child.name)
        ? [{ key: child.id, mark: markOf('reason', child.verdict), text: child.name }]
        : [],
    ),
    parts: children.flatMap((child) => (child.kind === 'reason' ? [] : [tellNode(child, citation ?? inherited)])),
  }
}
