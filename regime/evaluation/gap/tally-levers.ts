import { moneyText, readMoney } from '../../kernel/money.ts'
import type { Context } from '../context.ts'
import type { StandardDefinition } from '../definition.ts'
import { edgesOf } from '../edges.ts'
import { entriesOf, missingOfEntry, pathOfEntry } from '../lists/list.ts'
import type { TallyMetric } from '../metric.ts'
import type { Trace } from '../nodes/trace.ts'
import { appended, type Piece, settled } from './change-list.ts'
import type { MoveKind } from './effort.ts'
import type { Lever } from './lever.ts'
import type { Move } from './move.ts'

const kinds: { readonly [family: string]: MoveKind } = {
  intellectualProperty: 'rights',
  scienceAwards: 'award',
  honours: 'honour',
  rdInstitutions: 'institution',
  equityFinancing: 'financing',
  makerContest: 'contest',
  titles: 'title',
}

/** What an entry lacks that an enterprise can bring about, by the id of the reason it does not count for. */
const mendable: { readonly [reason: string]: readonly [key: string, kind: MoveKind, deed: string] } = {
  'in-use': ['inUseWithBenefit', 'use', '实际应用并产生经济效益'],
  recognised: ['recognised', 'recognition', '取得认定'],
}

/** A tally of the standard whose list an enterprise can add to, and what it is held against. */
interface Counted {
  readonly metric: TallyMetric
  readonly position: number
  readonly needed: readonly bigint[]
  /** One more entry bears on every metric over the same list. */
  readonly touches: ReadonlySet<number>
}

const countedBy = (definition: StandardDefinition): readonly Counted[] => {
  const edges = edgesOf(definition)
  return definition.metrics.flatMap((metric, position): Counted[] => {
    // Quality measures have levers of their own; accidents are history.
    if (metric.kind !== 'tally' || metric.family.entryPath || metric.family.id === 'incidents') return []
    const needed = (edges[position] ?? [])
      .filter(({ relation }) => relation === 'at-least')
      .map(({ bound: { written } }) => BigInt(written.numerator) / BigInt(written.denominator))
    const touches = new Set(
      definition.metrics.flatMap((other, at) => (other.kind === 'tally' && other.family === metric.family ? [at] : [])),
    )
    return [{ metric, position, needed, touches }]
  })
}

/** 分 or entries still lacking to each threshold from what is certain, least first. */
const lacks = (trace: Trace, { position, needed }: Counted): readonly bigint[] => {
  const reading = trace.readings[position]
  const certain = reading?.kind === 'tally' ? BigInt(reading.low) : 0n
  return [...new Set(needed.map((one) => one - certain))].filter((one) => one > 0n).sort((a, b) => (a < b ? -1 : 1))
}

const additions = (trace: Trace, counted: Counted): readonly Move[] => {
  const { metric } = counted
  const { addition, family } = metric
  if (!addition) return []
  const entry = addition.entry(trace.context)
  const known = family.read(trace.context) !== null
  return lacks(trace, counted).map((amount): Move => {
    const size = family.amountOf ? readMoney(amount) : `${amount} ${metric.unit}`
    const entries = family.amountOf
      ? [{ ...entry, amount: moneyText(amount) }]
      : Array.from({ length: Number(amount) }, () => entry)
    return {
      id: `add:${metric.key}`,
      kind: known ? (kinds[family.id] ?? 'honour') : 'supply',
      sentence: known
        ? `再${addition.words} ${size}`
        : `补填${family.nameOfList}：已${addition.words} ${size}${family.amountOf ? '' : '以上'}`,
      amount,
      ...appended(metric, trace.context, entries),
    }
  })
}

/** What an unknown key of an entry would have to be for the entry to count. */
const favourable = (metric: TallyMetric, context: Context): Piece => ({
  ...(metric.addition?.entry(context) ?? {}),
  grantedOn: '1900-01-01',
  overseasFamily: [{ office: 'US', examined: true }],
  overseasIncome: true,
  highValuePledge: true,
  awarded: true,
  selfDeveloped: true,
  on: context.facts.asOf,
  rank: 1,
  recognised: true,
})

/** An entry that is only not certain yet: its unknown keys settled in its favour, an unknown amount at the least that serves. */
const confirmations = (trace: Trace, counted: Counted, index: number): readonly Move[] => {
  const { metric, position } = counted
  const { family } = metric
  const reading = trace.readings[position]
  const entry = reading?.kind === 'tally' ? entriesOf(reading)?.[index] : undefined
  if (!entry || entry.verdict === 'unmet') return []
  const open = missingOfEntry(family, metric.reasons, trace.context, entry)
  if (open.length === 0) return []
  const at = pathOfEntry(family, trace.context, index)
  const keys = [...new Set(open.map((path) => path.slice(at.length + 1).split('/')[0] ?? ''))]
  const values = favourable(metric, trace.context)
  const name = family.nameOf((family.read(trace.context) ?? [])[index] as never, index)
  const sure = `补填并确认“${name}”符合“${metric.name}”的要求`
  const move = (amount: bigint, sentence: string, more: Piece): Move => ({
    id: `confirm:${metric.key}:${index}`,
    kind: 'confirm',
    sentence,
    amount,
    ...settled(metric, trace.context, index, {
      ...Object.fromEntries(keys.map((key) => [key, values[key]])),
      ...more,
    }),
  })
  if (entry.high !== null || !family.amountKey) return [move(1n, sure, {})]
  return lacks(trace, counted).map((amount) =>
    move(amount, `${sure}，且金额不低于 ${readMoney(amount)}`, { [family.amountKey as string]: moneyText(amount) }),
  )
}

/** An entry that does not count for one thing that can be brought about. */
const mendings = (trace: Trace, { metric, position }: Counted, index: number): readonly Move[] => {
  const { family, reasons } = metric
  const reading = trace.readings[position]
  if (reading?.kind !== 'tally' || entriesOf(reading)?.[index]?.verdict !== 'unmet') return []
  const item = (family.read(trace.context) ?? [])[index] as never
  const against = reasons.filter((reason) => reason.judge(item, trace.context) !== 'met')
  const [key, kind, deed] = (against.length === 1 ? mendable[against[0]?.id ?? ''] : undefined) ?? []
  if (key === undefined || kind === undefined || against[0]?.judge(item, trace.context) !== 'unmet') return []
  return [
    {
      id: `mend:${metric.key}:${index}`,
      kind,
      sentence: `使${family.nameOf(item, index)}${deed}`,
      amount: 1n,
      ...settled(metric, trace.context, index, { [key]: true }),
    },
  ]
}

/** Levers on lists: one more entry that counts; of each entry there is, its confirmation and its mending. */
export const tallyLevers = (definition: StandardDefinition): ((context: Context) => readonly Lever[]) => {
  const all = countedBy(definition)
  return (context) =>
    all.flatMap((counted): Lever[] => {
      const { metric, touches } = counted
      return [
        {
          id: `add:${metric.key}`,
          touches,
          writes: [`${metric.family.id}/new`],
          moves: (trace) => additions(trace, counted),
        },
        ...(metric.family.read(context) ?? []).flatMap((_entry, index): Lever[] => [
          {
            id: `confirm:${metric.key}:${index}`,
            touches,
            writes: [`${metric.family.id}/${index}`],
            moves: (trace) => confirmations(trace, counted, index),
          },
          {
            id: `mend:${metric.key}:${index}`,
            touches,
            writes: [`${metric.family.id}/${index}`],
            moves: (trace) => mendings(trace, counted, index),
          },
        ]),
      ]
    })
}
