import { z } from 'zod'
import { file } from './bytes.ts'
import { CaseDetail, CaseSummary } from './case-view.ts'
import { OfficerAct } from './officer-act.ts'
import { route } from './route.ts'
import { Id, queryInteger } from './scalars.ts'
import { ChecklistItem, Contact, Finding, Verifier, VisitEntry } from './visit.ts'

const tags = ['审核']
const ofCase = z.strictObject({ case: Id })

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
  file: route({
    method: 'GET',
    path: '/api/cases/:case/file',
    summary: '一个案件的案卷，任何人可用 tidu verify case 复核',
    tags,
    who: ['officer'],
    params: ofCase,
    response: file('application/json'),
    errors: ['case.nothing-submitted'],
  }),
  paper: route({
    method: 'GET',
    path: '/api/cases/:case/paper',
    summary: '最近一次提交的评价说明（PDF）',
    tags,
    who: ['officer'],
    params: ofCase,
    response: file('application/pdf'),
    errors: ['case.not-found', 'case.nothing-submitted', 'paper.busy', 'paper.too-large'],
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
      findings: z
        .array(Finding)
        .max(200)
        .refine((all) => new Set(all.map(({ item }) => item)).size === all.length, '同一核查事项只能有一条记录。'),
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
