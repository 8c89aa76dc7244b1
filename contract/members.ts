import { z } from 'zod'
import { nothing, route } from './route.ts'
import { Id, Instant, LocalAuthority } from './scalars.ts'

const tags = ['企业与认领']
const params = z.strictObject({ enterprise: Id })
const Role = z.enum(['owner', 'member'], { error: '请选择“负责人”或“成员”。' })

export const Member = z.object({
  person: Id,
  name: z.string(),
  role: Role,
  standing: z.enum(['pending', 'confirmed']),
  since: Instant,
  self: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const Invitation = z.object({
  id: Id,
  invitee: z.string(),
  role: Role,
  by: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

/** What a link carries; read by the server only. */
const Token = z.string().min(1).max(200)

export const members = {
  list: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/members',
    summary: '企业的成员和未使用的邀请',
    tags,
    who: ['firm'],
    params,
    response: z.object({ members: z.array(Member), invitations: z.array(Invitation) }),
  }),
  invite: route({
    method: 'POST',
    path: '/api/enterprises/:enterprise/invitations',
    summary: '生成邀请链接（负责人）；只显示一次，使用一次',
    tags,
    who: ['firm'],
    params,
    body: z.strictObject({
      invitee: z.string().trim().min(2, '请填写受邀人姓名。').max(50, '姓名不超过 50 字。'),
      role: Role,
    }),
    response: z.object({ id: Id, token: z.string(), expiresAt: Instant }),
    errors: ['member.owner-only', 'invitation.too-many'],
  }),
  revoke: route({
    method: 'DELETE',
    path: '/api/enterprises/:enterprise/invitations/:invitation',
    summary: '撤销未使用的邀请（负责人）',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id, invitation: Id }),
    response: nothing,
    errors: ['member.owner-only'],
  }),
  change: route({
    method: 'PUT',
    path: '/api/enterprises/:enterprise/members/:person',
    summary: '改变成员身份或移出成员（负责人）；本人可以退出',
    tags,
    who: ['firm'],
    params: z.strictObject({ enterprise: Id, person: Id }),
    body: z.strictObject({ to: z.enum(['owner', 'member', 'removed']) }),
    response: z.object({ person: Id, role: z.enum(['owner', 'member', 'removed']) }),
    errors: ['member.owner-only', 'member.last-owner', 'member.not-found'],
  }),
  viewInvitation: route({
    // Not GET: the token of a link belongs in no address, log or history.
    method: 'POST',
    path: '/api/own/invitation/reading',
    summary: '查看邀请',
    tags,
    who: ['person', 'firm'],
    body: z.strictObject({ token: Token }),
    response: z.object({
      enterprise: Id,
      name: z.string(),
      uscc: z.string(),
      authority: LocalAuthority,
      role: Role,
      by: z.string(),
      expiresAt: Instant,
      accepted: z.boolean(),
    }),
    errors: ['invitation.invalid'],
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/api/own/invitation',
    summary: '接受邀请',
    tags,
    who: ['person', 'firm'],
    body: z.strictObject({ token: Token }),
    response: z.object({ enterprise: Id, authority: LocalAuthority }),
    errors: ['invitation.invalid', 'member.already'],
  }),
}
