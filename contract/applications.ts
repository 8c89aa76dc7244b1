import { z } from 'zod'
import { file } from './bytes.ts'
import { CaseDetail, CaseSummary, Standing } from './case-view.ts'
import { route } from './route.ts'
import { Id } from './scalars.ts'

const tags = ['申报']
const enterprise = Id
const ofEnterprise = z.strictObject({ enterprise })
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
  file: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/cases/:case/file',
    summary: '本企业一件申报的案卷，任何人可用 tidu verify case 复核',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    response: file('application/json'),
    errors: ['case.nothing-submitted'],
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
  paper: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/cases/:case/paper',
    summary: '最近一次提交的评价说明（PDF）',
    tags,
    who: ['firm'],
    params: enterpriseCase,
    response: file('application/pdf'),
    errors: ['case.not-found', 'case.nothing-submitted', 'paper.busy', 'paper.too-large'],
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
