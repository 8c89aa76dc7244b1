import { type Amount, addAmounts } from '../../kernel/fraction.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../explanation.ts'
import { both } from '../kleene.ts'

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

/** A count or sum: what is certain and what is possible. `entries` is null while the whole list is unknown. */
export interface TallyReading {
  readonly low: Amount
  readonly high: Amount | null
  readonly entries: readonly EntryReading[] | null
}

const UNKNOWN_LIST: TallyReading = Object.freeze({ low: 0, high: null, entries: null })

/** Reads a list entry by entry. An unknown list counts from nothing to without end. */
export const readTally = (family: ListFamily, reasons: readonly Reason[], context: Context): TallyReading => {
  const list = family.read(context)
  if (list === null) return UNKNOWN_LIST
  let low: Amount = 0
  let high: Amount | null = 0
  const entries: EntryReading[] = []
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as never
    let verdict: Verdict = 'met'
    for (const reason of reasons) {
      verdict = both(verdict, reason.judge(entry, context))
      if (verdict === 'unmet') break
    }
    const size = family.amountOf ? family.amountOf(entry) : 1
    const certain: Amount = verdict === 'met' && size !== null ? size : 0
    const possible: Amount | null = verdict === 'unmet' ? 0 : size
    entries.push({ index, verdict, low: certain, high: possible })
    low = addAmounts(low, certain)
    high = high === null || possible === null ? null : addAmounts(high, possible)
  }
  return { low, high, entries }
}

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
  reading.entries === null
    ? [family.path(context)]
    : reading.entries.flatMap((entry) => missingOfEntry(family, reasons, context, entry))
