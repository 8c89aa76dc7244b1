import type { Transaction } from 'kysely'
import { Refusal } from '../../../regime/kernel/errors.ts'
import type { Firm } from '../../case/application.ts'
import type { Database } from '../../store/database.ts'

/** The acting person as a confirmed owner of the firm; anybody else is refused (`member.owner-only`). */
export const getOwner = async (tx: Transaction<Database>, firm: Firm): Promise<{ person: string; name: string }> => {
  const owner = await tx
    .selectFrom('membership')
    .select(['person', 'person_name as name'])
    .where('authority', '=', firm.authority)
    .where('enterprise', '=', firm.enterprise)
    .where('person', '=', firm.person)
    .where('role', '=', 'owner')
    .where('standing', '=', 'confirmed')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!owner) throw new Refusal('member.owner-only')
  return owner
}
