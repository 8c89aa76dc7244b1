import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { freshUscc, putFirm, type StandingFirm } from '../../test/enterprise.ts'

let house: TestApp
let firm: StandingFirm
let citizen: Visitor
let officer: Visitor
let elsewhere: Visitor
beforeAll(async () => {
  house = await testApp()
  firm = await putFirm(house.database.db)
  await house.account({ login: 'citizen@example.com' })
  await house.account({ login: 'ly@gov.example.cn', officer: { authority: '410300', roles: ['handler', 'approver'] } })
  await house.account({ login: 'zz@gov.example.cn', officer: { authority: '410100', roles: ['handler'] } })
  ;[citizen, officer, elsewhere] = [house.visitor(), house.visitor(), house.visitor()]
  await citizen.login('citizen@example.com')
  await officer.login('ly@gov.example.cn')
  await elsewhere.login('zz@gov.example.cn')
})
afterAll(() => house.close())

const refused = (status: number, code: string) => expect.objectContaining({ status, code })
const fields = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'accepted',
    (error: { fields?: { pointer: string; message: string }[] }) => error.fields,
  )

describe('企业接口', () => {
  test('未登录、不代表该企业的人、主管部门人员，都进不了企业资料', async () => {
    const read = (who: Visitor) => who.client.profile.read({ params: { enterprise: firm.enterprise } })
    await expect(read(house.visitor())).rejects.toEqual(refused(401, 'session.required'))
    await expect(read(citizen)).rejects.toEqual(refused(403, 'session.not-admitted'))
    await expect(read(officer)).rejects.toEqual(refused(403, 'session.not-admitted'))
  })

  test('企业人员进不了认领办理，外地人员看不到本地认领', async () => {
    await expect(citizen.client.claims.queue({ query: {} })).rejects.toEqual(refused(403, 'session.not-admitted'))
    await expect(elsewhere.client.claims.file({ params: { claim: firm.claim } })).rejects.toEqual(
      refused(404, 'claim.not-found'),
    )
    expect(await officer.client.claims.file({ params: { claim: firm.claim } })).toMatchObject({
      claim: { name: '李四', licence: [{ name: '营业执照.pdf' }] },
    })
  })

  test('代码有误：第几位、为什么；缺名称、主管部门不对，逐项指出', async () => {
    expect(await citizen.client.enterprises.lookUp({ query: { uscc: '91410100DEM00001O4' } })).toMatchObject({
      reading: { problem: { position: 17 } },
      registered: null,
    })
    const register = (body: object) => citizen.client.enterprises.register({ body: body as never })
    await expect(register({ uscc: '91410100DEM000014Q', authority: '410300', name: '某企业' })).rejects.toMatchObject({
      status: 422,
      code: 'uscc.invalid',
      details: { position: 18 },
    })
    expect(await fields(register({ uscc: freshUscc(), authority: '410000', name: '' }))).toEqual([
      { in: 'body', pointer: '/authority', message: '请选择十九个主管部门之一。' },
      { in: 'body', pointer: '/name', message: '请填写企业名称。' },
    ])
  })

  test('登记、认领的全程：代表资格由接口给出', async () => {
    const { enterprise, authority } = await citizen.client.enterprises.register({
      body: { uscc: freshUscc(), authority: '410300', name: '洛阳某某有限公司' },
    })
    const { claim } = await citizen.client.claims.open({ body: { authority, enterprise } })
    const params = { authority, claim }
    await expect(
      citizen.client.claims.submit({
        params,
        body: {
          personName: '李四',
          position: '主任',
          phone: '13800138000',
          statement: '',
          licence: [randomUUID()],
          letter: [randomUUID()],
        },
      }),
    ).rejects.toEqual(refused(404, 'evidence.not-found'))
    expect(await citizen.client.enterprises.own()).toMatchObject({
      enterprises: [],
      claims: [{ claim, status: 'draft' }],
    })
    await expect(officer.client.claims.file({ params: { claim } })).rejects.toEqual(refused(404, 'claim.not-found'))
  })

  test('保存资料：路径、版本、日期不对的逐项指出；别家的项目不认', async () => {
    const login = 'owner@example.com'
    const owner = await house.account({ login })
    await house.database.owner.query('update membership set person = $1 where person = $2', [owner, firm.owner.person])
    const visitor = house.visitor()
    await visitor.login(login)
    const params = { enterprise: firm.enterprise }
    const body = { path: '/years/2025/revenue', raw: '约一千', unit: 'wan', source: null, datedOn: null, evidence: [] }
    const save = (change: object) =>
      visitor.client.profile.save({ params, body: { ...body, baseVersion: 0, ...change } as never })
    expect(await fields(save({ baseVersion: -1, datedOn: '2026-02-30', source: 'hearsay' }))).toMatchObject([
      { pointer: '/source' },
      { pointer: '/datedOn' },
      { pointer: '/baseVersion' },
    ])
    await expect(save({ path: '/enterprise/uscc' })).rejects.toEqual(refused(422, 'fact.unknown'))
    expect(await save({})).toMatchObject({ entry: { version: 1 }, problem: expect.stringContaining('不是数字') })
    await expect(save({ raw: '1001' })).rejects.toMatchObject({
      status: 409,
      code: 'fact.stale',
      details: { theirs: { raw: '约一千', version: 1, evidence: [] } },
    })
  })
})
