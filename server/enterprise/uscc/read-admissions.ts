import type { Kysely } from 'kysely'
import type { Actor } from '../../../regime/jurisdiction/actor.ts'
import type { Database } from '../../store/database.ts'
import { authorityScope, inScope } from '../../store/scope.ts'
import { readEvidence } from '../evidence.ts'
import { getLocalOfficer } from '../officer.ts'

/** The authority's admissions of irregular codes: those that wait first, then the latest. */
export const readAdmissions = async (db: Kysely<Database>, actor: Actor) => {
  const { authority } = getLocalOfficer(actor)
  return inScope(db, authorityScope(authority), async (tx) => {
    const rows = await tx
      .selectFrom('uscc_admission')
      .selectAll()
      .where('authority', '=', authority)
      .orderBy((eb) => eb.case().when('status', '=', 'proposed').then(0).else(1).end())
      .orderBy('proposed_at', 'desc')
      .limit(200)
      .execute()
    const evidence = await readEvidence(
      tx,
      authority,
      rows.flatMap((row) => row.evidence),
    )
    return rows.map((row) => ({
      id: row.id,
      uscc: row.uscc,
      enterpriseName: row.enterprise_name,
      grounds: row.grounds,
      status: row.status,
      proposedBy: row.proposed_by,
      proposedByName: row.proposed_by_name,
      proposedAt: row.proposed_at.toISOString(),
      decidedByName: row.decided_by_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
      note: row.note,
      evidence: row.evidence.flatMap((id) => evidence.get(id) ?? []),
    }))
  })
}
