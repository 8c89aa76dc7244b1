import type { announcements } from '../../contract/announcements.ts'
import type { Handlers } from '../http/handling.ts'
import { readPublication } from '../publication/read.ts'
import { proposeAnnouncement } from './propose.ts'
import { publishAnnouncement } from './publish.ts'
import { publicAnnouncement, readAnnouncements } from './read.ts'

/** Announcement (第九条 公告), for everybody and for the desk. */
export const announcementHandlers: Handlers<typeof announcements> = {
  list: ({ query }, { db }) => readAnnouncements(db, query.page),
  get: async ({ params, query }, { db }) => {
    const { publication, ...firms } = await readPublication(db, 'announcement', { id: params.announcement }, query)
    return { announcement: publicAnnouncement(publication), ...firms }
  },
  propose: ({ body }, context) => proposeAnnouncement(context.db, context, body),
  publish: ({ params, body }, context) => publishAnnouncement(context.db, context, { ...params, ...body }),
}
