import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlainDatabase, plainDatabase, type TestDatabase, testDatabase } from './database.ts'
import { type ServedFresh, serveFresh, serveTidu } from './served.ts'

const root = dirname(import.meta.dirname)

/** Runs a command to its end; gives its exit status and all it printed. */
const run = (file: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}) =>
  new Promise<{ status: number; output: string }>((resolve) => {
    const env = { ...process.env, ...options.env }
    execFile(file, args, { cwd: options.cwd ?? tmpdir(), env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }),
    )
  })

const tidu = join(root, 'bin', 'tidu')

describe('tidu 命令', () => {
  test('从任何目录、经由符号链接都能运行', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
    await run('ln', ['-s', tidu, join(folder, 'tidu')])
    expect(await run(join(folder, 'tidu'), ['--version'], { cwd: '/' })).toMatchObject({ status: 0 })
    rmSync(folder, { recursive: true })
  })

  test('没有的命令：说明并列出用法，状态 2', async () => {
    const { status, output } = await run(tidu, ['nothing'])
    expect(status).toBe(2)
    expect(output).toContain('没有“nothing”这个命令')
    expect(output).toContain('tidu serve')
  })
})

describe('启动（DATABASE_URL）', () => {
  let served: ServedFresh
  beforeAll(async () => {
    served = await serveFresh()
  }, 120_000)

  test('打印地址，首页由服务器生成', async () => {
    const answer = await fetch(served.address)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<html lang="zh-CN"')
  })

  test('同一数据库上可有多个程序；但演示数据不能用于正式运行', async () => {
    const beside = await serveTidu({ env: served.env })
    expect(await fetch(beside.address).then(({ status }) => status)).toBe(200)
    expect(await beside.stop()).toBe(0)
    const env = { ...served.env, TIDU_ORIGIN: 'https://tidu.example.gov.cn' }
    await expect(serveTidu({ args: ['--production'], env })).rejects.toThrow('这个数据库里有演示账号和演示日期')
  })

  test('要求结束时有序结束，状态 0', async () => {
    expect(await served.stop()).toBe(0)
  })
})

describe('拒绝启动，说明原因，不改数据', () => {
  let database: TestDatabase
  let empty: PlainDatabase
  let folder: string
  beforeAll(async () => {
    database = await testDatabase()
    empty = await plainDatabase()
    folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
  })
  afterAll(async () => {
    await database.close()
    await empty.close()
    rmSync(folder, { recursive: true })
  })
  const refused = async (env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> => {
    const error = await serveTidu({ args, env: { TIDU_DATA: folder, ...env } }).then(
      async (served) => {
        await served.stop()
        return new Error(`started: ${served.output()}`)
      },
      (error: Error) => error,
    )
    return error.message
  }

  test('数据库未更新而没有 DATABASE_MIGRATION_URL', async () => {
    const message = await refused({ DATABASE_URL: empty.appUrl })
    expect(message).toContain('请设置 DATABASE_MIGRATION_URL')
  })

  test('DATABASE_URL 是拥有者：能绕过行级权限的角色不能用来运行', async () => {
    const message = await refused({ DATABASE_URL: empty.ownerUrl, DATABASE_MIGRATION_URL: empty.ownerUrl })
    expect(message).toContain('不是 tidu_app')
    expect(message).toContain('CREATE ROLE tidu_app LOGIN')
  })

  test('DATABASE_URL 是超级用户', async () => {
    const url = database.ownerUrl.replace('tidu_owner', 'postgres')
    expect(await refused({ DATABASE_URL: url })).toContain('能绕过行级权限')
  })

  test('应用角色拥有表', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl.replace('tidu_owner', 'postgres') })
    await owner.connect()
    await owner.query('create table stray (id int); alter table stray owner to tidu_app')
    expect(await refused({ DATABASE_URL: database.appUrl })).toContain('拥有 table stray')
    await owner.query('drop table stray')
    await owner.end()
  })

  test('正式运行须写明 https 的访问地址', async () => {
    expect(await refused({ DATABASE_URL: database.appUrl }, '--production')).toContain('TIDU_ORIGIN')
    const env = { DATABASE_URL: database.appUrl, TIDU_ORIGIN: 'http://tidu.example.gov.cn' }
    expect(await refused(env, '--production')).toContain('须为 https')
  })

  test('连不上数据库', async () => {
    expect(await refused({ DATABASE_URL: 'postgresql://x@127.0.0.1:1/tidu' })).toContain(
      '无法连接数据库（DATABASE_URL）',
    )
  })

  test('用错参数', async () => {
    expect(await refused({ DATABASE_URL: database.appUrl }, '--nonsense')).toContain('用法')
    expect(await refused({ DATABASE_URL: database.appUrl }, '--port', '70000')).toContain('0 至 65535')
  })
})

describe('正式运行', () => {
  test('空数据库上启动；首个管理人员由命令建立；此后不能再以演示模式打开', async () => {
    const formal = await serveFresh({ args: ['--production'], env: { TIDU_ORIGIN: 'https://tidu.example.gov.cn' } })
    const answer = await fetch(formal.address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('strict-transport-security')).toContain('max-age')
    const person = ['--login', 'guanli@example.gov.cn', '--name', '管理员', '--office', 'system']
    const made = await run(tidu, ['admin', 'create-administrator', ...person], { env: formal.env })
    expect(made).toMatchObject({ status: 0, output: expect.stringContaining('初始密码') })
    await expect(serveTidu({ env: formal.env })).rejects.toThrow('有正式账号，不能以演示模式打开')
    expect(await formal.stop()).toBe(0)
  }, 120_000)
})

describe('内置数据库', () => {
  test('第二个启动得知第一个的地址，数据不动；结束后可再启动，数据还在', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'))
    // In production mode there is no demo to be entered, which takes a while.
    const started = { args: ['--production'], env: { TIDU_DATA: folder, TIDU_ORIGIN: 'https://tidu.example.gov.cn' } }
    const first = await serveTidu(started)
    const second = await run(tidu, ['serve'], started)
    expect(second.status).toBe(1)
    expect(second.output).toContain(first.address)
    expect(await fetch(first.address).then(({ status }) => status)).toBe(200)
    expect(await first.stop()).toBe(0)
    expect(readdirSync(folder)).not.toContain('running.json')
    const again = await serveTidu(started)
    expect(await again.stop()).toBe(0)
    rmSync(folder, { recursive: true })
  }, 120_000)
})
