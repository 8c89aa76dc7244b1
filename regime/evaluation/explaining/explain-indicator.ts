import { compareRatio, type Fraction } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale, IndicatorDefinition, OptionDefinition, Rule } from '../definition.ts'
import type { Band, Explanation, Note } from '../explanation.ts'
import type { TallyMetric } from '../metric.ts'
import type { IndicatorReading } from '../nodes/indicator.ts'
import { missingOfIndicator } from '../nodes/missing-of-indicator.ts'
import { metricOf, type Run, readingOf } from '../nodes/run.ts'
import { explainEntries } from './explain-entry.ts'
import { phraseTally, tellNumber } from './explain-metric.ts'
import { explainOptionEntry } from './explain-option-entry.ts'
import { citationOf, explainRule } from './explain-rule.ts'

const stateOf = (open: readonly number[], index: number): Band['state'] =>
  !open.includes(index) ? 'missed' : open.length === 1 ? 'hit' : 'open'

const spanOf = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? `得 ${min} 分` : `暂按 ${min} 至 ${max} 分计`

const edges = new WeakMap<readonly BandDefinition[], readonly Fraction[]>()

/** Ends of all bands; the standard's, so worked out once. */
const edgesOf = (bands: readonly BandDefinition[]): readonly Fraction[] => {
  const known = edges.get(bands)
  if (known) return known
  const found = bands.flatMap(({ from, to }) => [from, to].flatMap((bound) => (bound === null ? [] : [bound.written])))
  edges.set(bands, found)
  return found
}

/** What a band or option is whoever asks. */
type Lettered = Pick<BandDefinition, 'option' | 'label' | 'points'>

const states = new WeakMap<readonly Lettered[], Map<string, readonly Band[]>>()

/** Every band or option with its state; there are few states, and firms share them. */
const bandsOf = (all: readonly Lettered[], open: readonly number[]): readonly Band[] => {
  const key = open.join()
  const own = states.get(all) ?? new Map<string, readonly Band[]>()
  states.set(all, own)
  const known = own.get(key)
  if (known) return known
  const told = all.map(
    ({ option, label, points }, index): Band => Object.freeze({ option, label, points, state: stateOf(open, index) }),
  )
  own.set(key, Object.freeze(told))
  return told
}

/** A value that two bands share gets the higher points; the reader is told. */
const edgeNotes = (run: Run, { metric, bands }: BandScale, hit: BandDefinition | undefined): readonly Note[] => {
  const reading = readingOf(run, metric)
  const read = metricOf(run, metric)
  // Whole years or levels lie in a band, not on its edge.
  if (read.kind !== 'number' || (read.unit !== '%' && read.unit !== '万元')) return []
  if (reading.kind !== 'number' || !reading.quotient || !hit) return []
  const [numerator, denominator] = reading.quotient
  for (const edge of [hit.from, hit.to])
    if (edge !== null && bands.length > 1 && compareRatio(numerator, denominator, edge.lifted) === 0)
      return [{ kind: 'edge', text: `正好等于 ${edge.text}，位于两档边界，按高分计` }]
  return []
}

const uniqueNotes = (notes: readonly Note[]): readonly Note[] => [
  ...new Map(notes.map((note) => [note.text, note])).values(),
]

type Told = Pick<Explanation, 'sentence' | 'bands' | 'formula' | 'facts' | 'notes' | 'children'>

const tellBands = (run: Run, scale: BandScale, open: readonly number[], points: string): Told => {
  const metric = metricOf(run, scale.metric)
  const reading = readingOf(run, scale.metric)
  const bands = bandsOf(scale.bands, open)
  const hit = open.length === 1 ? scale.bands[open[0] as number] : undefined
  const where = hit ? `，对应“${hit.label}”一档，${points}` : `，${points}`
  if (metric.kind === 'tally' && reading.kind === 'tally')
    return {
      sentence: `${phraseTally(metric, reading.tally)}${where}。`,
      bands,
      facts: [metric.family.path(run.context)],
      children: explainEntries(run, metric),
    }
  const account = tellNumber(run, scale.metric, edgesOf(scale.bands))
  return {
    sentence: `${account.phrase}${where}。`,
    bands,
    formula: account.formula,
    facts: account.facts,
    notes: edgeNotes(run, scale, hit),
  }
}

const tallyOf = (run: Run, rule: Rule | null): TallyMetric | undefined => {
  const metric = rule?.kind === 'test' ? metricOf(run, rule.metric) : undefined
  return metric?.kind === 'tally' ? metric : undefined
}

/** Options that are the values of one choice: the choice itself is the whole explanation. */
const tellChoice = (run: Run, options: readonly OptionDefinition[], points: string): string | undefined => {
  const asked = options.flatMap(({ rule }) => (rule === null ? [] : [rule.kind === 'test' ? rule.metric : -1]))
  const position = asked[0] ?? -1
  if (position < 0 || asked.some((one) => one !== position)) return undefined
  const metric = metricOf(run, position)
  const reading = readingOf(run, position)
  if (metric.kind !== 'choice' || reading.kind !== 'choice') return undefined
  return `${metric.name}：${reading.value === null ? '未填' : metric.wording(reading.value)}，${points}。`
}

const tellOptions = (run: Run, options: readonly OptionDefinition[], open: readonly number[], points: string): Told => {
  const bands = bandsOf(options, open)
  const ways = options.flatMap((option) => {
    const metric = tallyOf(run, option.rule)
    return metric ? [{ option, metric }] : []
  })
  const [first] = ways
  const list = first?.metric.family.read(run.context)
  const children = first
    ? (list ?? []).map((_entry, index) => explainOptionEntry(run, ways, index))
    : options.flatMap(({ rule, option }, index) =>
        rule === null ? [] : [explainRule(run, rule, option ?? `${index + 1}`)],
      )
  const chosen = tellChoice(run, options, points)
  if (chosen !== undefined)
    return { sentence: chosen, bands, facts: [...new Set(children.flatMap((child) => child.facts ?? []))] }
  const hit = open.length === 1 ? options[open[0] as number] : undefined
  const unknown = first && list === null ? `${first.metric.family.nameOfList}未填，` : '尚不能确定属于哪一档，'
  return {
    notes: uniqueNotes(ways.flatMap(({ metric }) => metric.notes ?? [])),
    sentence: hit ? `对应“${hit.label}”一档，${points}。` : `${unknown}${points}。`,
    bands,
    facts: first
      ? [first.metric.family.path(run.context)]
      : [...new Set(children.flatMap((child) => child.facts ?? []))],
    children,
  }
}

const tellScale = (run: Run, { scale }: IndicatorDefinition, reading: IndicatorReading): Told => {
  const points = spanOf(reading)
  switch (scale.kind) {
    case 'bands':
      return tellBands(run, scale, reading.open[0] ?? [], points)
    case 'options':
      return tellOptions(run, scale.options, reading.open[0] ?? [], points)
    case 'points': {
      const account = tellNumber(run, scale.metric, [])
      return {
        sentence: account.state === 'known' ? `${account.phrase}。` : `${account.phrase}，${points}。`,
        formula: account.formula,
        facts: account.facts,
      }
    }
    case 'best-of': {
      const children = scale.parts.map((part, at): Explanation => {
        const open = reading.open[at] ?? []
        const worth = open.map((index) => part.bands[index]?.points ?? 0)
        const own = { min: Math.min(...worth), max: Math.max(...worth) }
        return { kind: 'part', id: part.id, name: part.name, points: own, ...tellBands(run, part, open, spanOf(own)) }
      })
      return {
        sentence: `${children.map(({ name, points: own }) => `${name}${spanOf(own as never)}`).join('，')}，取高者，${points}。`,
        facts: [...new Set(children.flatMap((child) => child.facts ?? []))],
        children,
      }
    }
  }
}

/** An indicator: its points, the band hit, the formula with the enterprise's numbers. */
export const explainIndicator = (run: Run, position: number): Explanation => {
  const indicator = run.definition.score?.indicators[position] as IndicatorDefinition
  const reading = run.indicators[position] as IndicatorReading
  const { notes: told = [], children = [], ...rest } = tellScale(run, indicator, reading)
  const missing = missingOfIndicator(run, position)
  const notes: readonly Note[] = [...told, ...indicator.notes]
  return {
    kind: 'indicator',
    id: indicator.id,
    name: indicator.name,
    citation: citationOf(run.definition, indicator.cite),
    points: { min: reading.min, max: reading.max },
    cap: indicator.cap,
    option: reading.option,
    ...rest,
    ...(notes.length > 0 ? { notes } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(children.length > 0 ? { children } : {}),
  }
}
