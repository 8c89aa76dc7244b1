import type { Kysely } from 'kysely'
import { PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import type { CaseAddress } from '../case/load.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { getOfficer } from '../list/officer.ts'
import { proposeList } from '../list/propose.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

export interface FilingProposal {
  readonly batch: string
  readonly title: string
  readonly cases: readonly CaseAddress[]
}

/** A local handler puts firms whose notice ended without objection on a list for filing with the province (第九条 备案). */
export const proposeFiling = async (
  db: Kysely<Database>,
  acting: Acting,
  request: FilingProposal,
): Promise<{ id: string; firms: number }> => {
  const { authority } = getOfficer(acting.actor)
  if (authority === PROVINCE) throw new Refusal('act.not-your-jurisdiction')
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'filing.propose', ...request }, () =>
      proposeList(tx, acting, { kind: 'filing', terms: {}, ...request }),
    ),
  )
}
