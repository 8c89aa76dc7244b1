import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestApp, testApp, type Visitor } from '../../test/app.ts'

let house: TestApp
let formal: TestApp
beforeAll(async () => {
  house = await testApp()
  formal = await testApp({ mode: 'production', publicOrigin: 'https://tidu.example.gov.cn' })
  for (const each of [house, formal]) await each.account({ login: 'a@example.com' })
})
afterAll(() => Promise.all([house.close(), formal.close()]))

const logout = async (visitor: Visitor, headers: Record<string, string | undefined>) => {
  const answer = await visitor.request({
    method: 'DELETE',
    url: '/api/session',
    headers: { 'idempotency-key': randomUUID(), ...headers },
  })
  return answer.statusCode === 204 ? 'done' : answer.json().error.code
}

describe('跨站请求的防护', () => {
  test.each([
    ['本站来源', { origin: 'http://tidu.test' }, 'done'],
    ['本站来源（Sec-Fetch-Site）', { origin: undefined, 'sec-fetch-site': 'same-origin' }, 'done'],
    ['他站来源', { origin: 'http://evil.example' }, 'request.not-from-here'],
    ['同名不同端口', { origin: 'http://tidu.test:8080' }, 'request.not-from-here'],
    ['不透明来源', { origin: 'null' }, 'request.not-from-here'],
    ['子域', { origin: 'http://x.tidu.test' }, 'request.not-from-here'],
    ['没有说明来源', { origin: undefined }, 'request.not-from-here'],
    ['跨站标记', { 'sec-fetch-site': 'cross-site' }, 'request.not-from-here'],
    ['同域异源标记', { 'sec-fetch-site': 'same-site' }, 'request.not-from-here'],
    ['没有操作编号', { 'idempotency-key': undefined }, 'request.key-missing'],
  ])('已登录的写操作：%s → %s', async (_, headers, outcome) => {
    const visitor = house.visitor()
    await visitor.login('a@example.com')
    expect(await logout(visitor, headers)).toBe(outcome)
    expect((await visitor.client.session.current()).person === null).toBe(outcome === 'done')
  })

  test('没有 cookie 的程序可以不说明来源，但不能冒充他站', async () => {
    expect(await logout(house.visitor(), { origin: undefined })).toBe('done')
    expect(await logout(house.visitor(), { origin: 'http://evil.example' })).toBe('request.not-from-here')
  })

  test('正式系统按配置的网址核对来源', async () => {
    const origin = 'https://tidu.example.gov.cn'
    const visitor = formal.visitor()
    const answer = await visitor.request({
      method: 'POST',
      url: '/api/session',
      headers: { 'idempotency-key': randomUUID(), origin },
      payload: { login: 'a@example.com', password: PASSWORD },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-tidu=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(await logout(visitor, { origin: 'http://tidu.test' })).toBe('request.not-from-here')
    expect(await logout(visitor, { origin })).toBe('done')
  })
})
