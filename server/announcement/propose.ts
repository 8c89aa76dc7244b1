import type { Kysely } from 'kysely'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { isThreeYears } from '../../regime/title/validity.ts'
import type { CaseAddress } from '../case/load.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { getProvincial } from '../list/officer.ts'
import { proposeList } from '../list/propose.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

export interface AnnouncementProposal {
  readonly batch: string
  readonly title: string
  readonly documentNumber: string
  /** The interval as the list to be published states it (第十三条). */
  readonly validFrom: Day
  readonly validTo: Day
  readonly validityReason?: string | undefined
  readonly cases: readonly CaseAddress[]
}

/**
 * A provincial handler puts firms whose provincial notice ended without objection on the list to be announced (第九条).
 * An interval that is not three years needs a reason (`announcement.validity-reason`, 第十三条).
 */
export const proposeAnnouncement = async (
  db: Kysely<Database>,
  acting: Acting,
  request: AnnouncementProposal,
): Promise<{ id: string; firms: number }> => {
  const { authority } = getProvincial(acting.actor, 'handler')
  const { batch, title, cases, ...terms } = request
  const { validFrom, validTo, validityReason } = terms
  if (validTo < validFrom || (!isThreeYears(validFrom, validTo) && !validityReason))
    throw new Refusal('announcement.validity-reason', { validFrom, validTo })
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'announcement.propose', ...request }, () =>
      proposeList(tx, acting, { kind: 'announcement', batch, title, terms, cases }),
    ),
  )
}
