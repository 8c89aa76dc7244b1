import { type Kysely, type Selectable, sql } from 'kysely'
import type { PublicTitle } from '../../contract/register.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { normaliseUscc } from '../../regime/kernel/uscc.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { containing } from './searchForm.ts'
import type { TitleTables } from './tables.ts'

export interface RegisterAsked {
  readonly q?: string | undefined
  readonly place?: string | undefined
  readonly tier?: string | undefined
  readonly page: number
}

const PAGE_SIZE = 50
/** What can be the beginning of a code and is long enough not to be part of a name. */
const CODE = /^[0-9A-Z]{6,18}$/

/** A title as everybody reads it on `today`. */
export const publicTitle = (row: Selectable<TitleTables['title']>, today: Day): PublicTitle => ({
  id: row.id,
  name: row.name,
  uscc: row.uscc,
  place: row.authority,
  tier: row.tier,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  documentNumber: row.document_number,
  announcedOn: row.announced_on,
  announcement: row.announcement,
  standing:
    row.status === 'revoked'
      ? 'revoked'
      : row.status === 'lapsed' || row.valid_to < today
        ? 'ended'
        : row.valid_from > today
          ? 'ahead'
          : 'valid',
})

/** The public register (R7.2, 名单查询): by part of a name or by code, place and tier; the latest announced first. */
export const searchRegister = (db: Kysely<Database>, today: Day, { q, place, tier, page }: RegisterAsked) =>
  inScope(db, 'public', async (tx) => {
    let found = tx.selectFrom('title')
    if (place) found = found.where('authority', '=', place)
    if (tier) found = found.where('tier', '=', tier)
    if (q) {
      const code = normaliseUscc(q)
      found = found.where((eb) =>
        CODE.test(code)
          ? eb.or([eb('uscc', 'like', `${code}%`), eb('search_name', 'like', containing(q))])
          : eb('search_name', 'like', containing(q)),
      )
    }
    const { total } = await found.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .selectAll()
      .orderBy('announced_on', 'desc')
      .orderBy('name')
      .orderBy('id')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .execute()
    return { titles: rows.map((row) => publicTitle(row, today)), total, page, pageSize: PAGE_SIZE }
  })
