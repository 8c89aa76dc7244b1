import type { lists } from '../../contract/lists.ts'
import type { Calendar } from '../../regime/calendar/calendar.ts'
import type { Handlers } from '../http/handling.ts'
import { getList, readLists } from './read.ts'
import { readReady } from './ready.ts'
import { sendListBack } from './sendBack.ts'
import { takeOffList } from './takeOff.ts'

/** What notices, filings and announcements have in common on the desk. */
export const listHandlers = (calendar: Calendar): Handlers<typeof lists> => ({
  list: ({ query }, { db, actor }) => readLists(db, actor, query.kind, query.page),
  ready: async ({ query }, { db, actor, today }) => readReady(db, calendar, actor, today, query),
  get: ({ params }, { db, actor, today }) => getList(db, actor, today, params.list),
  takeOff: ({ params, body }, context) => takeOffList(context.db, context, { ...params, ...body }),
  sendBack: ({ params, body }, context) => sendListBack(context.db, context, { ...params, ...body }),
})
