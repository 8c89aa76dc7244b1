import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedDemo } from '../server/demo/seed.ts'
import { openDirectoryStore } from '../server/evidence/directoryStore.ts'
import { readLaw } from '../server/law/readLaw.ts'
import { EMBEDDED_OWNER } from '../server/store/embedded.ts'
import { openKysely, openPool } from '../server/store/pool.ts'
import { APP_ROLE } from '../server/store/roles.ts'
import { TEMPLATE, TEST_OWNER, urlIn } from './cluster.ts'

/** The demo province entered once for a run, for journeys to start from copies of it. */
export interface TestDemo {
  /** The database to clone. */
  readonly database: string
  /** The evidence its rows promise. */
  readonly evidence: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: TestDemo | undefined
  }
}

const DATABASE = 'template_demo'

/** Runs after the cluster's own setup. */
export default async (project: TestProject): Promise<() => void> => {
  const { cluster } = project.getProvidedContext()
  const owner = new pg.Client({ connectionString: urlIn(cluster, EMBEDDED_OWNER, 'postgres') })
  await owner.connect()
  await owner.query(`create database ${DATABASE} template ${TEMPLATE} owner ${TEST_OWNER}`)
  await owner.end()
  const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  const db = openKysely(openPool(urlIn(cluster, APP_ROLE, DATABASE)))
  const evidence = await openDirectoryStore(folder)
  await seedDemo({ db, evidence, law: readLaw(), wall: new Date().toISOString() }, () => {})
  await db.destroy()
  project.provide('demo', { database: DATABASE, evidence: folder })
  return () => rmSync(folder, { recursive: true, force: true })
}
