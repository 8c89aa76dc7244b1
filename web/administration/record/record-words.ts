import { findAuthority } from '../../../regime/jurisdiction/authorities.ts'
import { administratorNames, rolesText } from '../../shell/role-names.ts'

const acts: Readonly<Record<string, string>> = {
  registered: '注册',
  created: '建立账号',
  'signed-in': '登录',
  'sign-in-refused': '登录失败',
  'signed-out': '退出',
  'password-changed': '修改密码',
  'password-reset': '重发初始密码',
  'roles-changed': '调整岗位',
  disabled: '停用账号',
  enabled: '恢复账号',
}

/** What happened to an account, in words. */
export const actText = (act: string): string => acts[act] ?? act

/** The particulars of it: office, posts. */
export const detailsText = ({ authority, roles, office }: Readonly<Record<string, unknown>>): string => {
  const posts = Array.isArray(roles) ? rolesText(roles) : ''
  return [
    typeof authority === 'string' && (findAuthority(authority)?.office ?? authority),
    posts !== '' && `岗位：${posts}`,
    typeof office === 'string' && (administratorNames[office as keyof typeof administratorNames] ?? office),
  ]
    .filter(Boolean)
    .join('，')
}
