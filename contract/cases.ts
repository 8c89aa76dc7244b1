import { z } from 'zod'
import { route } from './route.ts'
import { DayText, Id, queryInteger } from './scalars.ts'

const tags = ['申报与审核']

const words = (what: string, max = 1000) =>
  z.string().trim().min(2, `请填写${what}。`).max(max, `${what}不超过 ${max} 字。`)

export const Reason = z.strictObject({
  code: z.string().min(1).max(40),
  path: z.string().max(200).optional(),
  text: words('具体说明'),
})
const reasons = z.array(Reason).min(1, '请至少写明一条理由。').max(50)
const note = z.strictObject({ note: words('意见') })
const optionalNote = z.strictObject({ note: z.string().trim().max(1000).optional() })
const rejection = z.strictObject({ reasons, article: z.string().min(2).max(20) })
const returned = z.strictObject({ reasons, due: DayText })
const spotChecked = {
  on: DayText,
  by: z.array(words('抽查人员', 50)).min(2, '抽查人员不少于两人。').max(10),
  findings: words('抽查情况', 5000),
}

const act = <A extends string, P extends z.ZodType>(name: A, payload: P) =>
  z.strictObject({ act: z.literal(name), payload, baseSeq: z.int().min(1) })

/** An act of an officer on one case, with the state it was decided on. */
export const OfficerAct = z.discriminatedUnion('act', [
  act('review.accept', optionalNote),
  act('review.reject', rejection),
  act('review.return', returned),
  act('review.confirm', optionalNote),
  act('review.send-back', note),
  act('visit.schedule', z.strictObject({ on: DayText, verifiers: z.tuple([Id, Id]) })),
  act('visit.sign', z.strictObject({ draftVersion: z.int().min(1), conclusion: words('核查结论', 2000) })),
  act('visit.accept', optionalNote),
  act('visit.reject', rejection),
  act('visit.return', returned),
  act('visit.repeat', note),
  act('visit.confirm', optionalNote),
  act('visit.send-back', note),
  act('spot-check.accept', z.strictObject(spotChecked)),
  act('spot-check.reject', z.strictObject({ ...spotChecked, reasons, article: z.string().min(2).max(20) })),
  act('spot-check.confirm', optionalNote),
  act('spot-check.send-back', note),
])
export type OfficerAct = z.infer<typeof OfficerAct>

/** One line of the on-site checklist, or one of the verifiers' own (`own/…`), and what was found. */
export const Finding = z.strictObject({
  item: z.string().min(1).max(200),
  /** What an own line is about; lines of the checklist have their title there. */
  title: z.string().trim().min(2, '请写明核查事项。').max(60, '核查事项不超过 60 字。').optional(),
  answer: z.enum(['true', 'differs', 'not-found']),
  found: z.string().max(200).optional(),
  note: z.string().max(2000).optional(),
  photos: z.array(Id).max(30, '每一项的照片不超过 30 张。'),
})
export type Finding = z.infer<typeof Finding>

/** One line to check on site, generated from the facts that carry the score. */
export const ChecklistItem = z.object({
  item: z.string(),
  title: z.string(),
  /** The figure as declared, in reading form. */
  declared: z.string(),
  /** Where to look. */
  hint: z.string(),
  /** The indicators and conditions that rest on it, and how they stand: 10 分, 符合. */
  carries: z.array(z.object({ id: z.string(), name: z.string(), standing: z.string() })),
  evidence: z.array(z.object({ id: Id, name: z.string() })),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** Who answers for the firm's application and can open the door. */
const Contact = z.object({ name: z.string(), phone: z.string() })

const Verifier = z.object({ id: Id, name: z.string(), signed: z.boolean() })

/** An on-site verification in the list of them. */
export const VisitEntry = z.object({
  case: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  /** The day it is scheduled for; null until then. */
  on: z.string().nullable(),
  verifiers: z.array(Verifier),
  contact: Contact.nullable(),
  /** How many lines the verifiers have noted so far. */
  noted: z.number(),
  since: z.string(),
  due: z.string().nullable(),
})
export type VisitEntry = z.infer<typeof VisitEntry>

export const EvidenceItem = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Fact paths it supports. */
  paths: z.array(z.string()),
})

/** What was handed in, or what would be (live, before submission). Results are of regime/evaluation. */
export const Standing = z.object({
  facts: z.record(z.string(), z.unknown()),
  /** Per fact path: source, date, who entered it. */
  sources: z.record(z.string(), z.object({ source: z.string(), date: z.string().nullable() })),
  evidence: z.array(EvidenceItem),
  result: z.unknown(),
  eligibility: z.unknown(),
  /** Facts typed in a form that cannot be read; they count as unknown. */
  unreadable: z.array(z.object({ path: z.string(), text: z.string(), message: z.string() })),
})

export const Submission = Standing.extend({
  id: Id,
  round: z.number(),
  at: z.string(),
  declaredBy: z.string(),
  digest: z.string(),
  receipt: z.string(),
})

const TimelineAct = z.object({
  seq: z.number(),
  label: z.string(),
  at: z.string(),
  day: z.string(),
  /** Who did it: office for the firm and the public, office and name on the officials' desk. */
  by: z.string(),
  words: z.array(z.string()),
  step: z.string(),
})

/** An act this person may perform now, as the procedure table gives it. */
const Available = z.array(
  z.object({ act: z.string(), label: z.string(), article: z.string(), to: z.array(z.string()), group: z.boolean() }),
)

export const CaseSummary = z.object({
  id: Id,
  authority: z.string(),
  enterprise: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  batch: Id,
  batchTitle: z.string(),
  tier: z.string(),
  step: z.string(),
  label: z.string(),
  since: z.string(),
  due: z.string().nullable(),
  scoreMin: z.number().nullable(),
  scoreMax: z.number().nullable(),
  outcome: z.string().nullable(),
  round: z.number(),
  overdueCorrection: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseDetail = CaseSummary.extend({
  seq: z.number(),
  phase: z.string(),
  phases: z.array(
    z.object({
      phase: z.string(),
      label: z.string(),
      state: z.enum(['done', 'now', 'ahead', 'stopped']),
      on: z.string().nullable(),
    }),
  ),
  final: z.boolean(),
  holder: z.object({ office: z.string(), post: z.string(), phone: z.string().nullable() }),
  next: z.string(),
  article: z.string(),
  documentNumber: z.string(),
  closesOn: z.string(),
  decided: z.boolean(),
  correction: z.object({ reasons: z.array(Reason), due: z.string(), overdue: z.boolean() }).nullable(),
  rejection: z.object({ reasons: z.array(Reason), article: z.string() }).nullable(),
  /** Officials only: the handler's opinion that waits for the approver. */
  proposal: z.object({ outcome: z.enum(['accept', 'reject']), by: z.string(), reasons: z.array(Reason) }).nullable(),
  visit: z
    .object({
      on: z.string(),
      verifiers: z.array(z.object({ id: Id, name: z.string(), signed: z.boolean() })),
    })
    .nullable(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  openObjections: z.number(),
  acts: z.array(TimelineAct),
  available: Available,
  submission: Submission.nullable(),
  /** Officials only: 第三条 evaluated as of today (checked again at every review). */
  eligibilityNow: z.unknown().nullable(),
  /** Defaults for the forms of the acts, computed on the server's calendar. */
  defaults: z.object({ correctionDue: z.string(), correctionDueProvisional: z.boolean() }),
})
export type CaseDetail = z.infer<typeof CaseDetail>

const enterprise = Id
const ofEnterprise = z.strictObject({ enterprise })
const ofCase = z.strictObject({ case: Id })
const enterpriseCase = z.strictObject({ enterprise, case: Id })

export const applications = {
  list: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/cases',
    summary: '本企业的申报',
    tags,
    who: ['firm'],
    params: ofEnterprise,
    response: z.object({ cases: z.array(CaseSummary) }),
  }),
  open: route({
    method: 'POST',
    path: '/api/enterprises/:enterprise/cases',
    summary: '在批次中开始申报',
    tags,
    who: ['firm'],
    params: ofEnterprise,
    body: z.strictObject({ batch: Id }),
    response: z.object({ id: Id }),
    errors: ['application.closed', 'application.already-open', 'application.not-confirmed', 'batch.not-found'],
  }),
  get: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/cases/:case',
    summary: '申报的进度和内容',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    response: CaseDetail,
  }),
  standing: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/cases/:case/standing',
    summary: '按现有资料即时评价（未提交）',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    response: Standing,
  }),
  submit: route({
    method: 'POST',
    path: '/api/enterprises/:enterprise/cases/:case/submissions',
    summary: '声明真实并提交，取得回执',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    body: z.strictObject({
      /** The declaration of truthfulness was read and made. */
      declared: z.literal(true, '请阅读并作出真实性声明。'),
      /** Conditions that are open or unmet and that the firm has been shown; all of them must be named. */
      acknowledged: z.array(z.string().max(60)).max(100),
      baseSeq: z.int().min(1),
    }),
    response: z.object({ receipt: z.string(), digest: z.string(), at: z.string() }),
    errors: [
      'application.closed',
      'application.ineligible',
      'application.not-acknowledged',
      'application.not-confirmed',
      'act.stale',
    ],
  }),
  withdraw: route({
    method: 'POST',
    path: '/api/enterprises/:enterprise/cases/:case/withdrawal',
    summary: '撤回申报',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    body: z.strictObject({ reason: z.string().trim().max(500).optional(), baseSeq: z.int().min(1) }),
    response: z.object({ step: z.string() }),
    errors: ['application.decided', 'act.stale'],
  }),
}

export const cases = {
  queue: route({
    method: 'GET',
    path: '/api/cases',
    summary: '待办和案件列表',
    tags,
    who: ['officer'],
    query: z.strictObject({
      step: z.string().max(200).optional(),
      batch: Id.optional(),
      authority: z.string().max(6).optional(),
      name: z.string().trim().max(100).optional(),
      /** `mine`: only steps this person's posts can act on. */
      view: z.enum(['mine', 'all']).default('mine'),
      order: z.enum(['due', 'since', 'name']).default('due'),
      page: queryInteger(1, 10_000).default(1),
    }),
    response: z.object({
      cases: z.array(CaseSummary),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
      /** How many stand at each step, over everything this person may see. */
      counts: z.record(z.string(), z.number()),
    }),
  }),
  get: route({
    method: 'GET',
    path: '/api/cases/:case',
    summary: '一个案件的全部内容',
    tags,
    who: ['officer'],
    params: ofCase,
    response: CaseDetail,
  }),
  act: route({
    method: 'POST',
    path: '/api/cases/:case/acts',
    summary: '办理一个案件',
    tags,
    who: ['officer'],
    params: ofCase,
    body: OfficerAct,
    response: z.object({ step: z.string(), label: z.string(), seq: z.number() }),
    errors: ['act.not-available', 'act.not-your-role', 'act.not-your-jurisdiction', 'act.same-person', 'act.stale'],
  }),
  visit: route({
    method: 'GET',
    path: '/api/cases/:case/visit',
    summary: '实地核查清单和已记内容',
    tags,
    who: ['officer'],
    params: ofCase,
    response: z.object({
      case: CaseSummary,
      on: z.string().nullable(),
      today: z.string(),
      verifiers: z.array(Verifier.extend({ signedAt: z.string().nullable() })),
      contact: Contact.nullable(),
      checklist: z.array(ChecklistItem),
      findings: z.array(Finding),
      version: z.number(),
      seq: z.number(),
      maySign: z.boolean(),
      signedConclusion: z.string().nullable(),
      /** What was signed is what is noted now. False once notes changed after a signature, which then counts no more. */
      signatureStands: z.boolean(),
    }),
  }),
  visits: route({
    method: 'GET',
    path: '/api/visits',
    summary: '本地区待进行的实地核查，日期在前的在前',
    tags,
    who: ['officer'],
    query: z.strictObject({
      /** `mine`: those this person was named for. */
      view: z.enum(['mine', 'all']).default('all'),
      scheduled: z.enum(['yes', 'no']).default('yes'),
      page: queryInteger(1, 10_000).default(1),
    }),
    response: z.object({
      visits: z.array(VisitEntry),
      total: z.number(),
      page: z.number(),
      pageSize: z.number(),
    }),
  }),
  saveVisit: route({
    method: 'PUT',
    path: '/api/cases/:case/visit',
    summary: '保存核查记录（签字前可反复保存）',
    tags,
    who: ['officer'],
    params: ofCase,
    body: z.strictObject({
      findings: z.array(Finding).max(200),
      baseVersion: z.int().min(0),
      /** Change what one verifier has already signed: that signature then counts no more. */
      reopen: z.boolean().optional(),
    }),
    response: z.object({ version: z.number() }),
    errors: ['visit.stale', 'visit.signed', 'visit.not-assigned', 'evidence.not-found'],
  }),
  verifiers: route({
    method: 'GET',
    path: '/api/verifiers',
    summary: '本地区的核查人员',
    tags,
    who: ['officer'],
    response: z.object({ verifiers: z.array(z.object({ id: Id, name: z.string() })) }),
  }),
}
