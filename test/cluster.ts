import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { EMBEDDED_OWNER, startEmbedded } from '../server/store/embedded.ts'
import { migrate } from '../server/store/migrate.ts'
import { APP_ROLE } from '../server/store/roles.ts'

/** Where the tests of one run find their PostgreSQL; `{role}` and `{database}` are to be filled in. */
export interface TestCluster {
  readonly url: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster
  }
}

/** The URL with which `role` reaches `database` there. */
export const urlIn = ({ url }: TestCluster, role: string, database: string): string =>
  url.replace(encodeURIComponent('{role}'), role).replace(encodeURIComponent('{database}'), database)

/** The database every test's own is cloned from. */
export const TEMPLATE = 'template_tidu'
/** Owns the tests' databases as an administrator's own role would: neither superuser nor above row security. */
export const TEST_OWNER = 'tidu_owner'

/** One throw-away PostgreSQL for the whole run, with a migrated database to clone. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const major = process.env.TIDU_TEST_PG === '15' ? 15 : 18
  const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  const dismiss = guard(folder)
  const server = await startEmbedded({ folder, major, durable: false })
  const end = async (): Promise<void> => {
    await server.stop()
    dismiss()
  }
  try {
    await prepareTemplate(server.url)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('cluster', { url: server.url('{role}', '{database}') })
  return end
}

const prepareTemplate = async (url: (role: string, database: string) => string): Promise<void> => {
  const run = async (role: string, database: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> => {
    const client = new pg.Client({ connectionString: url(role, database) })
    await client.connect()
    await work(client)
    await client.end()
  }
  await run(EMBEDDED_OWNER, 'postgres', async (client) => {
    await client.query(`create role ${TEST_OWNER} login`)
    await client.query(`create role ${APP_ROLE} login`)
    await client.query(`create database ${TEMPLATE} owner ${TEST_OWNER}`)
  })
  await run(TEST_OWNER, TEMPLATE, migrate)
}

/** Ends the server and removes its files even when the run is killed: the pipe closes with us, whatever ends us. */
const guard = (folder: string): (() => void) => {
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.unref()
  return () => child.stdin?.end()
}

const GUARD = `
read -r _
record="$1/database/postmaster.pid"
if test -f "$record"; then
  pid=$(sed -n 1p "$record") socket=$(sed -n 5p "$record")
  kill -INT "$pid"
  while kill -0 "$pid"; do sleep 0.1; done
  rm -rf "$socket"
fi
rm -rf "$1"`
