import { z } from 'zod'
import { ChosenCases, Contact, decision, decisionErrors, FirmsPage, FirmsQuery, NoticeTerms, words } from './lists.ts'
import { route } from './route.ts'
import { AuthorityText, DayText, Id, queryInteger } from './scalars.ts'

const tags = ['公示']

/** A notice as everybody reads it. */
export const PublicNotice = z.object({
  authority: AuthorityText,
  id: Id,
  office: z.string(),
  level: z.enum(['local', 'province']),
  title: z.string(),
  tier: z.string(),
  batchTitle: z.string(),
  firms: z.number(),
  publishedOn: z.string(),
  from: z.string(),
  to: z.string(),
  basis: z.enum(['workday', 'calendar']),
  days: z.number(),
  /** The last day rests on a year whose holidays were not published. */
  provisional: z.boolean(),
  state: z.enum(['ahead', 'running', 'ended']),
  /** Calendar days from today to the last day; 0 on it, negative after it. */
  daysLeft: z.number(),
  contact: NoticeTerms.shape.contact,
})
export type PublicNotice = z.infer<typeof PublicNotice>

/** A stretch of days, and what offices do on each. */
const Strip = z.array(z.object({ day: z.string(), workday: z.boolean(), name: z.string(), provisional: z.boolean() }))

const basis = z.enum(['workday', 'calendar'])

export const NoticeProposal = z.strictObject({
  batch: Id,
  title: words('名单标题', 6, 100),
  from: DayText,
  basis,
  days: z.int().min(1, '公示期至少 1 天。').max(60, '公示期不超过 60 天。'),
  /** Another last day than the computed one, with the reason. */
  stated: z.strictObject({ to: DayText, reason: words('改期理由', 4, 500) }).optional(),
  contact: Contact,
  cases: ChosenCases,
})
export type NoticeProposal = z.infer<typeof NoticeProposal>

const publicAddress = z.strictObject({ authority: AuthorityText, notice: Id })

export const notices = {
  list: route({
    method: 'GET',
    path: '/api/notices',
    summary: '公示名单：正在公示的和以往的',
    tags,
    who: 'anyone',
    query: z.strictObject({
      state: z.enum(['running', 'ended']).default('running'),
      place: AuthorityText.optional(),
      page: queryInteger(1, 10_000).default(1),
    }),
    response: z.object({
      notices: z.array(PublicNotice),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
      running: z.number(),
      ended: z.number(),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/notices/:authority/:notice',
    summary: '一份公示和公示的企业',
    tags,
    who: 'anyone',
    params: publicAddress,
    query: FirmsQuery,
    response: z.object({ notice: PublicNotice, ...FirmsPage.shape }),
    errors: ['notice.not-found'],
  }),
  period: route({
    method: 'GET',
    path: '/api/notices/period',
    summary: '推算公示起止日期',
    tags,
    who: ['officer'],
    query: z.strictObject({ from: DayText, basis, days: queryInteger(1, 60) }),
    response: z.object({
      from: z.string(),
      to: z.string(),
      counted: z.number(),
      provisional: z.boolean(),
      because: z.string().optional(),
      strip: Strip,
    }),
    errors: ['notice.start-passed', 'notice.bad-period'],
  }),
  propose: route({
    method: 'POST',
    path: '/api/lists/notices',
    summary: '经办：拟定公示名单，报审批',
    tags,
    who: ['officer'],
    body: NoticeProposal,
    response: z.object({ id: Id, firms: z.number() }),
    errors: [
      'act.not-available',
      'act.not-your-role',
      'act.not-your-jurisdiction',
      'case.not-found',
      'list.other-batch',
      'notice.start-passed',
      'notice.bad-period',
      'notice.reason-missing',
    ],
    limit: 2 * 1024 * 1024,
  }),
  publish: route({
    method: 'POST',
    path: '/api/lists/notices/:list/publication',
    summary: '审批：同意公示，即时公开',
    tags,
    who: ['officer'],
    params: z.strictObject({ list: Id }),
    body: decision,
    response: z.object({ id: Id, authority: z.string(), from: z.string(), to: z.string() }),
    errors: [...decisionErrors, 'notice.start-passed'],
  }),
}
