import type { inbox } from '../../contract/inbox.ts'
import type { Handlers } from '../http/handling.ts'
import { markRead, readInbox } from './read.ts'

/** Messages of an office's posts and of a firm's people. */
export const inboxHandlers: Handlers<typeof inbox> = {
  office: ({ query }, { db, actor }) => readInbox(db, actor, query.page),
  markOffice: ({ body }, context) => markRead(context.db, context, body.messages),
  enterprise: ({ query }, { db, actor }) => readInbox(db, actor, query.page),
  markEnterprise: ({ body }, context) => markRead(context.db, context, body.messages),
}
