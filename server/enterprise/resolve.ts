import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import type { FindMembership } from '../identity/resolveActor.ts'
import { inScope } from '../store/scope.ts'

/**
 * Where and as what a person speaks for an enterprise, or undefined. A claim not yet decided counts too: its person may
 * fill in the profile (`standing` pending), but not apply.
 */
export const findMembership: FindMembership = (db, person, enterprise) =>
  inScope(db, `person/${person}`, async (tx) => {
    const row = await tx
      .selectFrom('membership')
      .select(['authority', 'role'])
      .where('person', '=', person)
      .where('enterprise', '=', enterprise)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return row && { authority: row.authority as LocalCode, role: row.role }
  })
