import type { Kysely, Transaction } from 'kysely'
import type { EditionSummary } from '../../contract/editions.ts'
import type { Edition } from '../../regime/evaluation/edition.ts'
import { reignsOn } from '../../regime/evaluation/succession.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { refusalToPropose } from '../../regime/procedure/batch.ts'
import type { Law } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { type Entry, inForceOf, loadEntry, readCatalogue, standardsOf } from './catalogue.ts'
import { summaryOf } from './present.ts'

/** Standards and overlays a batch of `tier` opening on `on` may choose from, the current standard first. */
const offeredOn = (catalogue: readonly Entry[], tier: string, on: Day) => {
  const standards = reignsOn(standardsOf(inForceOf(catalogue)), tier, on)
  const ids = new Set(standards.map(({ id }) => id))
  const overlays = inForceOf(catalogue).filter(
    ({ kind, upon, from, to, effectiveOn }) =>
      kind === 'overlay' &&
      upon.some((id) => ids.has(id)) &&
      from <= on &&
      effectiveOn <= on &&
      (to === null || on <= to),
  )
  return { standards, overlays }
}

/** What the page of a new batch offers (第十二条). */
export const offeredEditions = (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  { tier, on }: { readonly tier: string; readonly on: Day },
): Promise<{ standards: EditionSummary[]; overlays: EditionSummary[] }> => {
  const refusal = refusalToPropose(actor)
  if (refusal) throw new Refusal(refusal)
  return inScope(db, scopeOf(actor), async (tx) => {
    const catalogue = await readCatalogue(tx, law)
    const { standards, overlays } = offeredOn(catalogue, tier, on)
    return {
      standards: standards.map((entry) => ({ ...summaryOf(entry, catalogue, on), state: entry.state })),
      overlays: overlays.map((entry) => summaryOf(entry, catalogue, on)),
    }
  })
}

/** What a proposal asks for: an edition and an overlay by digest; without, the current edition and none. */
export interface Choice {
  readonly tier: string
  readonly opensOn: Day
  readonly edition?: string | undefined
  readonly overlayEdition?: string | undefined
}

/** The editions a batch goes by: its standard as chosen, and the conditions of 第三条 current on its opening day. */
export const chooseEditions = async (
  tx: Transaction<Database>,
  law: Law,
  { tier, opensOn, edition, overlayEdition }: Choice,
): Promise<{ readonly standard: Edition; readonly eligibility: Edition }> => {
  const catalogue = await readCatalogue(tx, law)
  const { standards, overlays } = offeredOn(catalogue, tier, opensOn)
  const standard = edition ? standards.find((entry) => entry.edition === edition) : standards[0]
  const overlay = overlays.find((entry) => entry.edition === overlayEdition)
  const [eligibility] = reignsOn(standardsOf(inForceOf(catalogue)), 'eligibility', opensOn)
  if (!standard || !eligibility) throw new Refusal('batch.edition-not-offered')
  if (overlayEdition && !overlay?.upon.includes(standard.id)) throw new Refusal('batch.edition-not-offered')
  return { standard: await loadEntry(standard, overlay), eligibility: await loadEntry(eligibility) }
}
