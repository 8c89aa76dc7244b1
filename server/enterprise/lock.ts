import type { Selectable, Transaction } from 'kysely'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'

export type Enterprise = Selectable<Database['enterprise']>

/**
 * Locks an enterprise: everything about who speaks for it is decided one after the other. Refused as
 * `enterprise.not-found` where there is none or row security hides it.
 */
export const lockEnterprise = async (tx: Transaction<Database>, authority: string, id: string): Promise<Enterprise> => {
  const enterprise = await tx
    .selectFrom('enterprise')
    .selectAll()
    .where('authority', '=', authority)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!enterprise) throw new Refusal('enterprise.not-found')
  return enterprise
}

/** The next number of an act on a locked enterprise. */
export const nextSeq = async (tx: Transaction<Database>, enterprise: Enterprise): Promise<number> => {
  const seq = enterprise.seq + 1
  await tx
    .updateTable('enterprise')
    .set({ seq })
    .where('authority', '=', enterprise.authority)
    .where('id', '=', enterprise.id)
    .execute()
  return seq
}
