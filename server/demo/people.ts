import type { Actor, AdministratorOffice, OfficerRole } from '../../regime/jurisdiction/actor.ts'
import { type AuthorityCode, findAuthority, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import { demoId } from './acting.ts'
import { demoPlaces } from './firms.ts'

/** Password of every demo account: no secret, and production refuses the accounts. */
export const DEMO_PASSWORD = 'tidu-yanshi-2026'

/** An invented officer. */
export interface DemoOfficer {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly authority: AuthorityCode
  readonly roles: readonly OfficerRole[]
}

const posts: readonly (readonly [string, string, readonly OfficerRole[]])[] = [
  ['jingban', '演示经办', ['handler']],
  ['shenpi', '演示审批', ['approver']],
  ['hecha1', '演示核查甲', ['verifier']],
  ['hecha2', '演示核查乙', ['verifier']],
]

const provincialPosts: readonly (readonly [string, string, readonly OfficerRole[]])[] = [
  ['jingban', '演示省经办', ['handler']],
  ['shenpi', '演示省审批', ['approver']],
  ['lingdao', '演示省领导', ['leader']],
]

const slugs: Readonly<Record<string, string>> = {
  '410300': 'luoyang',
  '410100': 'zhengzhou',
  '411300': 'nanyang',
  '410173': 'hangkonggang',
  [PROVINCE]: 'sheng',
}

const officer =
  (authority: AuthorityCode) =>
  ([post, name, roles]: (typeof posts)[number]): DemoOfficer => {
    const login = `${post}@${slugs[authority]}.yanshi.example`
    const place = authority === PROVINCE ? '' : `（${findAuthority(authority)?.place}）`
    return { id: demoId(`officer ${login}`), login, name: `${name}${place}`, authority, roles }
  }

/** Officers of four authorities and of the province. */
export const demoOfficers: readonly DemoOfficer[] = [
  ...demoPlaces.flatMap(([authority]) => posts.map(officer(authority))),
  ...provincialPosts.map(officer(PROVINCE)),
]

const administratorPosts: readonly (readonly [string, string, AdministratorOffice])[] = [
  ['xitong', '演示系统管理员', 'system'],
  ['anquan', '演示安全管理员', 'security'],
  ['shenji', '演示审计员', 'auditor'],
]

/** The three administrators (三员分立). */
export const demoAdministrators = administratorPosts.map(([post, name, administrator]) => {
  const login = `${post}@guanli.yanshi.example`
  return { id: demoId(`administrator ${login}`), login, name, administrator }
})

/** The officer of a post at an authority, as an actor. */
export const demoOfficer = (authority: string, post: string): Actor => {
  const found = demoOfficers.find((one) => one.authority === authority && one.login.startsWith(`${post}@`))
  if (!found) throw new Error(`no demo officer ${post} at ${authority}`)
  return { kind: 'officer', person: found.id, authority: found.authority, roles: found.roles }
}

/** Login and id of the person who speaks for the firm with this number. */
export const demoOwner = (index: number) => {
  const login = `qiye${String(index + 1).padStart(2, '0')}@yanshi.example`
  return { id: demoId(`owner ${login}`), login, name: `演示员工${index + 1}` }
}
