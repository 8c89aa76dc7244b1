import { administration } from './administration.ts'
import { claims } from './claims.ts'
import { enterprises } from './enterprises.ts'
import { evidence, uploads } from './evidence.ts'
import { members } from './members.ts'
import { profile } from './profile.ts'
import { session } from './session.ts'
import { usccAdmissions } from './uscc-admissions.ts'

/** The whole HTTP contract: one entry per noun. */
export const contract = {
  session,
  administration,
  uploads,
  evidence,
  enterprises,
  claims,
  members,
  profile,
  usccAdmissions,
} as const
export type TiduContract = typeof contract
