import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { localPath } from './forms.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp()
  await house.account({ login: 'form@example.com' })
})
afterAll(() => house.close())

const post = async (visitor: Visitor, url: string, fields: Record<string, string>, headers = {}) => {
  const answer = await visitor.request({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return { status: answer.statusCode, location: answer.headers.location }
}
const signedIn = async (visitor: Visitor) => (await visitor.client.session.current()).person !== null

describe('不用脚本的登录', () => {
  test('登录后转到原来要去的页面，退出后回到首页', async () => {
    const visitor = house.visitor()
    const entered = { login: 'form@example.com', password: PASSWORD, next: '/enterprise/cases?tab=1' }
    expect(await post(visitor, '/login', entered)).toEqual({ status: 303, location: '/enterprise/cases?tab=1' })
    const { formToken } = await visitor.client.session.current()
    expect(await post(visitor, '/logout', { token: 'wrong' })).toMatchObject({
      location: '/login?error=request.not-from-here&next=%2F',
    })
    expect(await signedIn(visitor)).toBe(true)
    expect(await post(visitor, '/logout', { token: String(formToken) })).toEqual({ status: 303, location: '/' })
    expect(await signedIn(visitor)).toBe(false)
  })

  test('登录不成功回到登录页，说明原因，保留去处', async () => {
    const visitor = house.visitor()
    const wrong = { login: 'form@example.com', password: 'wrong password 1', next: '/notices' }
    expect(await post(visitor, '/login', wrong)).toEqual({
      status: 303,
      location: '/login?error=session.wrong-credentials&next=%2Fnotices',
    })
    expect((await post(visitor, '/login', { login: '甲', password: '' })).location).toContain('error=request.invalid')
    expect((await post(visitor, '/login', { a: 'x'.repeat(20_000) })).location ?? 'none').not.toContain('tidu')
  })

  test('他站的页面不能代人登录', async () => {
    const visitor = house.visitor()
    const entered = { login: 'form@example.com', password: PASSWORD }
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: undefined },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await post(visitor, '/login', entered, headers)).location).toContain('request.not-from-here')
    expect(await signedIn(visitor)).toBe(false)
  })

  test.each([
    ['/a?b=1', '/a?b=1'],
    ['/a/../b', '/b'],
    ['//evil.example/a', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    [undefined, '/'],
    ['', '/'],
  ])('去处只能是本站页面：%s → %s', (next, path) => {
    expect(localPath(next)).toBe(path)
  })
})
