import type { Kysely } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { type Entry, inForceOf, loadEntry, readCatalogue, standardsOf } from '../edition/catalogue.ts'
import { findPredecessor } from '../edition/compare.ts'
import { getEntry } from '../edition/read.ts'
import type { Law } from '../law/law.ts'
import { getProvincialReader } from '../list/officer.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import type { EffectQuestion } from './compute-effect.ts'

/** What a reader asks for: an edition by its key, the day, and of an overlay the standard it is put upon. */
export interface Asked {
  readonly edition: string
  readonly asOf?: Day | undefined
  readonly upon?: string | undefined
}

/** The standard in force an overlay is put upon: the one asked for, or the first it may be put upon. */
const findBase = ({ upon }: Entry, catalogue: readonly Entry[], asked: string | undefined): Entry | undefined =>
  standardsOf(inForceOf(catalogue)).find(({ id }) => upon.includes(id) && (asked === undefined || id === asked))

/**
 * The two editions to compare: an edition with the one it follows, an overlay's standard without it and with it. Only the
 * province asks (第五条). Refused where there is nothing to compare with (`edition.nothing-before`).
 */
export const readQuestion = async (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  today: Day,
  { edition, asOf = today, upon }: Asked,
): Promise<EffectQuestion> => {
  getProvincialReader(actor)
  return inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    const entry = getEntry(catalogue, edition)
    const overlay = entry.kind === 'overlay' ? entry : undefined
    const earlier = overlay ? findBase(overlay, catalogue, upon) : findPredecessor(entry, catalogue)
    if (!earlier) throw new Refusal('edition.nothing-before')
    const before = await loadEntry(earlier)
    return { before, after: overlay ? await loadEntry(earlier, overlay) : await loadEntry(entry), asOf }
  })
}
