import { type Kysely, sql } from 'kysely'
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

/** How many firms it holds, by authority. */
export const countPopulation = (
  db: Kysely<Database>,
  scope: Scope,
  { upTo }: PopulationExtent,
): Promise<ReadonlyMap<string, number>> =>
  upTo === null
    ? Promise.resolve(new Map())
    : inScope(db, scope, async (tx) => {
        const rows = await tx
          .selectFrom('submission')
          .where('at', '<=', new Date(upTo))
          .groupBy('authority')
          .orderBy('authority')
          .select(['authority', sql<number>`count(distinct enterprise)::integer`.as('firms')])
          .execute()
        return new Map(rows.map(({ authority, firms }) => [authority, firms]))
      })

/** Firms read at a time: some milliseconds of work between two looks at what else there is to do. */
const PAGE = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Ids from which slices of about a page each begin, as ids are spread evenly; undefined ends the last. */
const sliceEnds = (firms: number): readonly (string | undefined)[] => {
  const slices = Math.max(1, Math.ceil(firms / PAGE))
  return Array.from({ length: slices }, (_none, at) => {
    if (at === slices - 1) return undefined
    const bound = Math.floor(((at + 1) * 2 ** 32) / slices)
    return `${bound.toString(16).padStart(8, '0')}${FIRST.slice(8)}`
  })
}

/**
 * The population in pages, authority by authority and firm by firm: of each firm the facts it submitted last, whatever
 * became of the case. Memory holds one page; each is a short transaction of its own that sees what `scope` may see. Each
 * page asks for a slice of ids only: the planner, who knows nothing of row security's outcome, would otherwise sort all that
 * is left of an authority for each of its pages.
 */
export async function* readPopulation(
  db: Kysely<Database>,
  scope: Scope,
  { upTo }: PopulationExtent,
  counts: ReadonlyMap<string, number>,
): AsyncGenerator<readonly SubmittedFirm[]> {
  if (upTo === null) return
  for (const [authority, firms] of counts) {
    let last = FIRST
    for (const end of sliceEnds(firms))
      for (;;) {
        const page = await readPage(db, scope, { authority, last, end, upTo: new Date(upTo) })
        if (page.length > 0) yield page
        last = page.at(-1)?.enterprise ?? last
        if (page.length < PAGE) break
      }
  }
}

/** Up to a page of firms after `last` and before `end`. */
const readPage = (
  db: Kysely<Database>,
  scope: Scope,
  { authority, last, end, upTo }: { authority: string; last: string; end: string | undefined; upTo: Date },
): Promise<readonly SubmittedFirm[]> =>
  inScope(db, scope, (tx) =>
    tx
      .selectFrom('submission')
      .distinctOn('enterprise')
      .select(['authority', 'enterprise', 'case_id as case', 'facts'])
      .where('authority', '=', authority)
      .where('enterprise', '>', last)
      .$if(end !== undefined, (query) => query.where('enterprise', '<', end as string))
      .where('at', '<=', upTo)
      .orderBy('enterprise')
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(PAGE)
      .execute(),
  )
