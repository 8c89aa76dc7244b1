import type { Transaction } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Database } from '../store/database.ts'

type Officer = Extract<Actor, { kind: 'officer' }>

/** The officer who acts; anybody else is refused (`act.not-your-role`, 第五条). */
export const getOfficer = (actor: Actor): Officer => {
  if (actor.kind !== 'officer') throw new Refusal('act.not-your-role')
  return actor
}

/** An officer who handles matters, 经办 or 审批; others are refused by post (第七条). */
export const getHandling = (actor: Actor): Officer => {
  const officer = getOfficer(actor)
  if (!officer.roles.some((role) => role === 'handler' || role === 'approver')) throw new Refusal('act.not-your-role')
  return officer
}

/** An officer of the province, whatever their post. */
export const getProvincialReader = (actor: Actor): Officer => {
  const officer = getOfficer(actor)
  if (officer.authority !== PROVINCE) throw new Refusal('act.not-your-jurisdiction')
  return officer
}

/** An officer of the province who holds the post; others are refused by place or by post (第五条). */
export const getProvincial = (actor: Actor, role: Officer['roles'][number]): Officer => {
  const officer = getProvincialReader(actor)
  if (!officer.roles.includes(role)) throw new Refusal('act.not-your-role')
  return officer
}

/** The name a person signs with, as it stands today; kept with what they sign. */
export const getSigner = async (tx: Transaction<Database>, person: string): Promise<string> => {
  const account = await tx.selectFrom('account').select('name').where('id', '=', person).executeTakeFirst()
  if (!account) throw new Refusal('session.not-admitted')
  return account.name
}
