import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draw } from '../../regime/draw/draw.ts'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { acting, type Officer, putBatch, putCases, putOfficer, stepsOf } from '../../test/listed.ts'
import { getDraw, readDraws } from '../draw/read.ts'
import { takeDraw } from '../draw/take.ts'
import { fileList } from '../filing/file.ts'
import { proposeFiling } from '../filing/propose.ts'
import { inScope } from '../store/scope.ts'
import { proposeAnnouncement } from './propose.ts'
import { publishAnnouncement } from './publish.ts'

const DAY = '2026-11-02'

describe('备案、抽取、公告（第九条）', () => {
  let database: TestDatabase
  let batch: string
  let handler: Officer
  let approver: Officer
  let ph: Officer
  let pa: Officer
  let pboth: Officer

  beforeAll(async () => {
    database = await testDatabase()
    batch = await putBatch(database.db)
    handler = await putOfficer(database.db, '李经办', '410300', 'handler')
    approver = await putOfficer(database.db, '王审批', '410300', 'approver')
    ph = await putOfficer(database.db, '陈省办', '410000', 'handler')
    pa = await putOfficer(database.db, '刘省批', '410000', 'approver')
    pboth = await putOfficer(database.db, '何兼任', '410000', 'handler', 'approver')
  })
  afterAll(() => database.close())

  test('R9.6 备案附材料审核及实地核查真实性声明，记审批人姓名和时间', async () => {
    const cases = await putCases(database.db, { authority: '410300', batch, step: 'filing-ready', firms: 3 })
    const { id } = await proposeFiling(database.db, acting(handler, DAY), { batch, title: '洛阳市备案名单', cases })
    await expect(fileList(database.db, acting(handler, DAY), { list: id, baseSeq: 1 })).rejects.toMatchObject({
      code: 'act.not-your-role',
    })
    const { declaration } = await fileList(database.db, acting(approver, DAY), { list: id, baseSeq: 1 })
    expect(declaration).toContain('洛阳市工业和信息化局')
    expect(declaration).toContain('3 家')
    expect(await stepsOf(database.db, cases)).toEqual(['filed', 'filed', 'filed'])
    const list = await inScope(database.db, 'province/410000', (tx) =>
      tx.selectFrom('list').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(list).toMatchObject({ decided_by_name: '王审批', decided_on: DAY, terms: { declaration } })
    const told = await database.owner.query('select role, topic, payload from outbox where subject = $1', [id])
    expect(told.rows).toContainEqual(expect.objectContaining({ role: 'province-handler', topic: 'filing.received' }))
  })

  test('R5.1 省级人员不能报备案，市级人员不能抽取和公告', async () => {
    const cases = await putCases(database.db, { authority: '410300', batch, step: 'filing-ready', firms: 1 })
    const title = '名单'
    await expect(proposeFiling(database.db, acting(ph, DAY), { batch, title, cases })).rejects.toMatchObject({
      code: 'act.not-your-jurisdiction',
    })
    await expect(takeDraw(database.db, acting(handler, DAY), { batch, asked: { count: 1 } })).rejects.toMatchObject({
      code: 'act.not-your-jurisdiction',
    })
    await expect(takeDraw(database.db, acting(pa, DAY), { batch, asked: { count: 1 } })).rejects.toMatchObject({
      code: 'act.not-your-role',
    })
  })

  test('R9.7 B5 随机抽取：名单和种子在案，任何人可以复算；抽中的去抽查，未抽中的去省级公示', async () => {
    const own = await putBatch(database.db, '抽取批次')
    const luoyang = await putCases(database.db, { authority: '410300', batch: own, step: 'filed', firms: 12 })
    const zhengzhou = await putCases(database.db, { authority: '410100', batch: own, step: 'filed', firms: 19 })
    const all = [...luoyang, ...zhengzhou]
    expect((await readDraws(database.db, ph)).waiting).toContainEqual(
      expect.objectContaining({ id: own, firms: 31, places: 2 }),
    )
    const { id, population, taken } = await takeDraw(database.db, acting(ph, DAY), {
      batch: own,
      asked: { percent: 10 },
    })
    expect({ population, taken }).toEqual({ population: 31, taken: 4 })
    const steps = await stepsOf(database.db, all)
    expect(steps.filter((step) => step === 'spot-check')).toHaveLength(4)
    expect(steps.filter((step) => step === 'province-notice-ready')).toHaveLength(27)

    const record = await getDraw(database.db, ph, id)
    expect(record.faithful).toBe(true)
    const again = draw(
      all.map((one) => one.id),
      record.draw.seed,
      4,
    )
    expect(record.draw.list_digest).toBe(again.listDigest)
    expect(record.drawn.map((entry) => entry.case_id)).toEqual(again.drawn)
    await expect(takeDraw(database.db, acting(ph, DAY), { batch: own, asked: { count: 1 } })).rejects.toMatchObject({
      code: 'draw.nothing-filed',
    })
  })

  test('抽取数超过名单总数的拒绝，案件不动', async () => {
    const own = await putBatch(database.db, '小批次')
    const cases = await putCases(database.db, { authority: '410300', batch: own, step: 'filed', firms: 2 })
    await expect(takeDraw(database.db, acting(ph, DAY), { batch: own, asked: { count: 3 } })).rejects.toMatchObject({
      code: 'draw.bad-count',
    })
    expect(await stepsOf(database.db, cases)).toEqual(['filed', 'filed'])
  })

  test('R2.1 R9.8 R13.1 公告：称号按名单载明的有效期生成，公众可查；有效期不是三年须写明理由', async () => {
    const luoyang = await putCases(database.db, { authority: '410300', batch, step: 'announcement-ready', firms: 2 })
    const jiyuan = await putCases(database.db, { authority: '419001', batch, step: 'announcement-ready', firms: 1 })
    const cases = [...luoyang, ...jiyuan]
    const request = {
      batch,
      title: '2026 年度第三批创新型中小企业名单',
      documentNumber: '演示豫工信公告〔2026〕5号',
      validFrom: parseDay('2026-01-01'),
      validTo: parseDay('2028-12-31'),
      cases,
    }
    const odd = { ...request, validTo: parseDay('2028-12-30') }
    await expect(proposeAnnouncement(database.db, acting(ph, DAY), odd)).rejects.toMatchObject({
      code: 'announcement.validity-reason',
    })
    await expect(proposeAnnouncement(database.db, acting(handler, DAY), request)).rejects.toMatchObject({
      code: 'act.not-your-jurisdiction',
    })
    const { id } = await proposeAnnouncement(database.db, acting(pboth, DAY), request)
    await expect(publishAnnouncement(database.db, acting(pboth, DAY), { list: id, baseSeq: 1 })).rejects.toMatchObject({
      code: 'act.same-person',
    })
    expect(await inScope(database.db, 'public', (tx) => tx.selectFrom('title').selectAll().execute())).toEqual([])
    await publishAnnouncement(database.db, acting(pa, DAY), { list: id, baseSeq: 1 })
    expect(await stepsOf(database.db, cases)).toEqual(['announced', 'announced', 'announced'])
    const titles = await inScope(database.db, 'public', (tx) => tx.selectFrom('title').selectAll().execute())
    expect(titles).toHaveLength(3)
    for (const title of titles)
      expect(title).toMatchObject({
        tier: 'innovative',
        valid_from: '2026-01-01',
        valid_to: '2028-12-31',
        document_number: request.documentNumber,
        announced_on: DAY,
        announcement: id,
        status: 'valid',
      })
    const state = await database.owner.query('select state from cases where id = $1', [jiyuan[0]?.id])
    expect(titles.map((title) => title.id)).toContain(state.rows[0].state.title)
  })

  test('数据库里也一样：市级范围不能写称号，不能发公告，不能改外地名单', async () => {
    const values = {
      enterprise: '00000000-0000-4000-8000-000000000001',
      name: 'x',
      search_name: 'x',
      uscc: 'x',
      tier: 'innovative',
      valid_from: DAY,
      valid_to: DAY,
      document_number: 'x',
      announced_on: DAY,
      announcement: '00000000-0000-4000-8000-000000000001',
      status: 'valid' as const,
    }
    const id = '00000000-0000-4000-8000-000000000002'
    for (const scope of ['authority/410300', 'public'] as const)
      await expect(
        inScope(database.db, scope, (tx) =>
          tx
            .insertInto('title')
            .values({ ...values, authority: '410300', id })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    const publication = { tier: 'innovative', batch_title: 'x', title: 'x', firms: 0, published_on: DAY, digest: 'x' }
    await expect(
      inScope(database.db, 'authority/410300', (tx) =>
        tx
          .insertInto('publication')
          .values({
            ...publication,
            authority: '410300',
            id,
            kind: 'announcement',
            provisional: false,
            document_number: 'x',
            valid_from: DAY,
            valid_to: DAY,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    const changed = await inScope(database.db, 'authority/410100', (tx) =>
      tx.updateTable('list').set({ note: 'x' }).where('authority', '=', '410300').returning('id').execute(),
    )
    expect(changed).toEqual([])
    await expect(
      inScope(database.db, 'authority/410300', (tx) =>
        tx.updateTable('publication').set({ title: 'y' }).where('authority', '=', '410300').execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
