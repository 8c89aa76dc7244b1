import { z } from 'zod'
import { Note, words } from './lists.ts'
import { MAIL, PHONE } from './phone.ts'
import { route } from './route.ts'
import { AuthorityText, Id, queryInteger } from './scalars.ts'

const tags = ['异议']

export const NewObjection = z.strictObject({
  /** The firm it is about: an entry of the notice. */
  entry: Id,
  name: z.string().trim().min(2, '请填写真实姓名或单位全称。').max(100, '姓名或单位名称不超过 100 字。'),
  contact: z
    .string()
    .trim()
    .max(100)
    .refine((text) => PHONE.test(text) || MAIL.test(text), '请填写能联系到您的电话或电子邮箱。'),
  reason: words('异议的事实和理由', 10, 3000),
  /** Evidence uploaded for this notice; its ids are known to whoever uploaded it. */
  evidence: z.array(Id).max(10, '佐证材料不超过 10 份。'),
})
export type NewObjection = z.infer<typeof NewObjection>

export const ObjectionStatus = z.enum(['open', 'proposed', 'upheld', 'unfounded', 'joined'])
export type ObjectionStatus = z.infer<typeof ObjectionStatus>

/** An objection on the desk of the authority that issued the notice. Never who objected. */
export const ObjectionSummary = z.object({
  id: Id,
  receipt: z.string(),
  status: ObjectionStatus,
  enterpriseName: z.string(),
  noticeTitle: z.string(),
  notice: Id,
  noticeEnds: z.string(),
  receivedAt: z.string(),
  receivedOn: z.string(),
})
export type ObjectionSummary = z.infer<typeof ObjectionSummary>

export const ObjectionDetail = ObjectionSummary.extend({
  authority: z.string(),
  case: Id,
  uscc: z.string(),
  version: z.number(),
  reason: z.string(),
  evidence: z.array(z.object({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.number() })),
  outcome: z.enum(['upheld', 'unfounded']).nullable(),
  opinion: z.string().nullable(),
  proposedBy: z.string().nullable(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  acts: z.array(
    z.object({ act: z.string(), label: z.string(), at: z.string(), by: z.string(), words: z.array(z.string()) }),
  ),
  available: z.array(z.object({ act: z.string(), label: z.string(), article: z.string() })),
})
export type ObjectionDetail = z.infer<typeof ObjectionDetail>

const ofObjection = z.strictObject({ objection: Id })
const baseVersion = z.int().min(1)
const errors = [
  'objection.not-found',
  'objection.not-open',
  'act.stale',
  'act.same-person',
  'act.not-your-role',
  'act.not-available',
] as const

export const objections = {
  receive: route({
    method: 'POST',
    path: '/api/notices/:authority/:notice/objections',
    summary: '公示期内实名提出异议，取得回执编号',
    tags,
    who: 'anyone',
    params: z.strictObject({ authority: AuthorityText, notice: Id }),
    body: NewObjection,
    response: z.object({ receipt: z.string(), receivedAt: z.string() }),
    errors: [
      'notice.not-found',
      'objection.period-over',
      'list.not-on-it',
      'evidence.not-found',
      'session.too-many-attempts',
    ],
  }),
  follow: route({
    method: 'GET',
    path: '/api/objections/receipts/:receipt',
    summary: '凭回执编号查询异议的处理结果',
    tags,
    who: 'anyone',
    params: z.strictObject({ receipt: z.string().max(60) }),
    response: z.object({
      receipt: z.string(),
      office: z.string(),
      enterpriseName: z.string(),
      status: ObjectionStatus,
      /** What the status means, in words for the objector. */
      label: z.string(),
      receivedOn: z.string(),
      decidedOn: z.string().nullable(),
      /** The reasons of the decision, once there is one. */
      opinion: z.string().nullable(),
    }),
    errors: ['objection.not-found', 'session.too-many-attempts'],
  }),
  list: route({
    method: 'GET',
    path: '/api/objections',
    summary: '本机关公示收到的异议',
    tags,
    who: ['officer'],
    query: z.strictObject({ page: queryInteger(1, 10_000).default(1) }),
    response: z.object({
      objections: z.array(ObjectionSummary),
      counts: z.record(z.string(), z.number()),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/objections/:objection',
    summary: '一条异议的内容和办理记录（不含异议人身份）',
    tags,
    who: ['officer'],
    params: ofObjection,
    response: ObjectionDetail,
    errors: ['objection.not-found', 'act.not-your-role'],
  }),
  reveal: route({
    method: 'POST',
    path: '/api/objections/:objection/identity',
    summary: '查看异议人身份；每次查看都记录查看人和用途',
    tags,
    who: ['officer'],
    params: ofObjection,
    body: z.strictObject({ purpose: words('查看用途', 4, 200) }),
    response: z.object({ name: z.string(), contact: z.string() }),
    errors: ['objection.not-found', 'act.not-your-role'],
  }),
  propose: route({
    method: 'POST',
    path: '/api/objections/:objection/opinion',
    summary: '经办：提出异议是否成立的意见，报审批',
    tags,
    who: ['officer'],
    params: ofObjection,
    body: z.strictObject({
      outcome: z.enum(['upheld', 'unfounded']),
      /** Read by the firm and the objector: it must not say who objected. */
      reasons: words('理由', 10, 2000),
      baseVersion,
    }),
    response: z.object({ status: z.string(), version: z.number() }),
    errors,
  }),
  sendBack: route({
    method: 'POST',
    path: '/api/objections/:objection/return',
    summary: '审批：退回经办重新核实',
    tags,
    who: ['officer'],
    params: ofObjection,
    body: z.strictObject({ note: Note, baseVersion }),
    response: z.object({ status: z.string(), version: z.number() }),
    errors,
  }),
  confirm: route({
    method: 'POST',
    path: '/api/objections/:objection/confirmation',
    summary: '审批：同意处理意见；成立的移出名单',
    tags,
    who: ['officer'],
    params: ofObjection,
    body: z.strictObject({ note: z.string().trim().max(500).optional(), baseVersion }),
    response: z.object({ status: z.string(), step: z.string() }),
    errors,
  }),
}
