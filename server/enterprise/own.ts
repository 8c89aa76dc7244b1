import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'
import { inScope } from '../store/scope.ts'
import { readEvidence } from './evidence.ts'
import { getClaimant } from './person.ts'
import type { ClaimTable } from './tables.ts'

const claimOf = (row: Selectable<ClaimTable>) => ({
  claim: row.id,
  authority: row.authority as LocalCode,
  enterprise: row.enterprise,
  enterpriseName: row.enterprise_name,
  uscc: row.uscc,
  name: row.person_name,
  position: row.position,
  phone: row.phone,
  statement: row.statement,
  status: row.status,
  since: row.since.toISOString(),
  // An opinion that still waits for its approver is nobody's result yet.
  outcome: row.status === 'confirmed' || row.status === 'refused' ? row.outcome : null,
  reasons: row.status === 'confirmed' || row.status === 'refused' ? [...(row.reasons ?? [])] : [],
  decidedAt: row.decided_at?.toISOString() ?? null,
})

/** The enterprises a person speaks for, and their claims, the latest first. */
export const readOwnEnterprises = async (db: Kysely<Database>, actor: Actor) => {
  const person = getClaimant(actor)
  return inScope(db, `person/${person}`, async (tx) => {
    const memberships = await tx
      .selectFrom('membership')
      .select(['authority', 'enterprise', 'enterprise_name', 'uscc', 'role', 'standing', 'since'])
      .where('person', '=', person)
      .where('ended_at', 'is', null)
      .orderBy('since')
      .execute()
    const claims = await tx
      .selectFrom('claim')
      .selectAll()
      .where('person', '=', person)
      .orderBy('since', 'desc')
      .limit(100)
      .execute()
    return {
      enterprises: memberships.map((row) => ({
        enterprise: row.enterprise,
        authority: row.authority as LocalCode,
        name: row.enterprise_name,
        uscc: row.uscc,
        role: row.role,
        standing: row.standing,
        since: row.since.toISOString(),
      })),
      claims: claims.map(claimOf),
    }
  })
}

/** One of a person's own claims, with the papers handed in. */
export const readOwnClaim = async (db: Kysely<Database>, actor: Actor, authority: LocalCode, id: string) => {
  const person = getClaimant(actor)
  return inScope(db, `person/${person}`, async (tx) => {
    const row = await tx
      .selectFrom('claim')
      .selectAll()
      .where('authority', '=', authority)
      .where('id', '=', id)
      .where('person', '=', person)
      .executeTakeFirst()
    if (!row) throw new Refusal('claim.not-found')
    const evidence = await readEvidence(tx, authority, [...row.licence, ...row.letter])
    const items = (ids: readonly string[]) => ids.flatMap((each) => evidence.get(each) ?? [])
    return { ...claimOf(row), licence: items(row.licence), letter: items(row.letter) }
  })
}
