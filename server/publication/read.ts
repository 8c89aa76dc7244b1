import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { PublishedFirm } from '../../contract/lists.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { containing } from '../title/searchForm.ts'
import type { PublicationTable } from './tables.ts'

export type PublicationRow = Selectable<PublicationTable>

/** Which firms of a publication to show. */
export interface FirmsAsked {
  readonly name?: string | undefined
  readonly entry?: string | undefined
  readonly page: number
  readonly all?: '1' | undefined
}

const PAGE_SIZE = 100

/** A publication and a page of its firms, as everybody reads them. Refuses `notice.not-found`. */
export const readPublication = (
  db: Kysely<Database>,
  kind: PublicationRow['kind'],
  address: { readonly authority?: string; readonly id: string },
  asked: FirmsAsked,
) =>
  inScope(db, 'public', async (tx) => {
    let wanted = tx.selectFrom('publication').selectAll().where('id', '=', address.id).where('kind', '=', kind)
    if (address.authority !== undefined) wanted = wanted.where('authority', '=', address.authority)
    const publication = await wanted.executeTakeFirst()
    if (!publication) throw new Refusal('notice.not-found')
    return { publication, ...(await readFirms(tx, publication, asked)) }
  })

const readFirms = async (
  tx: Transaction<Database>,
  { authority, id }: PublicationRow,
  { name, entry, page, all }: FirmsAsked,
): Promise<{ firms: PublishedFirm[]; found: number; page: number; pageSize: number }> => {
  let rows = tx.selectFrom('publication_entry').where('authority', '=', authority).where('publication', '=', id)
  if (entry) rows = rows.where('id', '=', entry)
  if (name) {
    const pattern = containing(name)
    rows = rows.where((eb) =>
      eb.or([
        eb(sql`replace(lower(normalize(name, NFKC)), ' ', '')`, 'like', pattern),
        eb(sql`lower(uscc)`, 'like', pattern),
      ]),
    )
  }
  const { found } = await rows.select(sql<number>`count(*)::integer`.as('found')).executeTakeFirstOrThrow()
  let shown = rows.select(['id', 'position', 'place', 'name', 'uscc', 'removed_on as removedOn']).orderBy('position')
  if (!all) shown = shown.limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE)
  const firms = (await shown.execute()) as PublishedFirm[]
  return { firms, found, page: all ? 1 : page, pageSize: all ? Math.max(found, 1) : PAGE_SIZE }
}
