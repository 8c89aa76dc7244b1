import type { Kysely } from 'kysely'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { getFirm } from '../../case/application.ts'
import type { Acting } from '../../journal/acting.ts'
import type { Database } from '../../store/database.ts'
import { inScope, scopeOf } from '../../store/scope.ts'

/** Remembers in which unit a person likes to see and type amounts of this firm. Changes no amount. */
export const setUnit = async (db: Kysely<Database>, acting: Acting, unit: MoneyUnit): Promise<null> => {
  const firm = getFirm(acting.actor)
  return inScope(db, scopeOf(firm), async (tx) => {
    await tx
      .updateTable('membership')
      .set({ money_unit: unit })
      .where('authority', '=', firm.authority)
      .where('enterprise', '=', firm.enterprise)
      .where('person', '=', firm.person)
      .execute()
    return null
  })
}
