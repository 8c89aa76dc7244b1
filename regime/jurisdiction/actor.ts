import type { AuthorityCode, LocalCode } from './authorities.ts'

/** Posts of an officer. 经办 and 审批 may be held by one person, but never used by one person on one decision (第七条). */
export const officerRoles = ['handler', 'approver', 'verifier', 'leader'] as const
export type OfficerRole = (typeof officerRoles)[number]

/** Administrators (三员分立) keep the system and decide nothing. */
export const administratorOffices = ['system', 'security', 'auditor'] as const
export type AdministratorOffice = (typeof administratorOffices)[number]

/** Who acts. Always an argument: nothing in the house looks the person up by itself. */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly person: string }
  | {
      readonly kind: 'firm'
      readonly person: string
      readonly enterprise: string
      readonly authority: LocalCode
      readonly role: 'owner' | 'member'
    }
  | {
      readonly kind: 'officer'
      readonly person: string
      readonly authority: AuthorityCode
      readonly roles: readonly OfficerRole[]
    }
  | { readonly kind: 'administrator'; readonly person: string; readonly office: AdministratorOffice }
  | { readonly kind: 'clock' }

/** The person behind an actor; undefined for the public and the clock. */
export const personOf = (actor: Actor): string | undefined => ('person' in actor ? actor.person : undefined)
