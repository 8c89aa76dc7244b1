import type { ColumnType } from 'kysely'
import type { AdministratorOffice, OfficerRole } from '../../regime/jurisdiction/actor.ts'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'

type Instant = ColumnType<Date, string, string>

/** What is written down about an account; never changed afterwards. */
export type IdentityAct =
  | 'registered'
  | 'created'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'password-changed'
  | 'password-reset'
  | 'roles-changed'
  | 'disabled'
  | 'enabled'

export interface IdentityTables {
  account: {
    id: string
    name: string
    authority: AuthorityCode | null
    roles: OfficerRole[]
    office: AdministratorOffice | null
    demo: boolean
    disabled: boolean
    created_at: Instant
  }
  credential: {
    account: string
    login: string
    password_hash: string
    /** Raised by everything that ends all sessions; a session of another generation is over. */
    generation: number
    must_change: boolean
    created_key: string
    changed_key: string | null
  }
  login_directory: { login: string; account: string }
  session: {
    token_digest: string
    account: string
    generation: number
    started_at: Instant
    seen_at: Instant
    ends_at: Instant
  }
  login_attempt: { subject: string; since: Instant; count: number }
  identity_record: {
    account: string
    id: string
    at: Instant
    act: IdentityAct
    by: string | null
    address: string | null
    details: ColumnType<Record<string, unknown>, string, never>
  }
}
