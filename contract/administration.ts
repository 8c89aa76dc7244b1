import { z } from 'zod'
import { administratorOffices, officerRoles } from '../regime/jurisdiction/actor.ts'
import { nothing, route } from './route.ts'
import { AuthorityText, Id, Instant, queryInteger } from './scalars.ts'
import { DisplayName, Login } from './session.ts'

const tags = ['系统管理']
const who = ['administrator'] as const

/** Posts of an officer, at least one and each once. */
export const Roles = z
  .array(z.enum(officerRoles))
  .min(1, '请至少选择一个岗位。')
  .max(officerRoles.length)
  .refine((roles) => new Set(roles).size === roles.length, '岗位不能重复。')

/** An account as administrators see it. */
export const Account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  authority: z.string().nullable(),
  roles: z.array(z.enum(officerRoles)),
  office: z.enum(administratorOffices).nullable(),
  demo: z.boolean(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: Instant,
})

/** An account with the password it begins with, shown once. */
export const Issued = z.object({ account: z.uuid(), initialPassword: z.string() })

const one = z.strictObject({ account: Id })

/** Three separate offices (三员分立): one makes accounts, one gives and takes powers, one reads the record. */
export const administration = {
  accounts: route({
    method: 'GET',
    path: '/api/administration/accounts',
    summary: '主管部门人员和系统管理人员的账号；按登录账号可查任何账号',
    tags,
    who,
    query: z.strictObject({ login: Login.optional(), authority: AuthorityText.optional() }),
    response: z.object({ accounts: z.array(Account) }),
    errors: ['act.not-your-role'],
  }),
  createOfficer: route({
    method: 'POST',
    path: '/api/administration/officers',
    summary: '建立主管部门人员账号（系统管理员）',
    tags,
    who,
    body: z.strictObject({ login: Login, name: DisplayName, authority: AuthorityText, roles: Roles }),
    response: Issued,
    errors: ['act.not-your-role', 'account.login-taken'],
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/administration/accounts/:account/initial-password',
    summary: '重发初始密码（系统管理员）；该账号的登录全部失效',
    tags,
    who,
    params: one,
    response: Issued,
    errors: ['act.not-your-role', 'account.not-found'],
  }),
  assignRoles: route({
    method: 'PUT',
    path: '/api/administration/accounts/:account/roles',
    summary: '调整主管部门人员的岗位（安全管理员）',
    tags,
    who,
    params: one,
    body: z.strictObject({ roles: Roles }),
    response: nothing,
    errors: ['act.not-your-role', 'account.not-found'],
  }),
  setDisabled: route({
    method: 'PUT',
    path: '/api/administration/accounts/:account/disabled',
    summary: '停用或恢复账号（安全管理员）',
    tags,
    who,
    params: one,
    body: z.strictObject({ disabled: z.boolean() }),
    response: nothing,
    errors: ['act.not-your-role', 'account.not-found', 'account.own'],
  }),
  record: route({
    method: 'GET',
    path: '/api/administration/record',
    summary: '账号操作记录（审计员）',
    tags,
    who,
    query: z.strictObject({
      account: Id.optional(),
      before: Instant.optional(),
      size: queryInteger(1, 500).optional(),
    }),
    response: z.object({
      entries: z.array(
        z.object({
          id: z.uuid(),
          account: z.uuid(),
          name: z.string().nullable(),
          at: Instant,
          act: z.string(),
          by: z.uuid().nullable(),
          byName: z.string().nullable(),
          address: z.string().nullable(),
          details: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
    errors: ['act.not-your-role'],
  }),
}
