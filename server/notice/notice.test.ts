import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { acting, type Officer, putBatch, putCases, putOfficer, stepsOf } from '../../test/listed.ts'
import { readCalendar } from '../calendar/read.ts'
import { runClock } from '../jobs/clock.ts'
import { sendListBack } from '../list/sendBack.ts'
import { takeOffList } from '../list/takeOff.ts'
import { inScope } from '../store/scope.ts'
import { type NoticeProposal, proposeNotice } from './propose.ts'
import { publishNotice } from './publish.ts'

const calendar = readCalendar()
const contact = { phone: '0379-60000000' }

describe('公示（第九条）', () => {
  let database: TestDatabase
  let handler: Officer
  let approver: Officer
  let both: Officer
  let zhengzhou: Officer
  let batch: string

  const request = (cases: NoticeProposal['cases'], changes: Partial<NoticeProposal> = {}): NoticeProposal => ({
    batch,
    title: '拟备案创新型中小企业名单',
    from: parseDay('2026-09-28'),
    basis: 'workday',
    days: 5,
    contact,
    cases,
    ...changes,
  })
  const propose = (who: Officer, of: NoticeProposal, day = '2026-09-24', key?: string) =>
    proposeNotice(database.db, calendar, acting(who, day, key), of)
  const publish = (who: Officer, list: string, baseSeq = 1, day = '2026-09-25', key?: string) =>
    publishNotice(database.db, acting(who, day, key), { list, baseSeq })
  const ready = (firms: number) => putCases(database.db, { authority: '410300', batch, step: 'notice-ready', firms })
  const tick = (day: string) => runClock(database.db, acting({ kind: 'clock' }, day))
  const asPublic = <T>(work: Parameters<typeof inScope<T>>[2]) => inScope(database.db, 'public', work)

  beforeAll(async () => {
    database = await testDatabase()
    batch = await putBatch(database.db)
    handler = await putOfficer(database.db, '李经办', '410300', 'handler')
    approver = await putOfficer(database.db, '王审批', '410300', 'approver')
    both = await putOfficer(database.db, '赵兼任', '410300', 'handler', 'approver')
    zhengzhou = await putOfficer(database.db, '周郑州', '410100', 'handler', 'approver')
  })
  afterAll(() => database.close())

  test('经办拟定、审批公示、期满由日历推进：国庆前后 5 个工作日', async () => {
    const cases = await ready(3)
    const { id, firms } = await propose(handler, request(cases))
    expect(firms).toBe(3)
    expect(await stepsOf(database.db, cases)).toEqual(Array(3).fill('notice-approval'))
    expect(await asPublic((tx) => tx.selectFrom('publication').selectAll().execute())).toEqual([])

    const published = await publish(approver, id)
    expect(published).toMatchObject({ from: '2026-09-28', to: '2026-10-09' })
    expect(await stepsOf(database.db, cases)).toEqual(Array(3).fill('notice'))
    const [shown] = await asPublic((tx) => tx.selectFrom('publication').selectAll().where('id', '=', id).execute())
    expect(shown).toMatchObject({
      firms: 3,
      starts_on: '2026-09-28',
      ends_on: '2026-10-09',
      provisional: false,
      contact,
    })

    expect((await tick('2026-10-09')).performed).toEqual({})
    expect((await tick('2026-10-10')).performed).toEqual({ 'notice.end': 3 })
    expect((await tick('2026-10-10')).performed).toEqual({})
    expect(await stepsOf(database.db, cases)).toEqual(Array(3).fill('filing-ready'))
    expect(
      await asPublic((tx) => tx.selectFrom('publication').selectAll().where('id', '=', id).execute()),
    ).toHaveLength(1)
  })

  test('第七条：经办与审批不能是同一人，外地人员和没有岗位的人办不了', async () => {
    const cases = await ready(1)
    const { id } = await propose(both, request(cases))
    await expect(publish(both, id)).rejects.toMatchObject({ code: 'act.same-person' })
    await expect(publish(handler, id)).rejects.toMatchObject({ code: 'act.not-your-role' })
    await expect(publish(zhengzhou, id)).rejects.toMatchObject({ code: 'list.not-found' })
    await expect(
      takeOffList(database.db, acting(both, '2026-09-25'), {
        list: id,
        baseSeq: 1,
        entries: [randomUUID()],
        note: '移出',
      }),
    ).rejects.toMatchObject({ code: 'list.not-on-it' })
    await expect(propose(zhengzhou, request(cases))).rejects.toMatchObject({ code: 'act.not-your-jurisdiction' })
    const own = cases.map((one) => ({ ...one, authority: '410100' }))
    await expect(propose(zhengzhou, request(own))).rejects.toMatchObject({ code: 'case.not-found' })
    await expect(propose(approver, request(await ready(1)))).rejects.toMatchObject({ code: 'act.not-your-role' })
    await publish(approver, id)
    await expect(publish(approver, id, 2)).rejects.toMatchObject({ code: 'list.decided' })
  })

  test('R9.10：审批时移出一家，其余照常公示；移出的可以重新列入', async () => {
    const cases = await ready(3)
    const { id } = await propose(handler, request(cases))
    const entries = await inScope(database.db, 'authority/410300', (tx) =>
      tx.selectFrom('list_entry').selectAll().where('list', '=', id).orderBy('position').execute(),
    )
    const off = entries[1]
    if (!off) throw new Error('no entry')
    const note = '名称与营业执照不一致，请核对'
    const answer = await takeOffList(database.db, acting(approver, '2026-09-25'), {
      list: id,
      baseSeq: 1,
      entries: [off.id],
      note,
    })
    expect(answer).toEqual({ status: 'waiting', seq: 2, firms: 2 })
    await expect(publish(approver, id, 1)).rejects.toMatchObject({ code: 'act.stale' })
    await publish(approver, id, 2)
    const steps = await stepsOf(
      database.db,
      entries.map(({ case_authority, case_id }) => ({ authority: case_authority, id: case_id })),
    )
    expect(steps).toEqual(['notice', 'notice-ready', 'notice'])
    const again = await propose(handler, request([{ authority: '410300', id: off.case_id }]))
    expect(again.firms).toBe(1)
  })

  test('移出最后一家等于退回整份名单', async () => {
    const cases = await ready(1)
    const { id } = await propose(handler, request(cases))
    const [entry] = await inScope(database.db, 'authority/410300', (tx) =>
      tx.selectFrom('list_entry').select('id').where('list', '=', id).execute(),
    )
    const answer = await takeOffList(database.db, acting(approver, '2026-09-25'), {
      list: id,
      baseSeq: 1,
      entries: [entry?.id ?? ''],
      note: '暂缓公示',
    })
    expect(answer).toEqual({ status: 'sent-back', seq: 2, firms: 0 })
    expect(await stepsOf(database.db, cases)).toEqual(['notice-ready'])
  })

  test('审批整份退回并写明意见，案件回到待列入', async () => {
    const cases = await ready(2)
    const { id } = await propose(handler, request(cases))
    const note = '公示期跨国庆假期，请改为节后起始'
    await sendListBack(database.db, acting(approver, '2026-09-25'), { list: id, baseSeq: 1, note })
    expect(await stepsOf(database.db, cases)).toEqual(['notice-ready', 'notice-ready'])
    const list = await inScope(database.db, 'authority/410300', (tx) =>
      tx.selectFrom('list').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(list).toMatchObject({ status: 'sent-back', note, decided_by_name: '王审批', prepared_by_name: '李经办' })
  })

  test('起止日期：按自然日、改期写明理由、起始日已过不能公示、跨未公布年份注明暂定', async () => {
    const [one] = await ready(1)
    if (!one) throw new Error('no case')
    const day = parseDay
    await expect(propose(handler, request([one], { from: day('2026-09-23') }))).rejects.toMatchObject({
      code: 'notice.start-passed',
    })
    await expect(
      propose(handler, request([one], { stated: { to: day('2026-10-08'), reason: '' } })),
    ).rejects.toMatchObject({ code: 'notice.reason-missing' })
    const { id } = await propose(
      handler,
      request([one], { basis: 'calendar', stated: { to: day('2026-10-12'), reason: '与国庆假期错开' } }),
    )
    await expect(publish(approver, id, 1, '2026-09-29')).rejects.toMatchObject({ code: 'notice.start-passed' })
    expect(await publish(approver, id)).toMatchObject({ from: '2026-09-28', to: '2026-10-12' })

    const [late] = await ready(1)
    if (!late) throw new Error('no case')
    const crossing = await propose(handler, request([late], { from: day('2026-12-29') }))
    await publish(approver, crossing.id)
    const shown = await asPublic((tx) =>
      tx.selectFrom('publication').selectAll().where('id', '=', crossing.id).executeTakeFirstOrThrow(),
    )
    expect(shown.provisional).toBe(true)
  })

  test('同一操作编号重发不产生第二份名单；换了内容则拒绝', async () => {
    const cases = await ready(2)
    const key = randomUUID()
    const first = await propose(handler, request(cases), '2026-09-24', key)
    expect(await propose(handler, request(cases), '2026-09-24', key)).toEqual(first)
    await expect(propose(handler, request(cases, { title: '另一份' }), '2026-09-24', key)).rejects.toMatchObject({
      code: 'act.key-reused',
    })
  })

  test('一份名单只能有一个批次的企业', async () => {
    const other = await putBatch(database.db, '另一批次')
    const strange = await putCases(database.db, { authority: '410300', batch: other, step: 'notice-ready', firms: 1 })
    const own = await ready(1)
    await expect(propose(handler, request([...own, ...strange]))).rejects.toMatchObject({ code: 'list.other-batch' })
    expect(await stepsOf(database.db, [...own, ...strange])).toEqual(['notice-ready', 'notice-ready'])
  })

  test('省级公示：各地企业同列一份名单，市级人员不能办', async () => {
    const luoyang = await putCases(database.db, { authority: '410300', batch, step: 'province-notice-ready', firms: 2 })
    const jiyuan = await putCases(database.db, { authority: '419001', batch, step: 'province-notice-ready', firms: 2 })
    const cases = [...jiyuan, ...luoyang]
    const ph = await putOfficer(database.db, '陈省办', '410000', 'handler')
    const pa = await putOfficer(database.db, '刘省批', '410000', 'approver')
    await expect(propose(handler, request(luoyang))).rejects.toMatchObject({ code: 'act.not-available' })
    const { id } = await propose(ph, request(cases))
    await publish(pa, id)
    expect(await stepsOf(database.db, cases)).toEqual(Array(4).fill('province-notice'))
    const places = await asPublic((tx) =>
      tx.selectFrom('publication_entry').select('place').where('publication', '=', id).orderBy('position').execute(),
    )
    expect(places.map(({ place }) => place)).toEqual(['410300', '410300', '419001', '419001'])
    await tick('2026-10-12')
    expect(await stepsOf(database.db, cases)).toEqual(Array(4).fill('announcement-ready'))
  })

  test('两千家一份名单：拟定、公示、期满各在一个事务内，数秒完成', async () => {
    const cases = await putCases(database.db, { authority: '410500', batch, step: 'notice-ready', firms: 2000 })
    const h = await putOfficer(database.db, '安阳经办', '410500', 'handler')
    const a = await putOfficer(database.db, '安阳审批', '410500', 'approver')
    const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
      const start = performance.now()
      return [await work, performance.now() - start]
    }
    const [{ id }, proposing] = await timed(propose(h, request(cases)))
    const [, publishing] = await timed(publish(a, id))
    const [report, ending] = await timed(tick('2026-10-10'))
    expect(report.performed['notice.end']).toBeGreaterThanOrEqual(2000)
    expect(Math.max(proposing, publishing, ending)).toBeLessThan(10_000)
  })
})
