import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestApp, testApp } from '../../test/app.ts'
import { attemptRule, laterBy } from './sessionRule.ts'

let house: TestApp
beforeAll(async () => {
  house = await testApp()
})
afterAll(() => house.close())

const attempt = async (ip: string, login: string, password: string): Promise<string> => {
  const { client } = house.visitor({ ip })
  return client.session.login({ body: { login, password } }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
}
const times = async (count: number, work: (index: number) => Promise<string>): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))
const pass = (milliseconds: number) => {
  house.time.wall = laterBy(house.time.wall, milliseconds)
}

describe('登录次数限制', () => {
  test('同一账号同一地址五次之后，密码正确也不受理；十五分钟后恢复', async () => {
    await house.account({ login: 'pair@example.com' })
    const tries = await times(8, () => attempt('10.1.0.1', 'pair@example.com', 'wrong password 1'))
    expect(tries.filter((code) => code === 'session.wrong-credentials')).toHaveLength(attemptRule.pair)
    expect(tries.filter((code) => code === 'session.too-many-attempts')).toHaveLength(8 - attemptRule.pair)
    expect(await attempt('10.1.0.1', 'pair@example.com', PASSWORD)).toBe('session.too-many-attempts')
    expect(await attempt('10.1.0.2', 'pair@example.com', PASSWORD)).toBe('done')
    pass(attemptRule.window - 1)
    expect(await attempt('10.1.0.1', 'pair@example.com', PASSWORD)).toBe('session.too-many-attempts')
    pass(1)
    expect(await attempt('10.1.0.1', 'pair@example.com', 'wrong password 1')).toBe('session.wrong-credentials')
    expect(await attempt('10.1.0.1', 'pair@example.com', PASSWORD)).toBe('done')
  })

  test('一个地址反复尝试，不能使本人在别处也登录不了', async () => {
    await house.account({ login: 'victim@example.com' })
    await times(40, () => attempt('10.1.0.9', 'victim@example.com', 'wrong password 1'))
    expect(await attempt('10.1.0.10', 'victim@example.com', PASSWORD)).toBe('done')
  })

  test('没有的账号同样计数，不能借此得知账号是否存在', async () => {
    const tries = await times(8, () => attempt('10.1.0.3', 'nobody@example.com', 'wrong password 1'))
    expect(tries.filter((code) => code === 'session.too-many-attempts')).toHaveLength(8 - attemptRule.pair)
  })

  test('换着地址猜同一账号，二十次之后不受理，并说明要等多久', async () => {
    await house.account({ login: 'spread@example.com' })
    for (let round = 0; round < attemptRule.login; round++)
      expect(await attempt(`10.2.0.${round}`, 'spread@example.com', 'wrong password 1')).toBe(
        'session.wrong-credentials',
      )
    pass(60_000)
    const answer = await house.visitor({ ip: '10.2.1.1' }).request({
      method: 'POST',
      url: '/api/session',
      headers: { 'idempotency-key': '00000000-0000-4000-8000-000000000000' },
      payload: { login: 'spread@example.com', password: PASSWORD },
    })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['retry-after']).toBe(String((attemptRule.window - 60_000) / 1000))
    pass(attemptRule.window)
    expect(await attempt('10.2.1.1', 'spread@example.com', PASSWORD)).toBe('done')
  })

  test('同一地址猜许多账号，一百次之后不受理', async () => {
    const tries = await times(attemptRule.address + 5, (index) =>
      attempt('10.3.0.1', `guess${index}@example.com`, 'wrong password 1'),
    )
    expect(tries.filter((code) => code === 'session.too-many-attempts')).toHaveLength(5)
  })

  test('办公楼共用一个地址，密码正确的人不占次数', async () => {
    await house.account({ login: 'office@example.com' })
    for (let round = 0; round < attemptRule.address + 5; round++)
      expect(await attempt('10.4.0.1', 'office@example.com', PASSWORD)).toBe('done')
  })

  test('同一地址注册过多时不受理', async () => {
    const codes = await times(attemptRule.registration + 2, (index) =>
      house
        .visitor({ ip: '10.5.0.1' })
        .client.session.register({ body: { login: `many${index}@example.com`, name: '某人', password: 'Xinxiang-26' } })
        .then(
          () => 'done',
          (error: { code: string }) => error.code,
        ),
    )
    expect(codes.filter((code) => code === 'done')).toHaveLength(attemptRule.registration)
  })
})
