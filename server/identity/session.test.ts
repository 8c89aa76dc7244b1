import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestApp, testApp } from '../../test/app.ts'
import { expireSessions } from './expire.ts'
import { laterBy, sessionRule } from './sessionRule.ts'
import { tokenDigest } from './token.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp()
})
afterAll(() => house.close())

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const pass = (milliseconds: number) => {
  house.time.wall = laterBy(house.time.wall, milliseconds)
}
const records = async (account: string) =>
  (
    await house.database.owner.query<{ act: string }>(
      'select act from identity_record where account = $1 order by at, act',
      [account],
    )
  ).rows.map(({ act }) => act)

describe('注册与登录', () => {
  test('个人注册后即已登录，退出后不再是', async () => {
    const { client, cookies } = house.visitor()
    const body = { login: ' Li.Si@Example.COM ', name: '李四', password: 'Zhengzhou-2026' }
    const { person } = await client.session.register({ body })
    expect(person).toMatchObject({ name: '李四', officer: null, administrator: null, demo: false })
    expect((await client.session.current()).person?.id).toBe(person?.id)
    expect(await client.session.logout()).toBeNull()
    expect(cookies.size).toBe(0)
    expect((await client.session.current()).person).toBeNull()
    await client.session.login({ body: { login: 'li.si@example.com', password: 'Zhengzhou-2026' } })
    expect(await records(String(person?.id))).toEqual(['registered', 'signed-in', 'signed-out'])
  })

  test('同一注册请求重发，不会变成“已被注册”', async () => {
    const { client } = house.visitor()
    const body = { login: '13800000001', name: '王五', password: 'Luoyang-2026' }
    const key = randomUUID()
    const first = await client.session.register({ body }, { key })
    const again = await client.session.register({ body }, { key })
    expect(again.person?.id).toBe(first.person?.id)
    expect(await code(client.session.register({ body }))).toBe('account.login-taken')
    expect(await code(client.session.register({ body: { ...body, password: 'Other-pw-2026' } }, { key }))).toBe(
      'account.login-taken',
    )
  })

  test('同一账号同时注册两次，只有一个成功', async () => {
    const results = await Promise.all(
      ['甲某', '乙某'].map((name) =>
        code(
          house.visitor().client.session.register({ body: { login: '13800000002', name, password: 'Kaifeng-2026' } }),
        ),
      ),
    )
    expect(results.sort()).toEqual(['account.login-taken', 'done'])
  })

  test('密码错误与没有这个账号，答复相同', async () => {
    await house.account({ login: 'known@example.com' })
    const answers = []
    for (const login of ['known@example.com', 'unknown@example.com'])
      answers.push(
        await house.visitor().request({
          method: 'POST',
          url: '/api/session',
          headers: { 'idempotency-key': randomUUID() },
          payload: { login, password: 'wrong password 1' },
        }),
      )
    expect(answers[0]?.statusCode).toBe(403)
    expect(answers[0]?.payload).toBe(answers[1]?.payload)
    expect(answers.flatMap((answer) => answer.cookies)).toEqual([])
  })

  test('登录后使用新的会话，登录前的作废', async () => {
    await house.account({ login: 'fixation@example.com' })
    const { login, cookies } = house.visitor()
    await login('fixation@example.com')
    const before = String(cookies.get('tidu'))
    await login('fixation@example.com')
    expect(cookies.get('tidu')).not.toBe(before)
    const digests = await house.database.owner.query('select token_digest from session where token_digest = any($1)', [
      [tokenDigest(before), tokenDigest(String(cookies.get('tidu')))],
    ])
    expect(digests.rows).toEqual([{ token_digest: tokenDigest(String(cookies.get('tidu'))) }])
  })

  test('数据库中没有密码和会话原文', async () => {
    await house.account({ login: 'secret@example.com' })
    const { login, cookies } = house.visitor()
    await login('secret@example.com')
    for (const table of ['session', 'credential', 'identity_record', 'account']) {
      const { rows } = await house.database.owner.query(`select * from ${table}`)
      expect(JSON.stringify(rows)).not.toContain(cookies.get('tidu'))
      expect(JSON.stringify(rows)).not.toContain(PASSWORD)
    }
    const { rows } = await house.database.owner.query('select password_hash from credential limit 1')
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('会话期限', () => {
  test('个人两小时、主管部门人员半小时没有动作即失效', async () => {
    await house.account({ login: 'idle@example.com' })
    await house.account({ login: 'idle@gov.example.cn', officer: { authority: '410100', roles: ['handler'] } })
    for (const [login, idle] of [
      ['idle@example.com', sessionRule.idle.person],
      ['idle@gov.example.cn', sessionRule.idle.office],
    ] as const) {
      const visitor = house.visitor()
      await visitor.login(login)
      pass(idle - 1)
      expect((await visitor.client.session.current()).person).not.toBeNull()
      pass(idle - 1)
      expect((await visitor.client.session.current()).person).not.toBeNull()
      pass(idle)
      expect(await visitor.client.session.current()).toEqual({ person: null, formToken: null })
    }
  })

  test('无论如何十二小时后失效，过期的会话被清除', async () => {
    await house.account({ login: 'absolute@example.com' })
    const visitor = house.visitor()
    await visitor.login('absolute@example.com')
    for (let passed = 0; passed + 3_600_000 < sessionRule.absolute; passed += 3_600_000) {
      pass(3_600_000)
      expect((await visitor.client.session.current()).person).not.toBeNull()
    }
    pass(3_600_000)
    expect((await visitor.client.session.current()).person).toBeNull()
    expect(await expireSessions(house.database.db, house.time.wall)).toBeGreaterThan(0)
    const { rows } = await house.database.owner.query('select from session where ends_at <= $1', [house.time.wall])
    expect(rows).toHaveLength(0)
  })

  test('演示时钟前进不会使人退出登录', async () => {
    await house.account({ login: 'demo-clock@example.com' })
    const visitor = house.visitor()
    await visitor.login('demo-clock@example.com')
    house.time.law = '2027-09-01T01:00:00.000Z'
    expect((await visitor.client.session.current()).person).not.toBeNull()
  })

  test('停用的账号立即不能使用', async () => {
    const id = await house.account({ login: 'disabled@example.com' })
    const visitor = house.visitor()
    await visitor.login('disabled@example.com')
    await house.database.owner.query('update account set disabled = true where id = $1', [id])
    expect((await visitor.client.session.current()).person).toBeNull()
    expect(await code(visitor.login('disabled@example.com'))).toBe('account.disabled')
    expect(await code(visitor.login('disabled@example.com', 'wrong password 1'))).toBe('session.wrong-credentials')
  })
})

describe('修改密码', () => {
  test('其他登录全部失效，本次登录换新会话继续', async () => {
    const id = await house.account({ login: 'change@example.com' })
    const [here, there] = [house.visitor(), house.visitor()]
    await here.login('change@example.com')
    await there.login('change@example.com')
    const body = { current: PASSWORD, next: 'Another pass 99' }
    const key = randomUUID()
    await here.client.session.changePassword({ body }, { key })
    expect((await here.client.session.current()).person?.id).toBe(id)
    expect((await there.client.session.current()).person).toBeNull()
    expect(await code(there.login('change@example.com'))).toBe('session.wrong-credentials')
    await here.client.session.changePassword({ body }, { key })
    expect((await records(id)).filter((act) => act === 'password-changed')).toHaveLength(1)
    expect(await code(here.client.session.changePassword({ body }))).toBe('session.wrong-credentials')
  })

  test('新密码的要求逐条说明', async () => {
    await house.account({ login: 'weak@example.com' })
    const { client, login } = house.visitor()
    await login('weak@example.com')
    for (const [next, message] of [
      ['短', '密码至少 10 个字符。'],
      ['aaaaaaaaaaaaaa', '密码须包含字母、数字、符号中的至少两类。'],
      ['a1a1a1a1a1a1', '密码中不同的字符太少。'],
      ['x1'.repeat(65), '密码不超过 128 个字符。'],
    ] as const)
      await expect(client.session.changePassword({ body: { current: PASSWORD, next } })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: expect.arrayContaining([{ in: 'body', pointer: '/next', message }]),
      })
    expect(await code(client.session.changePassword({ body: { current: PASSWORD, next: PASSWORD } }))).toBe(
      'account.same-password',
    )
  })

  test('初始密码修改之前，只能修改密码', async () => {
    await house.account({ login: 'initial@example.com', administrator: 'auditor', mustChange: true })
    const { client, login } = house.visitor()
    await login('initial@example.com')
    expect((await client.session.current()).person?.mustChangePassword).toBe(true)
    expect(await code(client.administration.record())).toBe('session.password-change-required')
    await client.session.changePassword({ body: { current: PASSWORD, next: 'My own password 1' } })
    expect(await code(client.administration.record())).toBe('done')
  })
})

describe('演示账号', () => {
  test('正式系统拒绝演示账号，已有的会话也不认', async () => {
    const formal = await testApp({ mode: 'production' })
    await formal.account({ login: 'demo@demo.tidu', demo: true })
    await formal.account({ login: 'real@example.com' })
    const visitor = formal.visitor()
    expect(await code(visitor.login('demo@demo.tidu'))).toBe('account.demo-only')
    expect(await code(visitor.login('demo@demo.tidu', 'wrong password 1'))).toBe('session.wrong-credentials')
    await visitor.login('real@example.com')
    expect([...visitor.cookies.keys()]).toEqual(['__Host-tidu'])
    await formal.database.owner.query('update account set demo = true')
    expect((await visitor.client.session.current()).person).toBeNull()
    await formal.close()
  })
})
