import { z } from 'zod'
import { route } from './route.ts'
import { Id, queryInteger } from './scalars.ts'

const tags = ['消息']

export const Message = z.object({
  authority: z.string(),
  id: Id,
  at: z.string(),
  /** What happened, in one sentence. */
  text: z.string(),
  detail: z.string().nullable(),
  subjectKind: z.string(),
  subject: Id,
  read: z.boolean(),
})
export type Message = z.infer<typeof Message>

const query = z.strictObject({ page: queryInteger(1, 10_000).default(1) })
const messages = z.object({
  messages: z.array(Message),
  unread: z.number(),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
})
const marks = z.strictObject({ messages: z.array(Id).min(1).max(200) })
const marked = z.object({ unread: z.number() })
const params = z.strictObject({ enterprise: Id })

export const inbox = {
  office: route({
    method: 'GET',
    path: '/api/inbox',
    summary: '本人岗位的消息',
    tags,
    who: ['officer'],
    query,
    response: messages,
  }),
  markOffice: route({
    method: 'POST',
    path: '/api/inbox/read',
    summary: '把消息标为已读（只对本人）',
    tags,
    who: ['officer'],
    body: marks,
    response: marked,
  }),
  enterprise: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/inbox',
    summary: '本企业的消息',
    tags,
    who: ['firm'],
    params,
    query,
    response: messages,
  }),
  markEnterprise: route({
    method: 'POST',
    path: '/api/enterprises/:enterprise/inbox/read',
    summary: '把本企业的消息标为已读（只对本人）',
    tags,
    who: ['firm'],
    params,
    body: marks,
    response: marked,
  }),
}
