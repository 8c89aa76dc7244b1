import { z } from 'zod'
import { route } from './route.ts'
import { Id, LocalAuthority, queryInteger } from './scalars.ts'

const tags = ['名单查询']

/** A title as everybody reads it. */
export const PublicTitle = z.object({
  id: Id,
  name: z.string(),
  uscc: z.string(),
  place: z.string(),
  tier: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  documentNumber: z.string(),
  announcedOn: z.string(),
  announcement: Id,
  /** Whether it is valid today. */
  standing: z.enum(['valid', 'ahead', 'ended', 'revoked']),
})
export type PublicTitle = z.infer<typeof PublicTitle>

export const register = {
  search: route({
    method: 'GET',
    path: '/api/register',
    summary: '按名称、统一社会信用代码、地区、层级查询称号',
    tags,
    who: 'anyone',
    query: z.strictObject({
      /** Part of a name, or a unified social credit code or its beginning. */
      q: z.string().trim().max(100).optional(),
      place: LocalAuthority.optional(),
      tier: z.enum(['innovative', 'specialised', 'little-giant']).optional(),
      page: queryInteger(1, 10_000).default(1),
    }),
    response: z.object({
      titles: z.array(PublicTitle),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
    }),
  }),
  progress: route({
    method: 'GET',
    path: '/api/progress',
    summary: '凭申报回执编号和统一社会信用代码查询所处环节',
    tags,
    who: 'anyone',
    query: z.strictObject({ receipt: z.string().trim().min(1).max(60), uscc: z.string().trim().min(1).max(40) }),
    response: z.object({
      /** The public words for where the application stands; nothing more. */
      label: z.string(),
    }),
    errors: ['progress.not-found', 'session.too-many-attempts'],
  }),
}
