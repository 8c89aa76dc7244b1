import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/app.ts'
import { inScope, type Scope } from '../store/scope.ts'

const tables = ['account', 'credential', 'login_directory', 'session', 'login_attempt', 'identity_record'] as const
const hidden = tables.filter((table) => table !== 'account')

let house: TestApp
let citizen: string
beforeAll(async () => {
  house = await testApp()
  citizen = await house.account({ login: 'citizen@example.com' })
  for (const authority of ['410100', '410300', '410000'] as const)
    await house.account({ login: `${authority}@gov.example.cn`, officer: { authority, roles: ['handler'] } })
  await house.account({ login: 'keeper@gov.example.cn', administrator: 'system' })
  await house.visitor().login('citizen@example.com')
})
afterAll(() => house.close())

const seen = (scope: Scope, table: (typeof tables)[number]) =>
  inScope(house.database.db, scope, (tx) => tx.selectFrom(table).selectAll().execute())

const otherScopes = fc.oneof(
  fc.constant<Scope>('public'),
  fc.uuid().map((id): Scope => `person/${id}`),
  fc.constantFrom<Scope>('authority/410100', 'authority/410300', 'authority/411000', 'province/410000'),
  fc.uuid().map((id): Scope => `enterprise/410100/${id}`),
)

describe('账号数据的行级权限', () => {
  test('未设范围时，什么也读不到', async () => {
    for (const table of tables) expect((await house.database.app.query(`select * from ${table}`)).rows).toEqual([])
  })

  test('公众、个人、企业、主管部门和省，都读不到密码、会话、登录账号和记录', async () => {
    await fc.assert(
      fc.asyncProperty(otherScopes, fc.constantFrom(...hidden), async (scope, table) => {
        expect(await seen(scope, table)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('账号表：公众读不到，本人读本人，主管部门读本部门与省厅人员，省厅读全部人员', async () => {
    const names = async (scope: Scope) => (await seen(scope, 'account')).map(({ authority }) => authority).sort()
    expect(await names('public')).toEqual([])
    expect((await seen(`person/${citizen}`, 'account')).map(({ id }) => id)).toEqual([citizen])
    expect(await names(`person/${randomUUID()}`)).toEqual([])
    expect(await names('authority/410100')).toEqual(['410000', '410100'])
    expect(await names(`enterprise/410300/${randomUUID()}`)).toEqual(['410000', '410300'])
    expect(await names('province/410000')).toEqual(['410000', '410100', '410300'])
    expect(await seen('identity', 'account')).toHaveLength(5)
  })

  test('其他范围不能改动任何账号，也不能为自己加岗位', async () => {
    await fc.assert(
      fc.asyncProperty(otherScopes, async (scope) => {
        const changed = await inScope(house.database.unjudged, scope, (tx) =>
          tx
            .updateTable('account')
            .set({ authority: '410300', roles: ['approver'] })
            .executeTakeFirst(),
        )
        expect(changed.numUpdatedRows).toBe(0n)
      }),
      { numRuns: 30 },
    )
    await expect(
      inScope(house.database.db, `person/${citizen}`, (tx) =>
        tx
          .updateTable('account')
          .set({ authority: '410300', roles: ['approver'] })
          .where('id', '=', citizen)
          .executeTakeFirst(),
      ),
    ).resolves.toMatchObject({ numUpdatedRows: 0n })
    await expect(
      inScope(house.database.db, `person/${citizen}`, (tx) =>
        tx.insertInto('login_directory').values({ login: 'x@example.com', account: citizen }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('账号记录只能增加，不能改、不能删', async () => {
    for (const statement of ['update identity_record set act = $1', 'delete from identity_record where act = $1'])
      await expect(
        inScope(house.database.unjudged, 'identity', async (tx) => {
          await tx.executeQuery({ sql: statement, parameters: ['x'] } as never)
        }),
      ).rejects.toThrow(/permission denied/)
  })

  test('三员分立：管理人员的账号不能同时有决定权', async () => {
    await expect(
      house.account({
        login: 'both@example.com',
        administrator: 'system',
        officer: { authority: '410100', roles: ['approver'] },
      }),
    ).rejects.toThrow(/check constraint/)
  })
})
