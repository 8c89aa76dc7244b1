import type { Kysely } from 'kysely'
import type { Calendar } from '../../regime/calendar/calendar.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { Refusal } from '../../regime/kernel/errors.ts'
import { type NoticePeriod, noticePeriod, overridePeriod } from '../../regime/notice/period.ts'
import type { CaseAddress } from '../case/load.ts'
import type { Acting } from '../journal/acting.ts'
import { once } from '../journal/once.ts'
import { getOfficer } from '../list/officer.ts'
import { proposeList } from '../list/propose.ts'
import type { Contact } from '../list/tables.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'

/** How a notice's period is asked for: counted from its first day, or stated otherwise with a reason. */
export interface PeriodRequest {
  readonly from: Day
  readonly basis: 'workday' | 'calendar'
  readonly days: number
  readonly stated?: { readonly to: Day; readonly reason: string } | undefined
}

/** The period a request gives (first day counted). Refuses a start before `today` and what `regime/notice` refuses. */
export const periodOf = (calendar: Calendar, request: PeriodRequest, today: Day): NoticePeriod => {
  const { from, basis, days, stated } = request
  if (from < today) throw new Refusal('notice.start-passed', { from })
  const computed = noticePeriod(calendar, from, { basis, days, includeStart: true })
  return stated ? overridePeriod(calendar, computed, { from, ...stated }, today) : computed
}

export interface NoticeProposal extends PeriodRequest {
  readonly batch: string
  readonly title: string
  readonly contact: Contact
  readonly cases: readonly CaseAddress[]
}

/** A handler puts cases that passed on a list for public notice (第九条 公示), local or provincial by the office. */
export const proposeNotice = async (
  db: Kysely<Database>,
  calendar: Calendar,
  acting: Acting,
  request: NoticeProposal,
): Promise<{ id: string; firms: number }> => {
  const { authority } = getOfficer(acting.actor)
  return inScope(db, scopeOf(acting.actor), (tx) =>
    once(tx, acting, authority, { verb: 'notice.propose', ...request }, async () => {
      const { batch, title, contact, cases } = request
      const terms = { ...periodOf(calendar, request, acting.today), contact }
      return proposeList(tx, acting, { kind: 'notice', batch, title, terms, cases })
    }),
  )
}
