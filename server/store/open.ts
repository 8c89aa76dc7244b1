import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { EMBEDDED_OWNER, startEmbedded } from './embedded.ts'
import { checkMigrated, migrate } from './migrate.ts'
import { openKysely, openPool } from './pool.ts'
import { APP_ROLE, checkAppRole } from './roles.ts'
import { StartRefusal } from './start-refusal.ts'

export interface StoreOptions {
  /** The data folder, for the embedded database; its lock is held by the caller. */
  readonly folder: string
  /** A PostgreSQL of one's own: the URL of the application's role (DATABASE_URL). Without it the embedded one starts. */
  readonly url?: string | undefined
  /** The URL of its owner, with which it is brought up to date (DATABASE_MIGRATION_URL). */
  readonly migrationUrl?: string | undefined
  readonly onLost?: ((error: Error) => void) | undefined
}

/** The database, up to date, as the application's role sees it. */
export interface Store {
  readonly db: Kysely<Database>
  readonly migrated: readonly string[]
  /** Ends the connections, and the embedded server with them. */
  readonly close: () => Promise<void>
  /** For the very last moment, when nothing can be waited for: asks the embedded server to end by itself. */
  readonly abandon: () => void
}

/** Opens the database: starts or reaches it, brings it up to date, and makes sure row security binds the application. */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { url } = options
  return url === undefined ? openEmbedded(options) : openExternal({ ...options, url })
}

const EMBEDDED_DATABASE = 'tidu'

const openEmbedded = async ({ folder, onLost }: StoreOptions): Promise<Store> => {
  const server = await startEmbedded({ folder, onLost })
  const abandon = (): void => {
    try {
      process.kill(server.pid(), 'SIGINT')
    } catch {
      // It has ended already.
    }
  }
  try {
    await createDatabase(server.url(EMBEDDED_OWNER, 'postgres'), EMBEDDED_DATABASE)
    const opened = await openExternal({
      folder,
      url: server.url(APP_ROLE, EMBEDDED_DATABASE),
      migrationUrl: server.url(EMBEDDED_OWNER, EMBEDDED_DATABASE),
      onLost,
    })
    return {
      ...opened,
      abandon,
      close: async () => {
        await opened.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const openExternal = async ({ url, migrationUrl, onLost }: StoreOptions & { readonly url: string }): Promise<Store> => {
  const migrated = migrationUrl === undefined ? [] : await withClient(migrationUrl, 'DATABASE_MIGRATION_URL', migrate)
  await withClient(url, 'DATABASE_URL', async (app) => {
    await checkAppRole(app)
    await checkMigrated(app)
  })
  let closing = false
  const db = openKysely(openPool(url, { onLost: (error) => closing || onLost?.(error) }))
  const close = async (): Promise<void> => {
    closing = true
    await db.destroy()
  }
  return { db, migrated, close, abandon: () => {} }
}

const createDatabase = (url: string, name: string): Promise<void> =>
  withClient(url, '内置数据库', async (client) => {
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (rows.length === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })

/** Runs `work` on one connection; `named` is what the person who set the URL calls it. */
const withClient = async <T>(url: string, named: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'tidu', connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
  } catch (cause) {
    throw new StartRefusal(`无法连接数据库（${named}）：${(cause as Error).message}`, { cause })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
