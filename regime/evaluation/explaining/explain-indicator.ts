import { compareRatio, type Fraction } from '../../kernel/fraction.ts'
import type { BandDefinition, BandScale, OptionDefinition } from '../definition.ts'
import type { Band, Explanation, Note } from '../explanation.ts'
import { missingOfIndicator } from '../nodes/missing-of-indicator.ts'
import type { Reading } from '../nodes/reading.ts'
import type { Standing } from '../nodes/standing.ts'
import { type IndicatorNode, metricAt, type RuleNode, type Trace } from '../nodes/trace.ts'
import { explainEntries } from './explain-entry.ts'
import { phraseTally, tellNumber } from './explain-metric.ts'
import { explainOptionEntry, type Way } from './explain-option-entry.ts'
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

const states = new WeakMap<Standing, WeakMap<readonly Lettered[], readonly Band[]>>()

/** Every band or option with its state; there are few standings, and firms share them. */
const bandsOf = (all: readonly Lettered[], standing: Standing): readonly Band[] => {
  let own = states.get(standing)
  if (own === undefined) {
    own = new WeakMap()
    states.set(standing, own)
  }
  const known = own.get(all)
  if (known) return known
  const told = Object.freeze(
    all.map(
      ({ option, label, points }, index): Band =>
        Object.freeze({ option, label, points, state: stateOf(standing.open, index) }),
    ),
  )
  own.set(all, told)
  return told
}

/** A value that two bands share gets the higher points; the reader is told. */
const edgeNotes = (
  trace: Trace,
  { metric, bands }: BandScale,
  reading: Reading,
  hit: BandDefinition | undefined,
): readonly Note[] => {
  const read = metricAt(trace, metric)
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

const hitOf = <T>(steps: readonly T[], { open }: Standing): T | undefined =>
  open.length === 1 ? steps[open[0] as number] : undefined

const tellBands = (trace: Trace, scale: BandScale, standing: Standing, reading: Reading): Told => {
  const metric = metricAt(trace, scale.metric)
  const bands = bandsOf(scale.bands, standing)
  const hit = hitOf(scale.bands, standing)
  const points = spanOf(standing)
  const where = hit ? `，对应“${hit.label}”一档，${points}` : `，${points}`
  if (metric.kind === 'tally' && reading.kind === 'tally')
    return {
      sentence: `${phraseTally(metric, reading)}${where}。`,
      bands,
      facts: [metric.family.path(trace.context)],
      children: explainEntries(trace.context, metric, reading),
    }
  const account = tellNumber(trace, scale.metric, reading, edgesOf(scale.bands))
  return {
    sentence: `${account.phrase}${where}。`,
    bands,
    formula: account.formula,
    facts: account.facts,
    notes: edgeNotes(trace, scale, reading, hit),
  }
}

/** Options that are the values of one choice: the choice itself is the whole explanation. */
const tellChoice = (trace: Trace, nodes: readonly RuleNode[], points: string): string | undefined => {
  const [first] = nodes
  if (first?.kind !== 'test') return undefined
  const { reading } = first
  const { metric: position } = first.rule
  if (nodes.some((one) => one.kind !== 'test' || one.rule.metric !== position)) return undefined
  const metric = metricAt(trace, position)
  if (metric.kind !== 'choice' || reading.kind !== 'choice') return undefined
  return `${metric.name}：${reading.value === null ? '未填' : metric.wording(reading.value)}，${points}。`
}

/** Options that count entries of a list. */
const waysOf = (trace: Trace, options: readonly OptionDefinition[], nodes: readonly (RuleNode | null)[]) =>
  options.flatMap((option, at): Way[] => {
    const node = nodes[at]
    if (node?.kind !== 'test' || node.reading.kind !== 'tally') return []
    const metric = metricAt(trace, node.rule.metric)
    return metric.kind === 'tally' ? [{ option, metric, reading: node.reading }] : []
  })

const tellOptions = (
  trace: Trace,
  options: readonly OptionDefinition[],
  standing: Standing,
  nodes: readonly (RuleNode | null)[],
): Told => {
  const points = spanOf(standing)
  const bands = bandsOf(options, standing)
  const ways = waysOf(trace, options, nodes)
  const [first] = ways
  const census = first?.reading.census ?? null
  const children = first
    ? (census?.entries ?? []).map((_entry, index) => explainOptionEntry(trace.context, ways, census as never, index))
    : options.flatMap(({ option }, index) => {
        const node = nodes[index]
        return node ? [explainRule(trace, node, option ?? `${index + 1}`)] : []
      })
  const asked = nodes.flatMap((node) => node ?? [])
  const facts = first
    ? [first.metric.family.path(trace.context)]
    : [...new Set(children.flatMap((child) => child.facts ?? []))]
  const chosen = tellChoice(trace, asked, points)
  if (chosen !== undefined) return { sentence: chosen, bands, facts }
  const hit = hitOf(options, standing)
  const unknown = first && census === null ? `${first.metric.family.nameOfList}未填，` : '尚不能确定属于哪一档，'
  return {
    notes: uniqueNotes(ways.flatMap(({ metric }) => metric.notes ?? [])),
    sentence: hit ? `对应“${hit.label}”一档，${points}。` : `${unknown}${points}。`,
    bands,
    facts,
    children,
  }
}

const tellScale = (trace: Trace, { definition: { scale }, standing, reading, options, parts }: IndicatorNode): Told => {
  switch (scale.kind) {
    case 'bands':
      return tellBands(trace, scale, standing, reading as Reading)
    case 'options':
      return tellOptions(trace, scale.options, standing, options ?? [])
    case 'points': {
      const account = tellNumber(trace, scale.metric, reading as Reading, [])
      return {
        sentence: account.state === 'known' ? `${account.phrase}。` : `${account.phrase}，${spanOf(standing)}。`,
        formula: account.formula,
        facts: account.facts,
      }
    }
    case 'best-of': {
      const told = (parts ?? []).flatMap((node, at) => {
        const part = scale.parts[at]
        return part ? [{ part, node }] : []
      })
      const children = told.map(
        ({ part, node }): Explanation => ({
          kind: 'part',
          id: part.id,
          name: part.name,
          points: { min: node.standing.min, max: node.standing.max },
          ...tellBands(trace, part, node.standing, node.reading),
        }),
      )
      return {
        sentence: `${told.map(({ part, node }) => `${part.name}${spanOf(node.standing)}`).join('，')}，取高者，${spanOf(standing)}。`,
        facts: [...new Set(children.flatMap((child) => child.facts ?? []))],
        children,
      }
    }
  }
}

/** An indicator: its points, the band hit, the formula with the enterprise's numbers. */
export const explainIndicator = (trace: Trace, position: number): Explanation => {
  const node = trace.indicators[position] as IndicatorNode
  const { definition, standing } = node
  const { notes: told = [], children = [], ...rest } = tellScale(trace, node)
  const missing = missingOfIndicator(trace, position)
  const notes: readonly Note[] = [...told, ...definition.notes]
  return {
    kind: 'indicator',
    id: definition.id,
    name: definition.name,
    citation: citationOf(trace.definition, definition.cite),
    points: { min: standing.min, max: standing.max },
    cap: definition.cap,
    option: standing.option,
    ...rest,
    ...(notes.length > 0 ? { notes } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(children.length > 0 ? { children } : {}),
  }
}
