import { sql, type Transaction } from 'kysely'
import type { Database } from '../store/database.ts'

/** Whom an office calls at a firm: who speaks for it, with the number they gave when they proved it. */
export interface FirmContact {
  readonly name: string
  readonly phone: string
}

/** The people to call at these firms, by enterprise; one each, the latest confirmed who still speaks for it. */
export const readContacts = async (
  tx: Transaction<Database>,
  authority: string,
  enterprises: readonly string[],
): Promise<ReadonlyMap<string, FirmContact>> => {
  if (enterprises.length === 0) return new Map()
  const rows = await tx
    .selectFrom('claim')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.authority', '=', 'claim.authority')
        .onRef('membership.enterprise', '=', 'claim.enterprise')
        .onRef('membership.person', '=', 'claim.person'),
    )
    .select(['claim.enterprise', 'claim.person_name', 'claim.phone'])
    .where('claim.authority', '=', authority)
    .where('claim.enterprise', '=', sql<string>`any(${[...enterprises]}::uuid[])`)
    .where('claim.status', '=', 'confirmed')
    .where('membership.ended_at', 'is', null)
    .orderBy('claim.decided_at')
    .execute()
  return new Map(rows.map(({ enterprise, person_name: name, phone }) => [enterprise, { name, phone }]))
}
