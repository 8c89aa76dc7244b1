import { type Amount, addAmounts } from '../../kernel/fraction.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import { type Census, takeCensus } from './census.ts'

/** A list of the facts whose entries are counted or added up one by one. */
export interface ListFamily {
  readonly id: string
  /** What the list is called: 知识产权. */
  readonly nameOfList: string
  /** Path of the whole list; also what is missing while it is unknown as a whole. */
  path(context: Context): string
  read(context: Context): readonly unknown[] | null
  /** Path of one entry, where that is not the list's path and its index. */
  readonly entryPath?: (context: Context, index: number) => string
  /** What an entry is called: 第 1 项发明专利（2016-04-01 授权）. */
  nameOf(entry: never, index: number): string
  /** Of lists of money: 分 of an entry, null while unknown. Absent where entries are counted. */
  readonly amountOf?: (entry: never) => Amount | null
  readonly amountKey?: string
}

/** One thing an entry must be to count; each has its own sentence, so that a right can say why it does not. */
export interface Reason {
  /** Same id, same test, whoever asks (rights are asked by several options). */
  readonly id: string
  /** Where the test is one flag of the entry: its key. */
  readonly flag?: string
  /** Where the test is that a known key has one of a few values: which. */
  readonly among?: { readonly key: string; readonly values: readonly string[] }
  judge(entry: never, context: Context): Verdict
  /** Why, once judged: 与主导产品相关; 转让未满 1 年（2023-09-01 转入）. */
  sentence(entry: never, context: Context, verdict: Verdict): string
  /** Unknown facts that keep it open, as keys below the entry (`/grantedOn`, `/overseasFamily/0/office`). */
  missing(entry: never, context: Context): readonly string[]
}

/** What one entry contributes. `high` is null where there is no upper end. */
export interface EntryReading {
  readonly index: number
  readonly verdict: Verdict
  readonly low: Amount
  readonly high: Amount | null
}

/** A count or sum: what is certain and what is possible. `census` is null while the whole list is unknown. */
export interface TallyReading {
  readonly kind: 'tally'
  readonly low: Amount
  /** Null where there is no upper end. */
  readonly high: Amount | null
  readonly census: Census | null
  /** The reasons of the census that decide here. */
  readonly mask: number
}

/** Whether an entry counts by the reasons of a mask. */
export const entryVerdict = ({ met, unmet }: Census, mask: number, index: number): Verdict =>
  ((unmet[index] as number) & mask) !== 0 ? 'unmet' : ((met[index] as number) & mask) === mask ? 'met' : 'undetermined'

/** Counts or adds up the entries of a census by some of its reasons. An unknown list counts from nothing to without end. */
export const tallyOf = (census: Census | null, mask: number): TallyReading => {
  if (census === null) return { kind: 'tally', low: 0, high: null, census, mask }
  const { met, unmet, entries, inquiry } = census
  const { amountOf } = inquiry.family
  let low: Amount = 0
  let high: Amount | null = 0
  for (let index = 0; index < entries.length; index++) {
    if (((unmet[index] as number) & mask) !== 0) continue
    const size = amountOf === undefined ? 1 : amountOf(entries[index] as never)
    if (((met[index] as number) & mask) === mask && size !== null) low = addAmounts(low, size)
    high = high === null || size === null ? null : addAmounts(high, size)
  }
  return { kind: 'tally', low, high, census, mask }
}

/** A list read for one metric alone. */
export const readTally = (family: ListFamily, reasons: readonly Reason[], context: Context): TallyReading =>
  tallyOf(takeCensus({ family, reasons }, context), (1 << reasons.length) - 1)

/** What each entry contributes to a tally; null while the list is unknown as a whole. */
export const entriesOf = ({ census, mask }: TallyReading): readonly EntryReading[] | null =>
  census === null
    ? null
    : census.entries.map((entry, index): EntryReading => {
        const { amountOf } = census.inquiry.family
        const verdict = entryVerdict(census, mask, index)
        const size = amountOf === undefined ? 1 : amountOf(entry as never)
        return {
          index,
          verdict,
          low: verdict === 'met' && size !== null ? size : 0,
          high: verdict === 'unmet' ? 0 : size,
        }
      })

/** Path of one entry of a list. */
export const pathOfEntry = (family: ListFamily, context: Context, index: number): string =>
  family.entryPath ? family.entryPath(context, index) : `${family.path(context)}/${index}`

/** Unknown facts of one open entry: of its reasons that are not settled, and its unknown amount. */
export const missingOfEntry = (
  family: ListFamily,
  reasons: readonly Reason[],
  context: Context,
  { index, low, high }: EntryReading,
): readonly string[] => {
  if (high !== null && low === high) return []
  const entry = (family.read(context) ?? [])[index] as never
  const found: string[] = []
  const at = pathOfEntry(family, context, index)
  for (const reason of reasons)
    if (reason.judge(entry, context) === 'undetermined')
      for (const key of reason.missing(entry, context)) found.push(`${at}${key}`)
  if (family.amountOf && family.amountOf(entry) === null) found.push(`${at}/${family.amountKey}`)
  return found
}

/** Unknown facts that keep a tally open. */
export const missingOfTally = (
  family: ListFamily,
  reasons: readonly Reason[],
  context: Context,
  reading: TallyReading,
): readonly string[] =>
  entriesOf(reading)?.flatMap((entry) => missingOfEntry(family, reasons, context, entry)) ?? [family.path(context)]
