import { administration } from './administration.ts'
import { announcements } from './announcements.ts'
import { applications } from './applications.ts'
import { batches } from './batches.ts'
import { cases } from './cases.ts'
import { claims } from './claims.ts'
import { clock } from './clock.ts'
import { draws } from './draws.ts'
import { editions } from './editions.ts'
import { effects } from './effects.ts'
import { enterprises } from './enterprises.ts'
import { evidence, uploads } from './evidence.ts'
import { filings } from './filing.ts'
import { home } from './home.ts'
import { inbox } from './inbox.ts'
import { lists } from './lists.ts'
import { members } from './members.ts'
import { notices } from './notices.ts'
import { objections } from './objections.ts'
import { profile } from './profile.ts'
import { register } from './register.ts'
import { selfCheck } from './self-check.ts'
import { session } from './session.ts'
import { usccAdmissions } from './uscc-admissions.ts'

/** The whole HTTP contract: one entry per noun. */
export const contract = {
  session,
  administration,
  clock,
  selfCheck,
  batches,
  editions,
  effects,
  applications,
  cases,
  uploads,
  evidence,
  enterprises,
  claims,
  members,
  profile,
  usccAdmissions,
  home,
  lists,
  notices,
  objections,
  filings,
  draws,
  announcements,
  register,
  inbox,
} as const
export type TiduContract = typeof contract
