import { z } from 'zod'
import { PublicAnnouncement } from './announcements.ts'
import { PublicNotice } from './notices.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

export const home = {
  read: route({
    method: 'GET',
    path: '/api/home',
    summary: '首页：正在公示、最近公告、正在受理的批次',
    tags: ['首页'],
    who: 'anyone',
    response: z.object({
      today: z.string(),
      /** The running notices that end first, and how many there are. */
      notices: z.array(PublicNotice),
      runningNotices: z.number(),
      announcements: z.array(PublicAnnouncement),
      batches: z.array(
        z.object({
          id: Id,
          title: z.string(),
          documentNumber: z.string(),
          tier: z.string(),
          opensOn: z.string(),
          closesOn: z.string(),
          accepting: z.boolean(),
        }),
      ),
      /** Titles valid today, by tier. */
      titles: z.record(z.string(), z.number()),
    }),
  }),
}
