import type { AdministratorOffice } from '../../regime/jurisdiction/actor.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { Context } from '../http/context.ts'

/** The acting administrator's id, if they hold one of these offices; refused (`act.not-your-role`) otherwise. */
export const holdsOffice = ({ actor }: Context, ...offices: readonly AdministratorOffice[]): string => {
  if (actor.kind !== 'administrator' || !offices.includes(actor.office)) throw new Refusal('act.not-your-role')
  return actor.person
}
