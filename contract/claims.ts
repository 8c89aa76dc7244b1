import { z } from 'zod'
import { claimReasons } from './claim-reasons.ts'
import { ClaimReason, OwnClaim } from './enterprises.ts'
import { nothing, route } from './route.ts'
import { Id, Instant, LocalAuthority, queryInteger } from './scalars.ts'

const tags = ['企业与认领']

const words = (what: string, least: number, most: number) =>
  z.string().trim().min(least, `请填写${what}。`).max(most, `${what}不超过 ${most} 字。`)

/** A piece of evidence as a page lists it; its content is served by the `evidence` routes. */
export const EvidenceItem = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
})
export type EvidenceItem = z.infer<typeof EvidenceItem>

const reasons = z
  .array(
    z.strictObject({
      code: z.enum(Object.keys(claimReasons) as [keyof typeof claimReasons], { error: '请选择理由。' }),
      text: words('具体说明', 2, 500),
    }),
  )
  .max(10, '理由不超过 10 条。')

const ownParams = z.strictObject({ authority: LocalAuthority, claim: Id })
const officeParams = z.strictObject({ claim: Id })
const papers = z.array(Id).min(1, '请上传文件。').max(20, '不超过 20 个文件。')

const Status = OwnClaim.shape.status
const Outcome = z.enum(['owner', 'member', 'refuse'])
const FormerOwners = z.enum(['stay-members', 'leave'])

/** One side of a claim: who, on what papers, and how far it has come. */
export const ClaimSide = z.object({
  claim: Id,
  seq: z.number(),
  person: Id,
  name: z.string(),
  position: z.string(),
  phone: z.string(),
  statement: z.string(),
  status: Status,
  since: Instant,
  licence: z.array(EvidenceItem),
  letter: z.array(EvidenceItem),
  answer: z.object({ text: z.string(), by: z.string(), at: Instant, evidence: z.array(EvidenceItem) }).nullable(),
  outcome: Outcome.nullable(),
  formerOwners: FormerOwners.nullable(),
  reasons: z.array(ClaimReason),
  proposedBy: Id.nullable(),
  proposedByName: z.string().nullable(),
  proposedAt: Instant.nullable(),
  sendBackNote: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
})
export type ClaimSide = z.infer<typeof ClaimSide>

/** A claim as an officer decides it, with everybody else who speaks or asks to speak for the firm. */
export const ClaimFile = z.object({
  enterprise: z.object({
    id: Id,
    name: z.string(),
    uscc: z.string(),
    usccConfirmed: z.boolean(),
    registeredAt: Instant,
  }),
  claim: ClaimSide,
  owners: z.array(z.object({ person: Id, name: z.string(), since: Instant, claim: ClaimSide.nullable() })),
  rivals: z.array(ClaimSide),
  earlier: z.array(ClaimSide),
  dispute: z.boolean(),
})
export type ClaimFile = z.infer<typeof ClaimFile>

export const ClaimQueueItem = z.object({
  id: Id,
  enterprise: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  claimant: z.string(),
  status: Status,
  since: Instant,
  outcome: Outcome.nullable(),
  dispute: z.boolean(),
})
export type ClaimQueueItem = z.infer<typeof ClaimQueueItem>

export const claims = {
  open: route({
    method: 'POST',
    path: '/api/own/claims',
    summary: '开始认领企业（草稿，用来上传营业执照和授权书）',
    tags,
    who: ['person', 'firm'],
    body: z.strictObject({ authority: LocalAuthority, enterprise: Id }),
    response: z.object({ claim: Id, authority: LocalAuthority }),
    errors: ['enterprise.not-found', 'claim.already-open', 'claim.already-owner'],
  }),
  own: route({
    method: 'GET',
    path: '/api/own/claims/:authority/:claim',
    summary: '本人的一份认领申请',
    tags,
    who: ['person', 'firm'],
    params: ownParams,
    response: OwnClaim.extend({ licence: z.array(EvidenceItem), letter: z.array(EvidenceItem) }),
    errors: ['claim.not-found'],
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/api/own/claims/:authority/:claim',
    summary: '暂存认领申请',
    tags,
    who: ['person', 'firm'],
    params: ownParams,
    body: z.strictObject({
      personName: z.string().max(50),
      position: z.string().max(50),
      phone: z.string().max(30),
      statement: z.string().max(1000, '说明不超过 1000 字。'),
      licence: z.array(Id).max(20, '不超过 20 个文件。'),
      letter: z.array(Id).max(20, '不超过 20 个文件。'),
    }),
    response: nothing,
    errors: ['claim.not-open', 'evidence.not-found'],
  }),
  submit: route({
    method: 'POST',
    path: '/api/own/claims/:authority/:claim/submission',
    summary: '提交认领申请',
    tags,
    who: ['person', 'firm'],
    params: ownParams,
    body: z.strictObject({
      personName: words('姓名', 2, 50),
      position: words('职务', 2, 50),
      phone: z
        .string()
        .trim()
        .regex(/^[0-9+\-() 转]{7,30}$/, '请填写可以联系到本人的电话号码。'),
      statement: z.string().trim().max(1000, '说明不超过 1000 字。'),
      licence: papers,
      letter: papers,
    }),
    response: z.object({ status: z.literal('waiting'), dispute: z.boolean(), mayFill: z.boolean() }),
    errors: [
      'claim.not-found',
      'claim.not-open',
      'claim.evidence-missing',
      'enterprise.elsewhere',
      'evidence.not-found',
    ],
  }),
  withdraw: route({
    method: 'POST',
    path: '/api/own/claims/:authority/:claim/withdrawal',
    summary: '撤回认领申请',
    tags,
    who: ['person', 'firm'],
    params: ownParams,
    response: z.object({ status: z.literal('withdrawn') }),
    errors: ['claim.not-found', 'claim.not-open'],
  }),
  against: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/claims',
    summary: '他人对本企业的认领申请（负责人）',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id }),
    response: z.object({
      claims: z.array(
        z.object({
          claim: Id,
          name: z.string(),
          position: z.string(),
          statement: z.string(),
          since: Instant,
          answer: z.string().nullable(),
          answeredBy: z.string().nullable(),
          answeredAt: Instant.nullable(),
        }),
      ),
    }),
    errors: ['member.owner-only'],
  }),
  answer: route({
    method: 'PUT',
    path: '/api/enterprises/:enterprise/claims/:claim/answer',
    summary: '就他人的认领申请作出说明（负责人）',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id, claim: Id }),
    body: z.strictObject({ answer: words('说明', 2, 1000), evidence: z.array(Id).max(20) }),
    response: z.object({ answeredAt: Instant }),
    errors: ['member.owner-only', 'claim.not-found', 'claim.not-open', 'evidence.not-found'],
  }),
  queue: route({
    method: 'GET',
    path: '/api/local/claims',
    summary: '认领申请列表（主管部门）',
    tags,
    who: ['officer'],
    query: z.strictObject({
      show: z.enum(['open', 'decided']).default('open'),
      page: queryInteger(1, 10_000).default(1),
    }),
    response: z.object({ total: z.number(), pageSize: z.number(), claims: z.array(ClaimQueueItem) }),
  }),
  file: route({
    method: 'GET',
    path: '/api/local/claims/:claim',
    summary: '一份认领申请和各方材料（主管部门）',
    tags,
    who: ['officer'],
    params: officeParams,
    response: ClaimFile,
    errors: ['claim.not-found'],
  }),
  decide: route({
    method: 'POST',
    path: '/api/local/claims/:claim/decision',
    summary: '核实认领：确认或不予确认（经办；没有争议时）',
    tags,
    who: ['officer'],
    params: officeParams,
    body: z.strictObject({ baseSeq: z.int().min(1), outcome: z.enum(['owner', 'refuse']), reasons }),
    response: z.object({ status: z.enum(['confirmed', 'refused']) }),
    errors: [
      'claim.not-found',
      'claim.not-open',
      'claim.dispute',
      'claim.reasons-missing',
      'act.stale',
      'act.not-your-role',
    ],
  }),
  propose: route({
    method: 'POST',
    path: '/api/local/claims/:claim/proposal',
    summary: '就有争议的认领提出处理意见（经办）',
    tags,
    who: ['officer'],
    params: officeParams,
    body: z.strictObject({
      baseSeq: z.int().min(1),
      outcome: Outcome,
      reasons,
      formerOwners: FormerOwners.optional(),
    }),
    response: z.object({ status: z.literal('proposed') }),
    errors: [
      'claim.not-found',
      'claim.not-open',
      'claim.no-owner',
      'claim.reasons-missing',
      'act.stale',
      'act.not-your-role',
    ],
  }),
  confirm: route({
    method: 'POST',
    path: '/api/local/claims/:claim/confirmation',
    summary: '审批有争议的认领：同意或退回（审批，不是提出意见的人）',
    tags,
    who: ['officer'],
    params: officeParams,
    body: z.strictObject({
      baseSeq: z.int().min(1),
      decision: z.enum(['confirm', 'send-back']),
      note: z.string().trim().max(500, '意见不超过 500 字。').optional(),
    }),
    response: z.object({ status: z.enum(['confirmed', 'refused', 'waiting']) }),
    errors: [
      'claim.not-found',
      'claim.not-open',
      'claim.reasons-missing',
      'act.same-person',
      'act.stale',
      'act.not-your-role',
    ],
  }),
}
