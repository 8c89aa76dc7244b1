import type { Kysely } from 'kysely'
import type { FactSource } from '../../../regime/profile/field.ts'
import { takeApart } from '../../../regime/profile/take-apart.ts'
import { getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import { once } from '../../journal/once.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { demandEvidence } from '../evidence.ts'

/** Facts in the form of the standards, to be entered into an empty profile at once. */
export interface FactsEntering {
  /** As `tidu evaluate` takes them; may also carry `about` and other fields that only the form has. */
  readonly facts: object
  /** Source, date and evidence by path of the profile (`/years/2025`, `/product/keyField`); deeper places inherit. */
  readonly provenance?: Readonly<
    Record<string, { readonly source?: FactSource; readonly datedOn?: string; readonly evidence?: readonly string[] }>
  >
}

/** Rows per insert: well below the protocol's limit of 65,535 parameters. */
const CHUNK = 500

/**
 * Enters a whole set of facts into a profile that holds none of them, each with its history. For what comes in at once —
 * an example, an import — not for typing: a place that is already filled fails the whole.
 */
export const enterFacts = async (
  db: Kysely<Database>,
  acting: Acting,
  entering: FactsEntering,
): Promise<{ entered: number }> => {
  const firm = getFirm(acting.actor)
  const { facts, provenance = {} } = entering
  const taken = new Map(takeApart(facts, acting.newId).map((each) => [each.path, each]))
  // Where a source is named for a year as a whole, the year gets an entry to carry it.
  for (const path of Object.keys(provenance)) if (!taken.has(path)) taken.set(path, { path, raw: null, unit: null })
  return inScope(db, scopeOf(firm), (tx) =>
    once(tx, acting, firm.authority, { verb: 'facts.enter', enterprise: firm.enterprise, ...entering }, async () => {
      const evidence = Object.values(provenance).flatMap((each) => each.evidence ?? [])
      await demandEvidence(tx, { kind: 'enterprise', authority: firm.authority, owner: firm.enterprise }, evidence)
      const rows = [...taken.values()].map(({ path, raw, unit }) => ({
        authority: firm.authority,
        enterprise: firm.enterprise,
        path,
        raw,
        unit,
        source: provenance[path]?.source ?? null,
        dated_on: provenance[path]?.datedOn ?? null,
        evidence: [...(provenance[path]?.evidence ?? [])],
        version: 1,
        person: firm.person,
        at: acting.now,
      }))
      for (let from = 0; from < rows.length; from += CHUNK) {
        const some = rows.slice(from, from + CHUNK)
        await tx.insertInto('fact').values(some).execute()
        await tx
          .insertInto('fact_change')
          .values(some.map((row) => ({ ...row, id: acting.newId() })))
          .execute()
      }
      return { entered: rows.length }
    }),
  )
}
