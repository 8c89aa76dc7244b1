import type { Transaction } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'

export type Firm = Extract<Actor, { kind: 'firm' }>

/** The firm that acts; everybody else is refused (第七条: only the firm starts). */
export const getFirm = (actor: Actor): Firm => {
  if (actor.kind !== 'firm') throw new Refusal('act.not-your-role')
  return actor
}

/** Refuses a person whose claim to speak for the firm is not confirmed yet: they may fill in, not apply (第九条). */
export const demandConfirmed = async (tx: Transaction<Database>, firm: Firm): Promise<void> => {
  const membership = await tx
    .selectFrom('membership')
    .select('standing')
    .where('authority', '=', firm.authority)
    .where('enterprise', '=', firm.enterprise)
    .where('person', '=', firm.person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (membership?.standing !== 'confirmed') throw new Refusal('application.not-confirmed')
}

/** The firm's own case; another's is `case.not-found`. */
export const getOwnCase = async (tx: Transaction<Database>, firm: Firm, id: string) => {
  const row = await tx
    .selectFrom('cases')
    .selectAll()
    .where('authority', '=', firm.authority)
    .where('id', '=', id)
    .where('enterprise', '=', firm.enterprise)
    .executeTakeFirst()
  if (!row) throw new Refusal('case.not-found')
  return row
}

/** An open batch with the standards it pins. */
export const getOpenBatch = async (tx: Transaction<Database>, id: string, today: Day) => {
  const batch = await tx.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()
  if (batch?.status !== 'open') throw new Refusal('batch.not-found')
  return { ...batch, accepting: batch.opens_on <= today && today <= batch.closes_on }
}
