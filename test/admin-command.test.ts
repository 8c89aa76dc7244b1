import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from './app.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp()
  house.time.wall = new Date().toISOString()
})
afterAll(() => house.close())

const tidu = (...args: string[]) => {
  const env = { ...process.env, DATABASE_URL: house.database.appUrl, DATABASE_MIGRATION_URL: '' }
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['cli/main.ts', 'admin', ...args], {
    encoding: 'utf8',
    env,
  })
  return { status, stderr, password: /：([a-z2-9-]{14})$/m.exec(stdout)?.[1] ?? '' }
}

describe('tidu admin', () => {
  test('从空的正式系统起步：建立第一个系统管理员，登录后改密码即可建立账号', async () => {
    const made = tidu('create-administrator', '--login', 'first@gov.cn', '--name', '王一', '--office', 'system')
    expect(made.status).toBe(0)
    const visitor = house.visitor()
    await visitor.login('first@gov.cn', made.password)
    const body = { current: made.password, next: 'Yellow River 2026' }
    await visitor.client.session.changePassword({ body })
    const officer = { login: 'second@gov.cn', name: '李二', authority: '410100', roles: ['handler'] } as const
    expect(
      (await visitor.client.administration.createOfficer({ body: { ...officer, roles: ['handler'] } })).account,
    ).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('建立主管部门人员、重发初始密码；输入有误逐项说明', async () => {
    const given = ['--login', 'third@gov.cn', '--name', '赵三', '--authority', '410300']
    const made = tidu('create-officer', ...given, '--role', 'handler', '--role', 'verifier')
    expect(made.status).toBe(0)
    expect(tidu('create-officer', ...given, '--role', 'handler')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('已经注册'),
    })
    const again = tidu('reset-password', '--login', 'THIRD@gov.cn')
    await expect(house.visitor().login('third@gov.cn', made.password)).rejects.toMatchObject({
      code: 'session.wrong-credentials',
    })
    const visitor = house.visitor()
    await visitor.login('third@gov.cn', again.password)
    expect((await visitor.client.session.current()).person?.officer).toEqual({
      authority: '410300',
      roles: ['handler', 'verifier'],
    })
    const wrong = tidu('create-officer', '--login', 'x', '--name', '赵三', '--authority', '999', '--role', 'boss')
    expect(wrong.status).toBe(2)
    for (const field of ['--login：', '--authority：', '--role：']) expect(wrong.stderr).toContain(field)
  })
})
