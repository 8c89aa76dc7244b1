import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'

const DATE = 1082
const INT8 = 20

/** Dates of the law have no time and no zone: they stay `YYYY-MM-DD`. Counts and 分 stay integers, or fail loudly. */
const parsers = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [
    INT8,
    (text) => {
      const value = Number(text)
      if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`)
      return value
    },
  ],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as never,
}

/** A pool of connections; what happens to idle ones (a server gone away) is told to `onLost` and mended by the next use. */
export const openPool = (url: string, { size = 10, onLost = () => {} }: PoolOptions = {}): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'tidu', types })
  pool.on('error', onLost)
  return pool
}

export interface PoolOptions {
  /** The most connections open at once. */
  readonly size?: number
  readonly onLost?: ((error: Error) => void) | undefined
}

/** The typed query builder over a pool; ending it ends the pool. */
export const openKysely = (pool: pg.Pool, log?: KyselyConfig['log']): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) })
