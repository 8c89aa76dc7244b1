import { z } from 'zod'
import { EvidenceItem } from './claims.ts'
import { TypedUscc } from './enterprises.ts'
import { route } from './route.ts'
import { Id, Instant } from './scalars.ts'

const tags = ['企业与认领']

/** A code of an early pilot that breaks GB 32100, admitted by two officers who saw the licence. */
export const UsccAdmission = z.object({
  id: Id,
  uscc: z.string(),
  enterpriseName: z.string(),
  grounds: z.string(),
  status: z.enum(['proposed', 'confirmed', 'refused']),
  proposedBy: Id,
  proposedByName: z.string(),
  proposedAt: Instant,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
  evidence: z.array(EvidenceItem),
})
export type UsccAdmission = z.infer<typeof UsccAdmission>

export const usccAdmissions = {
  list: route({
    method: 'GET',
    path: '/api/local/uscc-admissions',
    summary: '特殊统一社会信用代码的核验记录',
    tags,
    who: ['officer'],
    response: z.object({ admissions: z.array(UsccAdmission) }),
  }),
  propose: route({
    method: 'POST',
    path: '/api/local/uscc-admissions',
    summary: '提请核验一个不符合国家标准的早期代码（经办）',
    tags,
    who: ['officer'],
    body: z.strictObject({
      /** Made by the page: the licence is uploaded under it first. */
      id: Id,
      uscc: TypedUscc,
      enterpriseName: z.string().trim().min(2, '请填写企业名称。').max(100, '企业名称不超过 100 字。'),
      grounds: z.string().trim().min(2, '请写明核验情况。').max(1000, '核验情况不超过 1000 字。'),
      evidence: z.array(Id).min(1, '请上传营业执照。').max(20, '不超过 20 个文件。'),
    }),
    response: z.object({ id: Id }),
    errors: [
      'uscc.invalid',
      'uscc-admission.regular',
      'uscc-admission.exists',
      'evidence.not-found',
      'act.not-your-role',
    ],
  }),
  decide: route({
    method: 'POST',
    path: '/api/local/uscc-admissions/:admission/decision',
    summary: '审批特殊代码：准予或不准予登记（审批，不是提请的人）',
    tags,
    who: ['officer'],
    params: z.strictObject({ admission: Id }),
    body: z.strictObject({
      decision: z.enum(['confirmed', 'refused']),
      note: z.string().trim().min(2, '请填写审批意见。').max(500, '审批意见不超过 500 字。'),
    }),
    response: z.object({ status: z.enum(['confirmed', 'refused']) }),
    errors: ['uscc-admission.not-found', 'uscc-admission.decided', 'act.same-person', 'act.not-your-role'],
  }),
}
