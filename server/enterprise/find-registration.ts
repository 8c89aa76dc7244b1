import type { Kysely } from 'kysely'
import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from '../store/database.ts'
import { authorityScope, inScope } from '../store/scope.ts'

/** Where a code is known. */
export interface Registration {
  readonly enterprise: string
  /** Null while nobody's claim stands anywhere: then any authority may still be chosen. */
  readonly authority: LocalCode | null
}

/** The directory's entry of one code; across authorities, and nothing but the entry. */
export const findRegistration = (db: Kysely<Database>, uscc: string): Promise<Registration | undefined> =>
  inScope(db, 'identity', async (tx) => {
    const row = await tx
      .selectFrom('enterprise_directory')
      .select(['enterprise', 'authority'])
      .where('uscc', '=', uscc)
      .executeTakeFirst()
    return row && { enterprise: row.enterprise, authority: row.authority as LocalCode | null }
  })

/** What everybody with an account may know of a registered enterprise before they claim it. */
export interface RegisteredEnterprise {
  readonly enterprise: string
  readonly authority: LocalCode
  readonly name: string
  /** Somebody's claim was confirmed: a further one becomes a dispute. */
  readonly claimed: boolean
}

/** An enterprise of one authority by its code. */
export const findEnterprise = (
  db: Kysely<Database>,
  authority: LocalCode,
  uscc: string,
): Promise<RegisteredEnterprise | undefined> =>
  inScope(db, authorityScope(authority), async (tx) => {
    const row = await tx
      .selectFrom('enterprise')
      .select(['id', 'name', 'claimed_at'])
      .where('authority', '=', authority)
      .where('uscc', '=', uscc)
      .executeTakeFirst()
    return row && { enterprise: row.id, authority, name: row.name, claimed: row.claimed_at !== null }
  })
