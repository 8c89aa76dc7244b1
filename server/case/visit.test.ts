import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Finding } from '../../contract/visit.ts'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { putEvidence } from '../../test/enterprise.ts'
import { putBatch, putCases } from '../../test/listed.ts'
import { inScope } from '../store/scope.ts'

const authority = '410300' as const

describe('实地核查（第九条）', () => {
  let house: TestApp
  let batch: string
  let handler: Visitor
  let first: Visitor
  let second: Visitor
  let other: Visitor
  let provincial: Visitor
  const people = { first: '', second: '' }
  let id: string

  const officer = async (login: string, name: string, role: 'handler' | 'verifier', place: string = authority) => {
    const account = await house.account({
      login,
      name,
      officer: { authority: place as typeof authority, roles: [role] },
    })
    const visitor = house.visitor()
    await visitor.login(login)
    return { account, visitor }
  }

  beforeAll(async () => {
    house = await testApp()
    batch = await putBatch(house.database.db)
    const one = await officer('hecha1@gov.cn', '王核查', 'verifier')
    const two = await officer('hecha2@gov.cn', '李核查', 'verifier')
    people.first = one.account
    people.second = two.account
    first = one.visitor
    second = two.visitor
    handler = (await officer('jingban@gov.cn', '张经办', 'handler')).visitor
    other = (await officer('hecha3@gov.cn', '赵核查', 'verifier')).visitor
    provincial = (await officer('sheng@gov.cn', '省核查', 'verifier', '410000')).visitor
  })
  afterAll(() => house.close())

  beforeEach(async () => {
    const submission = randomUUID()
    const [made] = await putCases(house.database.db, {
      authority,
      batch,
      step: 'visit',
      firms: 1,
      state: {
        submission,
        visit: { on: parseDay('2026-09-01'), verifiers: [people.first, people.second], signedBy: [] },
      },
    })
    id = made?.id ?? ''
    await inScope(house.database.db, 'province/410000', async (tx) => {
      await tx
        .insertInto('submission')
        .values({
          authority,
          id: submission,
          case_id: id,
          enterprise: randomUUID(),
          round: 1,
          at: '2026-08-20T01:00:00.000Z',
          declared_by: randomUUID(),
          declared_by_name: '李四',
          facts: JSON.stringify({ asOf: '2026-08-20', enterprise: { independentLegalPerson: true } }),
          sources: '{}',
          evidence: '[]',
          result: '{}',
          eligibility_result: '{}',
          digest: '',
          receipt_number: randomUUID(),
        })
        .execute()
      await tx
        .updateTable('cases')
        .set({ submission })
        .where('authority', '=', authority)
        .where('id', '=', id)
        .execute()
    })
  })

  const read = (who: Visitor) => who.client.cases.visit({ params: { case: id } })
  const save = (who: Visitor, baseVersion: number, findings: Finding[], reopen?: boolean) =>
    who.client.cases.saveVisit({
      params: { case: id },
      body: { findings, baseVersion, ...(reopen !== undefined && { reopen }) },
    })
  const sign = async (who: Visitor, draftVersion: number, conclusion = '现场与申报一致。') => {
    const { seq } = await read(who)
    return who.client.cases.act({
      params: { case: id },
      body: { act: 'visit.sign', payload: { draftVersion, conclusion }, baseSeq: seq },
    })
  }
  /** Every line of the checklist answered; the first as told. */
  const all = async (answer: Finding['answer'] = 'true'): Promise<Finding[]> =>
    (await read(first)).checklist.map(({ item }, index) => line(item, index === 0 ? answer : 'true'))
  const line = (item: string, answer: Finding['answer'] = 'true'): Finding => ({ item, answer, photos: [] })

  test('清单写明每一项承载哪些条件，名称随编号给出', async () => {
    const { checklist } = await read(first)
    const found = checklist.find(({ item }) => item === '/enterprise/independentLegalPerson')
    expect(found?.carries).toEqual([expect.objectContaining({ id: 'E2', standing: '符合' })])
    expect(found?.carries[0]?.name).not.toBe('E2')
  })

  test('两部手机同时记录：旧版本被拒，答复带着对方的记录', async () => {
    expect(await save(first, 0, [line('site/premises')])).toEqual({ version: 1 })
    await expect(save(second, 0, [line('site/product')])).rejects.toMatchObject({
      code: 'visit.stale',
      details: { version: 1, findings: [line('site/premises')] },
    })
    expect(await save(second, 1, [line('site/premises'), line('site/product')])).toEqual({ version: 2 })
  })

  test('自己增加的核查事项有名称', async () => {
    const own = { ...line('own/1', 'differs'), title: '另有一处仓库', note: '未申报' }
    await save(first, 0, [own])
    expect((await read(second)).findings).toEqual([own])
  })

  test('照片必须是本案件的，别处的佐证不能引用', async () => {
    const scope = `authority/${authority}` as const
    const of = { authority, kind: 'office' as const, by: people.first }
    const photo = await putEvidence(house.database.db, scope, { ...of, owner: id })
    const elsewhere = await putEvidence(house.database.db, scope, { ...of, owner: randomUUID() })
    await expect(save(first, 0, [{ ...line('site/premises'), photos: [elsewhere] }])).rejects.toMatchObject({
      code: 'evidence.not-found',
    })
    expect(await save(first, 0, [{ ...line('site/premises'), photos: [photo] }])).toEqual({ version: 1 })
  })

  test('清单上有一项没有结论就不能签，答复指明是哪几项；同一项不能记两条', async () => {
    const findings = await all()
    const last = findings.at(-1)?.item
    await save(first, 0, findings.slice(0, -1))
    const title = (await read(first)).checklist.find(({ item }) => item === last)?.title
    await expect(sign(first, 1)).rejects.toMatchObject({ code: 'visit.incomplete', details: { missing: [title] } })
    await expect(save(first, 1, [line('site/premises'), line('site/premises')])).rejects.toMatchObject({
      code: 'request.invalid',
    })
  })

  test('两人签同一份：第一人签后，第二人看到结论，签后转入下一环节', async () => {
    await save(first, 0, await all())
    await sign(first, 1)
    const seen = await read(second)
    expect(seen).toMatchObject({ signedConclusion: '现场与申报一致。', signatureStands: true, maySign: true })
    expect(seen.verifiers.map(({ signed, signedAt }) => [signed, signedAt !== null])).toEqual([
      [true, true],
      [false, false],
    ])
    expect((await read(first)).maySign).toBe(false)
    expect(await sign(second, 1)).toMatchObject({ step: 'visit-conclusion' })
    expect(await read(handler)).toMatchObject({ signatureStands: true, maySign: false })
  })

  test('一人签字后，另一人的改动不会悄悄使签字失效；明确要改的，须重新签字', async () => {
    await save(first, 0, await all())
    await sign(first, 1)
    await expect(save(second, 1, await all('differs'))).rejects.toMatchObject({ code: 'visit.signed' })
    expect(await save(second, 1, await all('differs'), true)).toEqual({ version: 2 })
    expect(await read(first)).toMatchObject({ signatureStands: false, version: 2 })
    await expect(sign(second, 1)).rejects.toMatchObject({ code: 'visit.stale' })
    expect(await sign(second, 2)).toMatchObject({ step: 'visit' })
    expect(await sign(first, 2)).toMatchObject({ step: 'visit-conclusion' })
  })

  test('重新核查从空表开始，版本号接着往下数，还拿着旧表的手机会被告知', async () => {
    await save(first, 0, await all())
    await sign(first, 1)
    await sign(second, 1)
    const { seq } = await read(handler)
    await handler.client.cases.act({
      params: { case: id },
      body: { act: 'visit.repeat', payload: { note: '照片不清，请重新核查。' }, baseSeq: seq },
    })
    await handler.client.cases.act({
      params: { case: id },
      body: {
        act: 'visit.schedule',
        payload: { on: '2026-09-01', verifiers: [people.first, people.second] },
        baseSeq: seq + 1,
      },
    })
    expect(await read(first)).toMatchObject({ findings: [], version: 2, signedConclusion: null })
    await expect(save(first, 1, [line('site/premises')])).rejects.toMatchObject({ code: 'visit.stale' })
  })

  test('改期告诉企业和核查人员，第一人签字告诉另一人', async () => {
    const { seq } = await read(handler)
    const payload = { on: '2026-09-01', verifiers: [people.second, people.first] as [string, string] }
    await handler.client.cases.act({ params: { case: id }, body: { act: 'visit.schedule', payload, baseSeq: seq } })
    await save(first, 0, await all())
    await sign(first, 1)
    const told = await inScope(house.database.db, `authority/${authority}`, (tx) =>
      tx.selectFrom('outbox').select(['topic', 'role', 'enterprise']).where('subject', '=', id).orderBy('at').execute(),
    )
    expect(told.map(({ topic, role, enterprise }) => [topic, enterprise ? '企业' : role]).sort()).toEqual([
      ['visit.assigned', 'verifier'],
      ['visit.half-signed', 'verifier'],
      ['visit.scheduled', '企业'],
    ])
  })

  test('不是本次核查人员的不能记录，外地和省厅的人看不到日程', async () => {
    await expect(save(other, 0, [line('site/premises')])).rejects.toMatchObject({ code: 'visit.not-assigned' })
    const { visits } = await provincial.client.cases.visits()
    expect(visits).toEqual([])
  })

  test('日程：我的、全部、尚未安排；已记几项', async () => {
    await save(first, 0, [line('site/premises'), line('site/product')])
    await putCases(house.database.db, { authority, batch, step: 'visit', firms: 1, name: () => '未安排有限公司' })
    const mine = await first.client.cases.visits({ query: { view: 'mine' } })
    const entry = mine.visits.find((visit) => visit.case === id)
    expect(entry).toMatchObject({ on: '2026-09-01', noted: 2, contact: null })
    expect(entry?.verifiers.map(({ name }) => name)).toEqual(['王核查', '李核查'])
    expect((await other.client.cases.visits({ query: { view: 'mine' } })).total).toBe(0)
    const unscheduled = await handler.client.cases.visits({ query: { scheduled: 'no' } })
    expect(unscheduled.visits.map(({ enterpriseName, on }) => [enterpriseName, on])).toEqual([['未安排有限公司', null]])
  })
})
