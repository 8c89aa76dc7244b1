import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'

let house: TestApp
const by = {} as Record<'system' | 'security' | 'auditor' | 'handler' | 'citizen', Visitor>
beforeAll(async () => {
  house = await testApp()
  for (const office of ['system', 'security', 'auditor'] as const)
    await house.account({ login: `${office}@gov.example.cn`, administrator: office })
  await house.account({ login: 'handler@gov.example.cn', officer: { authority: '410100', roles: ['handler'] } })
  await house.account({ login: 'citizen@example.com' })
  for (const who of ['system', 'security', 'auditor', 'handler', 'citizen'] as const) {
    by[who] = house.visitor()
    await by[who].login(`${who}@${who === 'citizen' ? 'example.com' : 'gov.example.cn'}`)
  }
})
afterAll(() => house.close())

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const officer = (login: string) => ({
  body: { login, name: '赵六', authority: '410300' as const, roles: ['handler' as const] },
})

describe('账号管理（三员分立）', () => {
  test('系统管理员建立账号，本人首次登录后改密码', async () => {
    const { account, initialPassword } = await by.system.client.administration.createOfficer(officer('zhao@gov.cn'))
    expect(initialPassword).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    const person = house.visitor()
    await person.login('zhao@gov.cn', initialPassword)
    expect(await person.client.session.current()).toMatchObject({
      person: { id: account, officer: { authority: '410300', roles: ['handler'] }, mustChangePassword: true },
    })
    await person.client.session.changePassword({ body: { current: initialPassword, next: 'Luoyang peony 4' } })
    expect((await person.client.session.current()).person?.mustChangePassword).toBe(false)
  })

  test('建立账号的请求重发，得到新的初始密码而不是第二个账号', async () => {
    const key = randomUUID()
    const first = await by.system.client.administration.createOfficer(officer('again@gov.cn'), { key })
    const second = await by.system.client.administration.createOfficer(officer('again@gov.cn'), { key })
    expect(second.account).toBe(first.account)
    expect(await code(house.visitor().login('again@gov.cn', first.initialPassword))).toBe('session.wrong-credentials')
    expect(await code(house.visitor().login('again@gov.cn', second.initialPassword))).toBe('done')
    expect(await code(by.system.client.administration.createOfficer(officer('again@gov.cn')))).toBe(
      'account.login-taken',
    )
  })

  test('安全管理员调整岗位、停用账号，对已登录的人立即生效', async () => {
    const { account, initialPassword } = await by.system.client.administration.createOfficer(officer('roles@gov.cn'))
    const person = house.visitor()
    await person.login('roles@gov.cn', initialPassword)
    await by.security.client.administration.assignRoles({ params: { account }, body: { roles: ['approver'] } })
    expect((await person.client.session.current()).person?.officer?.roles).toEqual(['approver'])
    await by.security.client.administration.setDisabled({ params: { account }, body: { disabled: true } })
    expect((await person.client.session.current()).person).toBeNull()
    await by.security.client.administration.setDisabled({ params: { account }, body: { disabled: false } })
    expect((await person.client.session.current()).person?.id).toBe(account)
  })

  test('每人只能做本职：其余一律拒绝', async () => {
    const account = randomUUID()
    const one = { params: { account } }
    const duties = {
      createOfficer: ['system', (v: Visitor) => v.client.administration.createOfficer(officer('duty@gov.cn'))],
      resetPassword: ['system', (v: Visitor) => v.client.administration.resetPassword(one)],
      assignRoles: [
        'security',
        (v: Visitor) => v.client.administration.assignRoles({ ...one, body: { roles: ['leader'] } }),
      ],
      setDisabled: [
        'security',
        (v: Visitor) => v.client.administration.setDisabled({ ...one, body: { disabled: true } }),
      ],
      record: ['auditor', (v: Visitor) => v.client.administration.record()],
    } as const
    for (const [owner, act] of Object.values(duties)) {
      expect(await code(act(house.visitor()))).toBe('session.required')
      for (const who of ['handler', 'citizen'] as const) expect(await code(act(by[who]))).toBe('session.not-admitted')
      for (const who of ['system', 'security', 'auditor'] as const)
        expect(['done', 'account.not-found', 'act.not-your-role'].indexOf(await code(act(by[who])))).toBe(
          who !== owner ? 2 : owner === 'auditor' || act === duties.createOfficer[1] ? 0 : 1,
        )
    }
  })

  test('名单只列有岗位的人；个人求助时按登录账号查找', async () => {
    const list = await by.auditor.client.administration.accounts({ query: {} })
    expect(list.accounts.every(({ authority, office }) => authority !== null || office !== null)).toBe(true)
    const found = await by.system.client.administration.accounts({ query: { login: 'Citizen@example.com' } })
    expect(found.accounts.map(({ login }) => login)).toEqual(['citizen@example.com'])
    const local = await by.system.client.administration.accounts({ query: { authority: '410100' } })
    expect(local.accounts.map(({ login }) => login)).toEqual(['handler@gov.example.cn'])
  })

  test('审计员看得到登录未成功的记录，包括没有的账号', async () => {
    const stranger = house.visitor({ ip: '10.7.7.7' })
    for (const login of ['citizen@example.com', 'nobody@example.com'])
      expect(await code(stranger.login(login, 'wrong password 1'))).toBe('session.wrong-credentials')
    const { entries } = await by.auditor.client.administration.record({ query: {} })
    const refused = entries.filter(({ act, address }) => act === 'sign-in-refused' && address === '10.7.7.7')
    expect(new Set(refused.map(({ name }) => name))).toEqual(new Set(['张三', null]))
    expect(refused).toHaveLength(2)
  })

  test('审计员看得到谁对谁做了什么；停用自己被拒绝', async () => {
    const { account } = await by.system.client.administration.createOfficer(officer('audited@gov.cn'))
    house.time.wall = '2026-09-01T01:00:01.000Z'
    await by.system.client.administration.resetPassword({ params: { account } })
    const { entries } = await by.auditor.client.administration.record({ query: { account, size: 10 } })
    expect(entries.map(({ act }) => act)).toEqual(['password-reset', 'created'])
    expect(entries.every(({ by: who, address }) => who !== null && address === '10.0.0.1')).toBe(true)
    const before = await by.auditor.client.administration.record({
      query: { account, before: '2026-09-01T01:00:00.500Z' },
    })
    expect(before.entries.map(({ act }) => act)).toEqual(['created'])
    const own = (await by.security.client.session.current()).person?.id as string
    expect(
      await code(by.security.client.administration.setDisabled({ params: { account: own }, body: { disabled: true } })),
    ).toBe('account.own')
  })
})
