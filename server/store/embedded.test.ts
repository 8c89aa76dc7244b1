import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Major } from './embedded/binaries.ts'
import { EMBEDDED_OWNER, type Embedded, startEmbedded } from './embedded.ts'

const major: Major = process.env.TIDU_TEST_PG === '15' ? 15 : 18

const query = async (server: Embedded, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: server.url(EMBEDDED_OWNER, 'postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts the database and says so, then waits to be killed. */
const startElsewhere = (folder: string): ChildProcess => {
  const module = JSON.stringify(new URL('./embedded.ts', import.meta.url).href)
  const code = `import(${module}).then(async ({ startEmbedded }) => {
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)}, major: ${major} })
    console.log(server.pid())
    setInterval(() => {}, 1000)
  })`
  return spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
}

const said = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk).trim())))

const kill = (child: ChildProcess): Promise<unknown> => {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return ended
}

describe('内置数据库', () => {
  let folder: string
  let server: Embedded | undefined
  const start = async (): Promise<Embedded> => {
    server = await startEmbedded({ folder, major })
    return server
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  })
  afterEach(async () => {
    await server?.stop()
    server = undefined
    rmSync(folder, { recursive: true, force: true })
  })

  test('首次启动建库：UTF-8、校验和、落盘提交、不开网络端口；再次启动沿用', async () => {
    await start().then((first) => query(first, 'create table kept as select 42 as answer'))
    await server?.stop()
    const again = await start()
    expect(again.adopted).toBe(false)
    expect(await query(again, 'select answer from kept')).toEqual([{ answer: 42 }])
    const [settings] = await query(
      again,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as listens,
        (select datctype from pg_database where datname = current_database()) as ctype`,
    )
    expect(settings).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      listens: '',
      ctype: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
    })
  })

  test('中文能按片段检索（pg_trgm 识得汉字）', async () => {
    await query(await start(), 'create extension pg_trgm')
    const [row] = await query(server as Embedded, `select array_length(show_trgm('郑州精密'), 1) as trigrams`)
    expect(row?.trigrams).toBeGreaterThan(2)
  })

  test('数据库进程被 kill -9：自行恢复，已提交的都在', async () => {
    const running = await start()
    await query(running, 'create table kept as select 1 as answer')
    process.kill(running.pid(), 'SIGKILL')
    const until = Date.now() + 20_000
    let rows: unknown
    while (rows === undefined && Date.now() < until) {
      await pause(50)
      rows = await query(running, 'select answer from kept').catch(() => undefined)
    }
    expect(rows).toEqual([{ answer: 1 }])
  })

  test('程序被 kill -9 而数据库还在：下次启动接着用同一个', async () => {
    const child = startElsewhere(folder)
    const pid = Number(await said(child))
    await kill(child)
    const adopted = await start()
    expect(adopted).toMatchObject({ adopted: true })
    expect(adopted.pid()).toBe(pid)
    expect(await query(adopted, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('程序与数据库一起被 kill -9：下次启动恢复', async () => {
    const child = startElsewhere(folder)
    const pid = Number(await said(child))
    process.kill(pid, 'SIGKILL')
    await kill(child)
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('建库途中任何时刻被 kill -9：下次启动重来，不留残余', async () => {
    for (const moment of [60, 150, 250, 350, 450, 550]) {
      const child = startElsewhere(folder)
      await pause(moment)
      await kill(child)
    }
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }])
    await server?.stop()
    await start()
    expect(readdirSync(folder).sort()).toEqual(['database', 'database.log'])
  })

  test('进程号已归别的程序：不误认，照常启动', async () => {
    await start()
    await server?.stop()
    writeFileSync(
      join(folder, 'database', 'postmaster.pid'),
      `${process.pid}\n${folder}/database\n1\n5432\n/tmp\n\n\nready\n`,
    )
    expect((await start()).adopted).toBe(false)
  })

  test('别的大版本建的数据：说明原因，不碰数据', async () => {
    await start()
    await server?.stop()
    const file = join(folder, 'database', 'PG_VERSION')
    const version = readFileSync(file, 'utf8')
    writeFileSync(file, '14\n')
    await expect(start()).rejects.toThrow('由 PostgreSQL 14 建立')
    writeFileSync(file, version)
  })
})
