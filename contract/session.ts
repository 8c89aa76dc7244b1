import { z } from 'zod'
import { administratorOffices, officerRoles } from '../regime/jurisdiction/actor.ts'
import { EnteredPassword, NewPassword } from './password.ts'
import { nothing, route } from './route.ts'

const tags = ['账号与登录']

/** A login name: a mobile number or an e-mail address. Full-width forms and capitals make no difference. */
export const Login = z
  .string()
  .max(100, '账号不超过 100 个字符。')
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^(1[3-9]\d{9}|[^\s@/]+@[^\s@/]+\.[^\s@/]+)$/, '请填写手机号码或电子邮箱。'))

export const DisplayName = z
  .string()
  .trim()
  .min(2, '请填写姓名。')
  .max(50, '姓名不超过 50 个字符。')
  .regex(/^[\p{L}\p{M}· .'-]+$/u, '姓名只能包含文字和间隔号。')

/** The person signed in. */
export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Set for officers: their authority and posts. */
  officer: z.object({ authority: z.string(), roles: z.array(z.enum(officerRoles)) }).nullable(),
  /** Set for administrators. */
  administrator: z.enum(administratorOffices).nullable(),
  /** An invented account of the demonstration. */
  demo: z.boolean(),
  /** The password was given by somebody else and must be changed first. */
  mustChangePassword: z.boolean(),
})
export type Person = z.infer<typeof Person>

export const CurrentSession = z.object({
  person: Person.nullable(),
  /** To be sent along as `token` by HTML forms that change something; null when nobody is signed in. */
  formToken: z.string().nullable(),
})

export const session = {
  current: route({
    method: 'GET',
    path: '/api/session',
    summary: '当前登录的人员',
    tags,
    who: 'anyone',
    response: CurrentSession,
  }),
  login: route({
    method: 'POST',
    path: '/api/session',
    summary: '登录',
    tags,
    who: 'anyone',
    body: z.strictObject({ login: Login, password: EnteredPassword }),
    response: CurrentSession,
    errors: ['session.wrong-credentials', 'session.too-many-attempts'],
  }),
  logout: route({
    method: 'DELETE',
    path: '/api/session',
    summary: '退出登录',
    tags,
    who: 'anyone',
    response: nothing,
  }),
  register: route({
    method: 'POST',
    path: '/api/persons',
    summary: '注册个人账号',
    tags,
    who: 'anyone',
    body: z.strictObject({ login: Login, name: DisplayName, password: NewPassword }),
    response: CurrentSession,
    errors: ['account.login-taken', 'session.too-many-attempts'],
  }),
  changePassword: route({
    method: 'PUT',
    path: '/api/session/password',
    summary: '修改密码（其他设备上的登录随之失效）',
    tags,
    who: 'signed-in',
    body: z.strictObject({ current: EnteredPassword, next: NewPassword }),
    response: CurrentSession,
    errors: ['session.wrong-credentials', 'session.too-many-attempts'],
  }),
}
