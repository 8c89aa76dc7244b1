import { type Kysely, sql } from 'kysely'
import { localAuthorities } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from '../store/database.ts'
import { inScope, type Scope } from '../store/scope.ts'

/** The latest submitted facts of one firm. */
export interface SubmittedFirm {
  readonly authority: string
  readonly enterprise: string
  /** The case it was handed in with. */
  readonly case: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Which population: everything handed in up to an instant. Submissions are never changed, so it stays what it was. */
export interface PopulationExtent {
  /** Instant of the newest submission; null while there is none. */
  readonly upTo: string | null
}

/** How far the population in a scope reaches now. */
export const extentOf = (db: Kysely<Database>, scope: Scope): Promise<PopulationExtent> =>
  inScope(db, scope, async (tx) => {
    const { upTo } = await tx
      .selectFrom('submission')
      .select(({ fn }) => fn.max('at').as('upTo'))
      .executeTakeFirstOrThrow()
    return { upTo: (upTo as Date | null)?.toISOString() ?? null }
  })

/** How many firms it holds. */
export const countPopulation = (db: Kysely<Database>, scope: Scope, { upTo }: PopulationExtent): Promise<number> =>
  upTo === null
    ? Promise.resolve(0)
    : inScope(db, scope, async (tx) => {
        const { firms } = await tx
          .selectFrom('submission')
          .where('at', '<=', new Date(upTo))
          .select(sql<number>`count(distinct (authority, enterprise))::integer`.as('firms'))
          .executeTakeFirstOrThrow()
        return firms
      })

/** Firms read at a time: some milliseconds of work between two looks at what else there is to do. */
const PAGE = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * The population in pages, authority by authority and firm by firm: of each firm the facts it submitted last, whatever
 * became of the case. Memory holds one page; each is a short transaction of its own that sees what `scope` may see.
 */
export async function* readPopulation(
  db: Kysely<Database>,
  scope: Scope,
  { upTo }: PopulationExtent,
): AsyncGenerator<readonly SubmittedFirm[]> {
  if (upTo === null) return
  for (const { code } of localAuthorities) {
    let last = FIRST
    for (;;) {
      const after = last
      const page = await inScope(db, scope, (tx) =>
        tx
          .selectFrom('submission')
          .distinctOn('enterprise')
          .select(['authority', 'enterprise', 'case_id as case', 'facts'])
          .where('authority', '=', code)
          .where('enterprise', '>', after)
          .where('at', '<=', new Date(upTo))
          .orderBy('enterprise')
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(PAGE)
          .execute(),
      )
      if (page.length > 0) yield page
      if (page.length < PAGE) break
      last = page.at(-1)?.enterprise ?? last
    }
  }
}
