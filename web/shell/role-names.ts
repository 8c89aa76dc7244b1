import { type AdministratorOffice, type OfficerRole, officerRoles } from '../../regime/jurisdiction/actor.ts'

/** Posts of an officer as the pages name them (第七条). */
export const roleNames: Readonly<Record<OfficerRole, string>> = Object.freeze({
  handler: '经办',
  approver: '审批',
  verifier: '核查',
  leader: '领导',
})

/** The three administrators (三员). */
export const administratorNames: Readonly<Record<AdministratorOffice, string>> = Object.freeze({
  system: '系统管理员',
  security: '安全管理员',
  auditor: '审计员',
})

/** Somebody's posts in the order of the regulation, whatever order they were given in: 经办、核查. */
export const rolesText = (roles: readonly unknown[]): string =>
  officerRoles
    .filter((role) => roles.includes(role))
    .map((role) => roleNames[role])
    .join('、')
