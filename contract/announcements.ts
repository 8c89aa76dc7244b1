import { z } from 'zod'
import { ChosenCases, decision, decisionErrors, FirmsPage, FirmsQuery, words } from './lists.ts'
import { route } from './route.ts'
import { AuthorityText, DayText, Id, queryInteger } from './scalars.ts'

const tags = ['公告']

/** An announcement as everybody reads it. */
export const PublicAnnouncement = z.object({
  authority: AuthorityText,
  id: Id,
  office: z.string(),
  title: z.string(),
  tier: z.string(),
  batchTitle: z.string(),
  documentNumber: z.string(),
  firms: z.number(),
  publishedOn: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
})
export type PublicAnnouncement = z.infer<typeof PublicAnnouncement>

export const AnnouncementProposal = z.strictObject({
  batch: Id,
  title: words('公告标题', 6, 100),
  documentNumber: words('文号', 4, 60),
  validFrom: DayText,
  validTo: DayText,
  validityReason: words('有效期不是三年的理由', 4, 500).optional(),
  cases: ChosenCases,
})

export const announcements = {
  list: route({
    method: 'GET',
    path: '/api/announcements',
    summary: '公告，新的在前',
    tags,
    who: 'anyone',
    query: z.strictObject({ page: queryInteger(1, 10_000).default(1) }),
    response: z.object({
      announcements: z.array(PublicAnnouncement),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/announcements/:announcement',
    summary: '一份公告和公告的企业',
    tags,
    who: 'anyone',
    params: z.strictObject({ announcement: Id }),
    query: FirmsQuery,
    response: z.object({ announcement: PublicAnnouncement, ...FirmsPage.shape }),
    errors: ['notice.not-found'],
  }),
  propose: route({
    method: 'POST',
    path: '/api/lists/announcements',
    summary: '省级经办：拟定公告名单，报审批',
    tags,
    who: ['officer'],
    body: AnnouncementProposal,
    response: z.object({ id: Id, firms: z.number() }),
    errors: [
      'act.not-available',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'list.other-batch',
      'announcement.validity-reason',
    ],
    limit: 2 * 1024 * 1024,
  }),
  publish: route({
    method: 'POST',
    path: '/api/lists/announcements/:list/publication',
    summary: '省级审批：发布公告，生成称号',
    tags,
    who: ['officer'],
    params: z.strictObject({ list: Id }),
    body: decision,
    response: z.object({ id: Id, firms: z.number() }),
    errors: [...decisionErrors, 'act.not-your-jurisdiction'],
  }),
}
