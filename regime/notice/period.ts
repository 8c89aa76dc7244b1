import type { Calendar } from '../calendar/calendar.ts'
import { countDays, endOfPeriod, type PeriodBasis } from '../calendar/period.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { Refusal } from '../kernel/errors.ts'

/** How long a public notice runs. The regulation names no number: each notice states its own days, both ends included. */
export interface NoticeRule {
  readonly basis: PeriodBasis
  /** 1 to 60. */
  readonly days: number
  /** Whether the first day counts as one of them. */
  readonly includeStart: boolean
}

/** Province's custom where a batch says nothing else: 5 个工作日, first day counted. */
export const defaultNoticeRule: NoticeRule = Object.freeze({ basis: 'workday', days: 5, includeStart: true })

/** The period a notice states: the dates in the document decide (以公示文书载明的起止日期为准). */
export interface NoticePeriod extends NoticeRule {
  readonly from: Day
  readonly to: Day
  /** Days of `basis` from `from` to `to`, both counted. */
  readonly counted: number
  /** The last day rests on a year whose holidays are not loaded. */
  readonly provisional: boolean
  readonly because?: string
  /** Present when a person set other dates than the computed ones. */
  readonly override?: { readonly reason: string; readonly computed: { readonly from: Day; readonly to: Day } }
}

const LONGEST = 60
const LONGEST_SPAN = 366
const SHORTEST_REASON = 4
const LONGEST_REASON = 500

/** The period that begins on `from` under a rule. Refuses a length outside 1–60 days (`notice.bad-period`). */
export const noticePeriod = (calendar: Calendar, from: Day, rule: NoticeRule = defaultNoticeRule): NoticePeriod => {
  if (!Number.isInteger(rule.days) || rule.days < 1 || rule.days > LONGEST)
    throw new Refusal('notice.bad-period', { days: rule.days })
  const { day: to, ...certainty } = endOfPeriod(calendar, { start: from, ...rule })
  const { basis, days, includeStart } = rule
  return { from, to, basis, days, includeStart, counted: countDays(calendar, from, to, basis), ...certainty }
}

/** Dates a person states instead of the computed ones, and why. */
export interface StatedDates {
  readonly from: Day
  readonly to: Day
  readonly reason: string
}

/**
 * The computed period with other dates. Refuses one of fewer than 1 or more than 60 days of its basis, an end before
 * `today` (`notice.bad-period`), and a missing reason (`notice.reason-missing`). The same dates again change nothing.
 */
export const overridePeriod = (
  calendar: Calendar,
  computed: NoticePeriod,
  { from, to, reason }: StatedDates,
  today: Day,
): NoticePeriod => {
  if (from === computed.from && to === computed.to) return computed
  const { basis, days, includeStart } = computed
  const counted = daysBetween(from, to) > LONGEST_SPAN ? 0 : countDays(calendar, from, to, basis)
  if (to < today || counted < 1 || counted > LONGEST) throw new Refusal('notice.bad-period', { from, to })
  const words = reason.trim()
  if (words.length < SHORTEST_REASON || words.length > LONGEST_REASON) throw new Refusal('notice.reason-missing')
  return {
    from,
    to,
    basis,
    days,
    includeStart,
    counted,
    provisional: false,
    override: { reason: words, computed: { from: computed.from, to: computed.to } },
  }
}
