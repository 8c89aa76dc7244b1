import type { notices } from '../../contract/notices.ts'
import { type Calendar, dayKind } from '../../regime/calendar/calendar.ts'
import { addDays, type Day } from '../../regime/kernel/day.ts'
import type { Handlers } from '../http/handling.ts'
import { readPublication } from '../publication/read.ts'
import { periodOf, proposeNotice } from './propose.ts'
import { publishNotice } from './publish.ts'
import { publicNotice, readNotices } from './read.ts'

/** Every day of a stretch with what offices do on it. */
const stripOf = (calendar: Calendar, from: Day, to: Day) => {
  const strip = []
  for (let day = from; day <= to; day = addDays(day, 1)) strip.push({ day, ...dayKind(calendar, day) })
  return strip
}

/** Public notice (第九条), for everybody and for the desk. */
export const noticeHandlers = (calendar: Calendar): Handlers<typeof notices> => ({
  list: ({ query }, { db, today }) => readNotices(db, today, query),
  get: async ({ params, query }, { db, today }) => {
    const address = { authority: params.authority, id: params.notice }
    const { publication, ...firms } = await readPublication(db, 'notice', address, query)
    return { notice: publicNotice(publication, today), ...firms }
  },
  period: async ({ query }, { today }) => {
    const { from, to, counted, provisional, because } = periodOf(calendar, query, today)
    return { from, to, counted, provisional, ...(because && { because }), strip: stripOf(calendar, from, to) }
  },
  propose: ({ body }, context) => proposeNotice(context.db, calendar, context, body),
  publish: ({ params, body }, context) => publishNotice(context.db, context, { ...params, ...body }),
})
