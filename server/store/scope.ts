import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { type AuthorityCode, findAuthority, isLocalCode, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Database } from './database.ts'

/**
 * What row security may show to one transaction. The only setting it reads is `tidu.scope`,
 * and the only place that sets it is `inScope` below.
 */
export type Scope =
  | 'public'
  | 'identity'
  | `person/${string}`
  | `enterprise/${string}/${string}`
  | `authority/${string}`
  | `province/${string}`

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isScope = (scope: string): boolean => {
  const [kind, first = '', second = '', ...rest] = scope.split('/')
  if (rest.length > 0) return false
  if (kind === 'public' || kind === 'identity') return scope === kind
  if (kind === 'person') return UUID.test(first) && second === ''
  if (kind === 'enterprise') return isLocalCode(first) && UUID.test(second)
  if (kind === 'authority') return findAuthority(first) !== undefined && second === ''
  return kind === 'province' && first === PROVINCE && second === ''
}

/** The scope an actor's own requests run in; administrators see no more of the cases than the public does. */
export const scopeOf = (actor: Actor): Scope => {
  switch (actor.kind) {
    case 'firm':
      return `enterprise/${actor.authority}/${actor.enterprise}`
    case 'officer':
      return actor.authority === PROVINCE ? `province/${PROVINCE}` : `authority/${actor.authority}`
    case 'person':
      return `person/${actor.person}`
    default:
      return 'public'
  }
}

/** The scope in which the daily clock works through one authority. */
export const authorityScope = (authority: AuthorityCode): Scope =>
  authority === PROVINCE ? `province/${PROVINCE}` : `authority/${authority}`

/** SQLSTATEs after which the same transaction may simply be tried again: conflict, deadlock, lost node. */
const RETRIABLE = /^(40001|40P01|57P01|08...)$/
const ATTEMPTS = 5

const stateOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/**
 * Runs `work` in one transaction that sees exactly what `scope` may see (R5.2), and retries it on a conflict or a lost node
 * (so `work` must have no effect outside the transaction). `SET LOCAL` as a statement, never `set_config()`: only the
 * statement is carried to the workers of a distributed PostgreSQL.
 */
export const inScope = async <T>(
  db: Kysely<Database>,
  scope: Scope,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> => {
  if (!isScope(scope)) throw new Error(`not a scope: ${scope}`)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`set local tidu.scope = ${sql.lit(scope)}`.execute(tx)
        return work(tx)
      })
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRIABLE.test(stateOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt))
    }
  }
}
