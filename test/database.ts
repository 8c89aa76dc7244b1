import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../server/store/database.ts'
import { EMBEDDED_OWNER } from '../server/store/embedded.ts'
import { openKysely, openPool } from '../server/store/pool.ts'
import { APP_ROLE } from '../server/store/roles.ts'
import { TEMPLATE, TEST_OWNER, urlIn } from './cluster.ts'
import { statementRule } from './statement-rule.ts'

/** A database of one test file's own, empty and up to date. */
export interface TestDatabase {
  /** As the application sees it: role `tidu_app`, bound by row security. */
  readonly db: Kysely<Database>
  /** The same, but whose statements nobody judges: to try what the program itself would never do. */
  readonly unjudged: Kysely<Database>
  /** The same role without kysely, to put the row policies to the test in plain SQL. */
  readonly app: pg.Pool
  /** The superuser, above row security: to look at everything or to damage it. */
  readonly owner: pg.Pool
  /** What DATABASE_URL and DATABASE_MIGRATION_URL would be. */
  readonly appUrl: string
  readonly ownerUrl: string
  /** Ends all connections and drops the database; throws when `db` ran a statement that only one node can run. */
  readonly close: () => Promise<void>
}

/** Clones the migrated template; call it in `beforeAll` and `close()` in `afterAll`. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(`create database ${name} template ${TEMPLATE} owner ${TEST_OWNER}`)
  const appUrl = urlOf(APP_ROLE, name)
  const app = openPool(appUrl)
  const owner = openPool(urlOf(EMBEDDED_OWNER, name), { size: 3 })
  const rule = await statementRule(owner)
  const db = openKysely(openPool(appUrl), ({ query }) => rule.hear(query.sql))
  const close = async (): Promise<void> => {
    await Promise.all([db.destroy(), app.end(), owner.end()])
    await asSuperuser(`drop database ${name} with (force)`)
    if (rule.broken().length > 0) throw new Error(`statements for one node only:\n${rule.broken().join('\n')}`)
  }
  return { db, unjudged: openKysely(app), app, owner, appUrl, ownerUrl: urlOf(TEST_OWNER, name), close }
}

/** A database known by its URLs alone, for a program of its own to open. */
export type PlainDatabase = Pick<TestDatabase, 'appUrl' | 'ownerUrl' | 'close'>

/** A new database owned by an ordinary role: without anything in it, or a clone of `template`. */
export const plainDatabase = async (template = 'template1'): Promise<PlainDatabase> => {
  const name = `plain_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(`create database ${name} template ${template} owner ${TEST_OWNER}`)
  const close = (): Promise<void> => asSuperuser(`drop database ${name} with (force)`)
  return { appUrl: urlOf(APP_ROLE, name), ownerUrl: urlOf(TEST_OWNER, name), close }
}

const urlOf = (role: string, database: string): string => urlIn(inject('cluster'), role, database)

const asSuperuser = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlOf(EMBEDDED_OWNER, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
