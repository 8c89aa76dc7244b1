import { moneyText, readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import { edgesOf } from '../edges.ts'
import { entriesOf, missingOfEntry, pathOfEntry } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { appended, type Piece, settled } from './change-list.ts'
import type { Lever } from './lever.ts'
import type { Move, MoveKind } from './move.ts'

const kinds: { readonly [family: string]: MoveKind } = {
  intellectualProperty: 'rights',
  scienceAwards: 'award',
  honours: 'honour',
  rdInstitutions: 'institution',
  equityFinancing: 'financing',
  makerContest: 'contest',
  titles: 'title',
}

/** What an unknown key of an entry would have to be for the entry to count. */
const favourable = (metric: TallyMetric, context: Context): Piece => {
  const { facts } = context
  const whole = metric.addition?.entry(context) ?? {}
  return {
    ...whole,
    grantedOn: '1900-01-01',
    overseasFamily: [{ office: 'US', examined: true }],
    overseasIncome: true,
    highValuePledge: true,
    awarded: true,
    selfDeveloped: true,
    on: facts.asOf,
    rank: 1,
    recognised: true,
  }
}

/** 分 or entries still lacking to a threshold, from what is certain. */
const lacking = (trace: Trace, position: number, needed: bigint): bigint => {
  const reading = trace.readings[position]
  return reading?.kind === 'tally' ? needed - BigInt(reading.low) : needed
}

const additions = (trace: Trace, metric: TallyMetric, position: number, needed: readonly bigint[]): readonly Move[] => {
  const { addition, family } = metric
  if (!addition) return []
  const entry = addition.entry(trace.context)
  const lacks = [...new Set(needed.map((one) => lacking(trace, position, one)))].filter((one) => one > 0n)
  return lacks
    .sort((a, b) => (a < b ? -1 : 1))
    .map((amount): Move => {
      const entries = family.amountOf
        ? [{ ...entry, amount: moneyText(amount) }]
        : Array.from({ length: Number(amount) }, () => entry)
      return {
        id: `add:${metric.key}`,
        kind: kinds[family.id] ?? 'honour',
        sentence: family.amountOf
          ? `再${addition.words} ${readMoney(amount)}`
          : `再${addition.words} ${amount} ${metric.unit}`,
        amount,
        ...appended(metric, trace.context, entries),
      }
    })
}

/** An entry that is only not certain yet: settle its unknown keys in its favour. */
const confirmations = (trace: Trace, metric: TallyMetric, position: number): readonly Move[] => {
  const reading = trace.readings[position]
  if (reading?.kind !== 'tally' || metric.family.entryPath) return []
  const values = favourable(metric, trace.context)
  const { family } = metric
  return (entriesOf(reading) ?? []).flatMap((entry): Move[] => {
    if (entry.verdict !== 'undetermined' || (entry.high === null && family.amountOf)) return []
    const at = pathOfEntry(family, trace.context, entry.index)
    const keys = [
      ...new Set(
        missingOfEntry(family, metric.reasons, trace.context, entry).map(
          (path) => path.slice(at.length + 1).split('/')[0] ?? '',
        ),
      ),
    ]
    const item = (family.read(trace.context) ?? [])[entry.index] as never
    return [
      {
        id: `confirm:${metric.key}:${entry.index}`,
        kind: 'confirm',
        sentence: `补填并确认“${family.nameOf(item, entry.index)}”符合“${metric.name}”的要求`,
        amount: 1n,
        ...settled(metric, trace.context, entry.index, Object.fromEntries(keys.map((key) => [key, values[key]]))),
      },
    ]
  })
}

/** Levers on lists: one more entry that counts, or an open entry confirmed. */
export const tallyLevers = (definition: StandardDefinition): readonly Lever[] => {
  const edges = edgesOf(definition)
  return definition.metrics.flatMap((metric, position): Lever[] => {
    if (metric.kind !== 'tally' || metric.family.entryPath || metric.family.id === 'incidents') return []
    const needed = (edges[position] ?? [])
      .filter(({ relation }) => relation === 'at-least')
      .map(({ bound: { written } }) => BigInt(written.numerator) / BigInt(written.denominator))
    // One more entry bears on every metric over the same list.
    const touches = new Set(
      definition.metrics.flatMap((other, at) => (other.kind === 'tally' && other.family === metric.family ? [at] : [])),
    )
    return [
      { id: `add:${metric.key}`, touches, moves: (trace) => additions(trace, metric, position, needed) },
      { id: `confirm:${metric.key}`, touches, moves: (trace) => confirmations(trace, metric, position) },
    ]
  })
}
