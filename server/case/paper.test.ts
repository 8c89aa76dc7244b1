import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { putFirm, type StandingFirm } from '../../test/enterprise.ts'
import { acting, type Officer, putBatch, putOfficer } from '../../test/listed.ts'
import { bare, pdfPages } from '../../test/pdf-text.ts'
import { demoFirms } from '../demo/firms.ts'
import { enterFacts } from '../enterprise/profile/enter-facts.ts'
import { readLaw } from '../law/readLaw.ts'
import { openApplication } from './open.ts'
import { casePaper } from './paper.ts'
import { submitApplication } from './submit.ts'

const DAY = '2026-08-19'
const NOW = `${DAY}T01:30:00.000Z`
const law = readLaw()
const facts = (demoFirms[1] as (typeof demoFirms)[number]).facts

describe('一次申报的评价说明（PDF）', () => {
  let house: TestApp
  let firm: StandingFirm
  let stranger: StandingFirm
  let local: Officer
  let elsewhere: Officer
  let province: Officer
  let id: string
  let draft: string
  let receipt: string

  beforeAll(async () => {
    house = await testApp()
    const { db } = house.database
    firm = await putFirm(db)
    stranger = await putFirm(db)
    local = await putOfficer(db, '李经办', '410300', 'handler')
    elsewhere = await putOfficer(db, '赵经办', '410100', 'handler')
    province = await putOfficer(db, '陈省办', '410000', 'handler')
    const batch = await putBatch(db)
    await enterFacts(db, acting(firm.owner, DAY), { facts })
    id = (await openApplication(db, acting(firm.owner, DAY), batch)).id
    const handedIn = { acknowledged: [], baseSeq: 1 }
    receipt = (await submitApplication(db, law, acting(firm.owner, DAY), '演示员工', id, handedIn)).receipt
    draft = (await openApplication(db, acting(stranger.owner, DAY), batch)).id
  })
  afterAll(() => house.close())

  const paper = (actor: Parameters<typeof casePaper>[2], of = id) => casePaper(house.database.db, law, actor, of, NOW)

  test('R9.1 B1 本企业、所在地和省级主管部门拿得到：评价和参评条件两份说明，批次、回执、声明人、摘要俱全', async () => {
    const [own, ...others] = await Promise.all([firm.owner, local, province].map((actor) => paper(actor)))
    expect(others).toEqual([own, own])
    expect(own?.outlines.map(({ standard }) => standard)).toEqual([
      'miit-2022-63/innovative',
      'henan-2023-131/eligibility',
    ])
    expect(own?.rows.map(([name]) => name)).toEqual(['申报批次', '申报回执', '提交', '声明人'])
    expect(own?.rows).toContainEqual(['申报回执', receipt])
    expect(own?.proof).toEqual([['提交摘要', expect.stringMatching(/^[0-9a-f]{64}$/)]])
    expect(own?.outlines[0]?.enterprise.name).toMatch(/./)
  })

  test('第七条 别的企业、外地主管部门、公众，都当作没有这件', async () => {
    for (const actor of [stranger.owner, elsewhere, { kind: 'public' } as const])
      await expect(paper(actor)).rejects.toMatchObject({ code: 'case.not-found' })
  })

  test('还没有提交的，没有说明可下载', async () => {
    await expect(paper(stranger.owner, draft)).rejects.toMatchObject({ code: 'case.nothing-submitted' })
  })

  describe('从接口下载', () => {
    const url = () => `/api/cases/${id}/paper`
    const signedIn = async (login: string, authority: '410300' | '410100'): Promise<Visitor> => {
      await house.account({ login, officer: { authority, roles: ['handler'] } })
      const visitor = house.visitor()
      await visitor.login(login)
      return visitor
    }

    test('主管部门人员得到一份 PDF，文件名写明企业和日期，内容就是这次提交', async () => {
      const answer = await (await signedIn('ly@gov.example.cn', '410300')).request({ url: url() })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(
        /^attachment; filename\*=UTF-8''评价说明_.+_2026-08-19\.pdf$/,
      )
      expect(bare((await pdfPages(answer.rawPayload)).join(''))).toContain(receipt)
    })

    test('未登录、外地人员、不代表该企业的人，拿不到', async () => {
      const statusOf = async (visitor: Visitor, at = url()) => (await visitor.request({ url: at })).statusCode
      expect(await statusOf(house.visitor())).toBe(401)
      expect(await statusOf(await signedIn('zz@gov.example.cn', '410100'))).toBe(404)
      await house.account({ login: 'citizen@example.com' })
      const citizen = house.visitor()
      await citizen.login('citizen@example.com')
      expect(await statusOf(citizen)).toBe(403)
      expect(await statusOf(citizen, `/api/enterprises/${firm.enterprise}/cases/${id}/paper`)).toBe(403)
    })
  })
})
