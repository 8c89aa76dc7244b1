import { z } from 'zod'
import { route } from './route.ts'
import { Id, Instant, LocalAuthority } from './scalars.ts'

const tags = ['企业与认领']

/** A 统一社会信用代码 as people type it: normalised and judged by the server, which says in words what is wrong. */
export const TypedUscc = z.string().trim().min(1, '请填写统一社会信用代码。').max(60, '统一社会信用代码是 18 位。')

export const UsccReading = z.object({
  uscc: z.string(),
  problem: z.object({ text: z.string(), position: z.number().optional() }).optional(),
  organisationCodeDiffers: z.boolean(),
  individualBusiness: z.boolean(),
})

export const Registered = z.object({ enterprise: Id, authority: LocalAuthority, uscc: z.string() })

const RegisteredEnterprise = z.object({
  enterprise: Id,
  authority: LocalAuthority,
  name: z.string(),
  claimed: z.boolean(),
})

export const OwnEnterprise = z.object({
  enterprise: Id,
  authority: LocalAuthority,
  name: z.string(),
  uscc: z.string(),
  role: z.enum(['owner', 'member']),
  /** `pending`: the claim waits; the profile may be filled in, an application needs the confirmation. */
  standing: z.enum(['pending', 'confirmed']),
  since: Instant,
})
export type OwnEnterprise = z.infer<typeof OwnEnterprise>

export const ClaimReason = z.object({ code: z.string(), text: z.string() })

/** A person's own claim, as they see it. */
export const OwnClaim = z.object({
  claim: Id,
  authority: LocalAuthority,
  enterprise: Id,
  enterpriseName: z.string(),
  uscc: z.string(),
  name: z.string(),
  position: z.string(),
  phone: z.string(),
  statement: z.string(),
  status: z.enum(['draft', 'waiting', 'proposed', 'confirmed', 'refused', 'withdrawn']),
  since: Instant,
  outcome: z.enum(['owner', 'member', 'refuse']).nullable(),
  reasons: z.array(ClaimReason),
  decidedAt: Instant.nullable(),
})
export type OwnClaim = z.infer<typeof OwnClaim>

export const enterprises = {
  lookUp: route({
    method: 'GET',
    path: '/api/enterprises',
    summary: '按统一社会信用代码查：代码是否正确，企业是否已登记',
    tags,
    who: ['person', 'firm'],
    query: z.strictObject({ uscc: TypedUscc }),
    response: z.object({ reading: UsccReading, registered: RegisteredEnterprise.nullable() }),
  }),
  register: route({
    method: 'POST',
    path: '/api/enterprises',
    summary: '登记企业，选定所在地主管部门',
    tags,
    who: ['person', 'firm'],
    body: z.strictObject({
      uscc: TypedUscc,
      authority: LocalAuthority,
      name: z.string().trim().min(2, '请填写企业名称。').max(100, '企业名称不超过 100 字。'),
    }),
    response: Registered,
    errors: ['uscc.invalid', 'enterprise.elsewhere'],
  }),
  own: route({
    method: 'GET',
    path: '/api/own/enterprises',
    summary: '本人所代表的企业和认领申请',
    tags,
    who: ['person', 'firm'],
    response: z.object({ enterprises: z.array(OwnEnterprise), claims: z.array(OwnClaim) }),
  }),
}
