import type { Actor, OfficerRole } from '../../regime/jurisdiction/actor.ts'
import { isLocalCode, type LocalCode } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'

/** An officer of a local authority, holding the post where one is named; others are refused (第五条). */
export const getLocalOfficer = (actor: Actor, role?: OfficerRole): { authority: LocalCode; person: string } => {
  if (actor.kind !== 'officer') throw new Refusal('act.not-your-role')
  if (!isLocalCode(actor.authority)) throw new Refusal('act.not-your-jurisdiction')
  if (role && !actor.roles.includes(role)) throw new Refusal('act.not-your-role')
  return { authority: actor.authority, person: actor.person }
}
