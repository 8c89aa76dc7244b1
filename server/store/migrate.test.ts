import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlainDatabase, plainDatabase } from '../../test/database.ts'
import { checkMigrated, migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'

const migration = (name: string, sql: string): Migration => ({ name, sql, digest: `${name}:${sql}` })
const first = migration('0001_first', 'create table a (id int primary key); grant select on a to tidu_app')
const second = migration('0002_second', 'create table b (id int primary key)')

const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('数据库结构更新', () => {
  let database: PlainDatabase
  beforeAll(async () => {
    database = await plainDatabase()
  })
  afterAll(() => database.close())
  const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => withClient(database.ownerUrl, work)
  const asApp = <T>(work: (client: pg.Client) => Promise<T>) => withClient(database.appUrl, work)

  test('尚未更新的数据库，应用角色拒绝启动', async () => {
    await expect(asApp((client) => checkMigrated(client, [first]))).rejects.toThrow('缺 0001_first')
  })

  test('八个程序同时更新，每个文件只执行一次', async () => {
    const applied = await Promise.all(
      Array.from({ length: 8 }, () => asOwner((client) => migrate(client, [first, second]))),
    )
    expect(applied.flat().sort()).toEqual(['0001_first', '0002_second'])
    expect(await asOwner((client) => migrate(client, [first, second]))).toEqual([])
    await asApp((client) => checkMigrated(client, [first, second]))
  })

  test('执行过的文件被改动：拒绝', async () => {
    const changed = migration('0001_first', 'create table a (id bigint primary key)')
    await expect(asOwner((client) => migrate(client, [changed, second]))).rejects.toThrow(
      '0001_first 在执行之后被改动过',
    )
  })

  test('数据库比程序新：拒绝', async () => {
    await expect(asOwner((client) => migrate(client, [first]))).rejects.toThrow('更新版本的程序')
  })

  test('插到已执行的文件之前：拒绝', async () => {
    const between = migration('0001_more', 'select 1')
    await expect(asOwner((client) => migrate(client, [first, between, second]))).rejects.toThrow('不能再插入')
  })

  test('中途出错的文件不留下任何改动', async () => {
    const broken = migration('0003_broken', 'create table c (id int); select 1 / 0')
    await expect(asOwner((client) => migrate(client, [first, second, broken]))).rejects.toThrow('0003_broken 失败')
    const { rows } = await asOwner((client) => client.query(`select to_regclass('c') as c`))
    expect(rows).toEqual([{ c: null }])
  })

  test('应用角色恰有文件授予的权限，改不了更新记录', async () => {
    await asApp((client) => client.query('select * from a'))
    await expect(asApp((client) => client.query('select * from b'))).rejects.toThrow('permission denied')
    await expect(asApp((client) => client.query('delete from migration'))).rejects.toThrow('permission denied')
    await expect(asApp((client) => client.query('create table own (id int)'))).rejects.toThrow('permission denied')
  })
})
