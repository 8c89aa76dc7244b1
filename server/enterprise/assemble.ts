import type { Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import { assemble, type FactsObject, type Occasion } from '../../regime/profile/assemble.ts'
import type { FactEntry, FactSource } from '../../regime/profile/field.ts'
import type { Database } from '../store/database.ts'
import { type EvidenceItem, readEvidence } from './evidence.ts'
import { loadProfile } from './profile/load.ts'

/** A firm's profile put together for one occasion (R6.2: entered once), with everything a submission freezes. */
export interface Assembled {
  /** In the form every standard takes. */
  readonly facts: FactsObject
  /** By path of the facts: source, its date, and who entered the figure when. */
  readonly sources: Readonly<
    Record<
      string,
      { readonly source: FactSource; readonly date: string | null; readonly by: string; readonly at: string }
    >
  >
  /** Evidence attached anywhere, each with the paths it supports (paths of the facts; of the profile for the form). */
  readonly evidence: (EvidenceItem & { paths: string[] })[]
  /** What was typed and cannot be read, in words: it counts as unknown. */
  readonly unreadable: { path: string; text: string; message: string }[]
  /** Of the last three fiscal years, those before the firm was founded. */
  readonly notApplicableYears: readonly number[]
}

/**
 * The facts of a firm as its profile states them on a day, for evaluation and submission, in the caller's transaction
 * and scope (`enterprise/…`; no other scope sees a profile). Refused where the firm is not found.
 */
export const assembleFacts = async (
  tx: Transaction<Database>,
  authority: string,
  enterprise: string,
  occasion: Occasion,
): Promise<Assembled> => {
  const firm = await tx
    .selectFrom('enterprise')
    .select(['name', 'uscc', 'uscc_confirmed'])
    .where('authority', '=', authority)
    .where('id', '=', enterprise)
    .executeTakeFirst()
  if (!firm) throw new Refusal('enterprise.not-found')
  const entries = await loadProfile(tx, authority, enterprise)
  const identity = { name: firm.name, uscc: firm.uscc, usccConfirmed: firm.uscc_confirmed, authority }
  const { facts, ignored, sources, notApplicableYears } = assemble(entries, identity, occasion)
  const paths = supportedPaths(entries, sources)
  const items = await readEvidence(tx, authority, [...paths.keys()])
  return {
    facts,
    sources: Object.fromEntries(
      Object.entries(sources).map(([path, { source, datedOn, person, at }]) => [
        path,
        { source, date: datedOn, by: person, at },
      ]),
    ),
    evidence: [...items.values()]
      .map((item) => ({ ...item, paths: [...(paths.get(item.id) ?? [])] }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    unreadable: ignored.map(({ path, raw, problem }) => ({ path, text: raw, message: problem })),
    notApplicableYears,
  }
}

/** For each piece of evidence the facts it supports; where it supports none yet, the place it is attached to. */
const supportedPaths = (
  entries: readonly FactEntry[],
  sources: Readonly<Record<string, { readonly evidence: readonly string[] }>>,
): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, string[]>()
  const add = (id: string, path: string): void => {
    paths.set(id, [...(paths.get(id) ?? []), path])
  }
  for (const [path, { evidence }] of Object.entries(sources)) for (const id of evidence) add(id, path)
  const supporting = new Set(paths.keys())
  for (const { path, evidence } of entries) for (const id of evidence) if (!supporting.has(id)) add(id, path)
  return paths
}
