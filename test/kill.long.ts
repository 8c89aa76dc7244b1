import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { EMBEDDED_OWNER, startEmbedded } from '../server/store/embedded.ts'
import { serveTidu } from './served.ts'

const program = join(dirname(import.meta.dirname), 'bin', 'tidu')
const ROUNDS = 40
const LONGEST_MS = 6_000

/** How many rows each table of a stopped tidu has, except what comes and goes by itself. */
const rowsOf = async (folder: string): Promise<Record<string, number>> => {
  const server = await startEmbedded({ folder })
  const client = new pg.Client({ connectionString: server.url(EMBEDDED_OWNER, 'tidu') })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'session' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${client.escapeIdentifier(name)}`,
    )
    counts[name] = rows[0]?.n ?? 0
  }
  await client.end()
  await server.stop()
  return counts
}

/** A start that is let to its end, looked at and stopped in order. */
const startWhole = async (folder: string): Promise<void> => {
  const served = await serveTidu({ env: { TIDU_DATA: folder } })
  expect(await fetch(served.address).then(({ status }) => status)).toBe(200)
  expect(await served.stop()).toBe(0)
}

describe('任何时刻被 kill -9，下次都能启动', () => {
  test(`从空数据目录起，接连 ${ROUNDS} 次在不同时刻杀掉，最后与从未被杀的一样`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
    const untouched = mkdtempSync(join(tmpdir(), 'tidu-test-'))
    const env = { ...process.env, TIDU_DATA: folder }
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawn(program, ['serve', '--port', '0'], { env, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      // Early rounds die while the database is being made, later ones while it is filled and served.
      await pause(50 + Math.round((LONGEST_MS * round) / ROUNDS))
      child.kill('SIGKILL')
      await ended
    }
    await startWhole(folder)
    await startWhole(untouched)
    expect(await rowsOf(folder)).toEqual(await rowsOf(untouched))
    rmSync(folder, { recursive: true })
    rmSync(untouched, { recursive: true })
  })
})
