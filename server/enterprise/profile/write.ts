import type { Transaction } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { FactEntry, FactSource, MoneyUnit } from '../../../regime/profile/field.ts'
import { findPlace } from '../../../regime/profile/path.ts'
import type { Firm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'
import { entryOf, memberNames } from './load.ts'

/** What is to stand at one place of the profile from now on. */
export interface FactContent {
  readonly path: string
  /** As typed; null clears the place: not known any more. */
  readonly raw: string | null
  readonly unit: MoneyUnit | null
  readonly source: FactSource | null
  readonly datedOn: string | null
  readonly evidence: readonly string[]
}

/** A place as a colleague left it, with their name. */
export interface FactState extends FactEntry {
  readonly by: string
}

const holds = (entry: FactEntry, content: FactContent): boolean =>
  entry.raw === content.raw &&
  entry.unit === content.unit &&
  entry.source === content.source &&
  entry.datedOn === content.datedOn &&
  entry.evidence.join() === content.evidence.join()

/** Refuses a path that leads nowhere in the profile (`fact.unknown`). */
export const demandPlace = (path: string): void => {
  if (!findPlace(path)) throw new Refusal('fact.unknown', { path })
}

/**
 * Writes one place of the profile, in the caller's transaction: the new state and the entry in its history, under the
 * number after `baseVersion`. If the place moved on since, nothing is written and the refusal (`fact.stale`) carries what
 * stands there, by whom and since when — unless it already says the same.
 */
export const writeFact = async (
  tx: Transaction<Database>,
  firm: Firm,
  write: { readonly id: string; readonly at: string; readonly baseVersion: number; readonly content: FactContent },
): Promise<FactEntry> => {
  const { id, at, baseVersion, content } = write
  const current = await lockFact(tx, firm, content.path)
  if ((current?.version ?? 0) !== baseVersion || (current && holds(current, content)))
    return agreeOrRefuse(tx, firm, content)
  const next = {
    raw: content.raw,
    unit: content.unit,
    source: content.source,
    dated_on: content.datedOn,
    evidence: [...content.evidence],
    version: baseVersion + 1,
    person: firm.person,
    at,
  }
  const place = { authority: firm.authority, enterprise: firm.enterprise, path: content.path }
  if (current) {
    await tx
      .updateTable('fact')
      .set(next)
      .where('authority', '=', place.authority)
      .where('enterprise', '=', place.enterprise)
      .where('path', '=', place.path)
      .execute()
  } else {
    const entered = await tx
      .insertInto('fact')
      .values({ ...place, ...next })
      .onConflict((conflict) => conflict.columns(['authority', 'enterprise', 'path']).doNothing())
      .returning('path')
      .executeTakeFirst()
    // A colleague filled the empty place at the same moment.
    if (!entered) return agreeOrRefuse(tx, firm, content)
  }
  await tx
    .insertInto('fact_change')
    .values({ ...place, ...next, id })
    .execute()
  return { ...content, evidence: next.evidence, version: next.version, person: firm.person, at }
}

const lockFact = async (tx: Transaction<Database>, firm: Firm, path: string): Promise<FactEntry | undefined> => {
  const row = await tx
    .selectFrom('fact')
    .selectAll()
    .where('authority', '=', firm.authority)
    .where('enterprise', '=', firm.enterprise)
    .where('path', '=', path)
    .forUpdate()
    .executeTakeFirst()
  return row && entryOf(row)
}

/** What stands at the place, if it is what was to be written; otherwise the refusal that shows it. */
const agreeOrRefuse = async (tx: Transaction<Database>, firm: Firm, content: FactContent): Promise<FactEntry> => {
  const current = await lockFact(tx, firm, content.path)
  if (current && holds(current, content)) return current
  const names = await memberNames(tx, firm.authority, firm.enterprise)
  const theirs = current && { ...current, by: names.get(current.person) ?? '' }
  throw new Refusal('fact.stale', { path: content.path, theirs: theirs ?? null })
}
