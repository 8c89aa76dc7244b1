import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { acting, type Officer, putBatch, putCases, putOfficer, stepsOf } from '../../test/listed.ts'
import { readCalendar } from '../calendar/read.ts'
import { runClock } from '../jobs/clock.ts'
import { proposeNotice } from '../notice/propose.ts'
import { publishNotice } from '../notice/publish.ts'
import { inScope } from '../store/scope.ts'
import { confirmOpinion } from './confirm.ts'
import { proposeOpinion } from './propose.ts'
import { followObjection, getObjection, readObjections } from './read.ts'
import { newReceipt, readReceipt } from './receipt.ts'
import { receiveObjection } from './receive.ts'
import { revealObjector } from './reveal.ts'
import { sendOpinionBack } from './sendBack.ts'

const calendar = readCalendar()
const NAME = '钱实名举报'
const CONTACT = '13800001234'

describe('公示异议（第十七条）', () => {
  let database: TestDatabase
  let batch: string
  let handler: Officer
  let approver: Officer
  let both: Officer
  let leader: Officer
  let stranger: Officer
  let provincial: Officer

  /** A notice from 1 to 7 September with so many firms. */
  const inNotice = async (firms: number) => {
    const cases = await putCases(database.db, { authority: '410300', batch, step: 'notice-ready', firms })
    const from = parseDay('2026-09-01')
    const { id } = await proposeNotice(database.db, calendar, acting(handler, '2026-08-31'), {
      batch,
      title: '拟备案名单',
      from,
      basis: 'workday',
      days: 5,
      contact: { phone: '0379-60000000' },
      cases,
    })
    await publishNotice(database.db, acting(approver, '2026-08-31'), { list: id, baseSeq: 1 })
    const entries = await inScope(database.db, 'authority/410300', (tx) =>
      tx.selectFrom('list_entry').selectAll().where('list', '=', id).orderBy('position').execute(),
    )
    return { id, entries, cases: entries.map((entry) => ({ authority: '410300', id: entry.case_id })) }
  }
  const object = (notice: string, entry: string | undefined, day = '2026-09-02', reason = '研发费用与年报不符') =>
    receiveObjection(database.db, acting({ kind: 'public' }, day), {
      authority: '410300',
      notice,
      entry: entry ?? '',
      name: NAME,
      contact: CONTACT,
      reason,
    })
  const idOf = async (receipt: string) =>
    inScope(
      database.db,
      'authority/410300',
      async (tx) =>
        (await tx.selectFrom('objection').select('id').where('receipt', '=', receipt).executeTakeFirstOrThrow()).id,
    )
  const opine = (who: Officer, objection: string, outcome: 'upheld' | 'unfounded', baseVersion = 1) =>
    proposeOpinion(database.db, acting(who, '2026-09-03'), {
      objection,
      outcome,
      reasons: '经调阅年报核实',
      baseVersion,
    })
  const confirm = (who: Officer, objection: string, baseVersion = 2) =>
    confirmOpinion(database.db, acting(who, '2026-09-04'), { objection, baseVersion })
  const tick = (day: string) => runClock(database.db, acting({ kind: 'clock' }, day))

  beforeAll(async () => {
    database = await testDatabase()
    batch = await putBatch(database.db)
    handler = await putOfficer(database.db, '李经办', '410300', 'handler')
    approver = await putOfficer(database.db, '王审批', '410300', 'approver')
    both = await putOfficer(database.db, '赵兼任', '410300', 'handler', 'approver')
    leader = await putOfficer(database.db, '孙领导', '410300', 'leader', 'verifier')
    stranger = await putOfficer(database.db, '周郑州', '410100', 'handler', 'approver')
    provincial = await putOfficer(database.db, '陈省办', '410000', 'handler', 'approver')
  })
  afterAll(() => database.close())

  test('R9.10 异议成立：只移出这一家，其余照常期满；公开名单注明移出日期，其他异议并案', async () => {
    const { id, entries, cases } = await inNotice(3)
    const { receipt } = await object(id, entries[1]?.id)
    const second = await object(id, entries[1]?.id, '2026-09-03', '知识产权转让不满一年')
    const objection = await idOf(receipt)
    await opine(handler, objection, 'upheld')
    expect(await confirm(approver, objection)).toEqual({ status: 'upheld', step: 'removed' })
    expect(await stepsOf(database.db, cases)).toEqual(['notice', 'removed', 'notice'])
    const shown = await inScope(database.db, 'public', (tx) =>
      tx
        .selectFrom('publication_entry')
        .select('removed_on')
        .where('publication', '=', id)
        .orderBy('position')
        .execute(),
    )
    expect(shown.map(({ removed_on }) => removed_on)).toEqual([null, '2026-09-04', null])
    expect(await followObjection(database.db, second.receipt)).toMatchObject({ status: 'joined' })
    await tick('2026-09-08')
    expect(await stepsOf(database.db, cases)).toEqual(['filing-ready', 'removed', 'filing-ready'])
    await expect(object(id, entries[1]?.id)).rejects.toMatchObject({ code: 'list.not-on-it' })
  })

  test('期满时异议未处理完的案件等待；不成立的继续办理', async () => {
    const { id, entries, cases } = await inNotice(2)
    const first = await idOf((await object(id, entries[0]?.id)).receipt)
    const second = await idOf((await object(id, entries[0]?.id, '2026-09-07')).receipt)
    await tick('2026-09-08')
    expect(await stepsOf(database.db, cases)).toEqual(['objection', 'filing-ready'])
    await opine(handler, first, 'unfounded')
    await confirm(approver, first)
    expect(await stepsOf(database.db, cases)).toEqual(['objection', 'filing-ready'])
    await opine(handler, second, 'unfounded')
    expect(await confirm(approver, second)).toEqual({ status: 'unfounded', step: 'filing-ready' })
  })

  test('公示期内处理完毕、异议不成立的，公示照常进行', async () => {
    const { id, entries, cases } = await inNotice(1)
    const objection = await idOf((await object(id, entries[0]?.id)).receipt)
    await opine(handler, objection, 'unfounded')
    expect(await confirm(approver, objection)).toMatchObject({ step: 'notice' })
    await tick('2026-09-08')
    expect(await stepsOf(database.db, cases)).toEqual(['filing-ready'])
  })

  test('公示期外、名单外不能提出', async () => {
    const { id, entries } = await inNotice(1)
    await expect(object(id, entries[0]?.id, '2026-08-31')).rejects.toMatchObject({ code: 'objection.period-over' })
    await expect(object(id, entries[0]?.id, '2026-09-08')).rejects.toMatchObject({ code: 'objection.period-over' })
    await expect(object(id, id)).rejects.toMatchObject({ code: 'notice.not-found' })
  })

  test('第七条：提出意见和审批不是同一人；退回后可以改意见；看过旧内容的不能审批', async () => {
    const { id, entries } = await inNotice(1)
    const objection = await idOf((await object(id, entries[0]?.id)).receipt)
    await opine(both, objection, 'upheld')
    await expect(confirm(both, objection)).rejects.toMatchObject({ code: 'act.same-person' })
    await expect(confirm(stranger, objection)).rejects.toMatchObject({ code: 'objection.not-found' })
    const note = '请补充核实材料'
    await sendOpinionBack(database.db, acting(approver, '2026-09-04'), { objection, baseVersion: 2, note })
    await expect(opine(handler, objection, 'unfounded', 2)).rejects.toMatchObject({ code: 'act.stale' })
    await opine(handler, objection, 'unfounded', 3)
    await expect(confirm(approver, objection, 2)).rejects.toMatchObject({ code: 'act.stale' })
    expect(await confirm(approver, objection, 4)).toMatchObject({ status: 'unfounded' })
  })

  test('异议人身份：只有发布机关的经办和审批能看，每看一次记一次；别处不留', async () => {
    const { id, entries } = await inNotice(1)
    const { receipt } = await object(id, entries[0]?.id)
    const objection = await idOf(receipt)
    const look = (who: Officer) =>
      revealObjector(database.db, acting(who, '2026-09-03'), { objection, purpose: '请异议人补充合同' })
    expect(await look(handler)).toEqual({ name: NAME, contact: CONTACT })
    await look(approver)
    for (const who of [stranger, provincial])
      await expect(look(who)).rejects.toMatchObject({ code: 'objection.not-found' })
    await expect(look(leader)).rejects.toMatchObject({ code: 'act.not-your-role' })
    await expect(getObjection(database.db, leader, parseDay('2026-09-03'), objection)).rejects.toMatchObject({
      code: 'act.not-your-role',
    })

    const { objection: read, acts } = await getObjection(database.db, handler, parseDay('2026-09-03'), objection)
    expect(JSON.stringify({ read, acts })).not.toContain(CONTACT)
    const looks = acts.filter(({ act }) => act === 'objection.reveal')
    expect(looks.map(({ by, payload }) => [by, payload.purpose])).toEqual([
      ['李经办', '请异议人补充合同'],
      ['王审批', '请异议人补充合同'],
    ])
    for (const table of ['act', 'idempotency', 'outbox', 'cases', 'objection', 'list_entry']) {
      const { rows } = await database.owner.query(`select row_to_json(t)::text as text from ${table} t`)
      const leaks = rows.filter(({ text }) => text.includes(CONTACT) || text.includes(NAME))
      expect(leaks, table).toEqual([])
    }
  })

  test('R9.10 省级公示的异议由省厅两人办理，市级看不到；成立的只移出这一家', async () => {
    const luoyang = await putCases(database.db, { authority: '410300', batch, step: 'province-notice-ready', firms: 1 })
    const jiyuan = await putCases(database.db, { authority: '419001', batch, step: 'province-notice-ready', firms: 1 })
    const decider = await putOfficer(database.db, '刘省批', '410000', 'approver')
    const { id } = await proposeNotice(database.db, calendar, acting(provincial, '2026-08-31'), {
      batch,
      title: '拟公告名单',
      from: parseDay('2026-09-01'),
      basis: 'calendar',
      days: 7,
      contact: { phone: '0371-60000000' },
      cases: [...luoyang, ...jiyuan],
    })
    await publishNotice(database.db, acting(decider, '2026-08-31'), { list: id, baseSeq: 1 })
    const entries = await inScope(database.db, 'public', (tx) =>
      tx.selectFrom('publication_entry').selectAll().where('publication', '=', id).orderBy('position').execute(),
    )
    const { receipt } = await receiveObjection(database.db, acting({ kind: 'public' }, '2026-09-02'), {
      authority: '410000',
      notice: id,
      entry: entries[1]?.id ?? '',
      name: NAME,
      contact: CONTACT,
      reason: '与另一家企业共用同一专利',
    })
    expect(receipt).toMatch(/^YY-410000-/)
    const { rows } = await readObjections(database.db, provincial, 1, 50)
    const objection = rows.find((row) => row.receipt === receipt)?.id ?? ''
    expect((await readObjections(database.db, handler, 1, 200)).rows.map((row) => row.receipt)).not.toContain(receipt)
    await expect(opine(handler, objection, 'upheld')).rejects.toMatchObject({ code: 'objection.not-found' })
    await opine(provincial, objection, 'upheld')
    await expect(confirm(provincial, objection)).rejects.toMatchObject({ code: 'act.same-person' })
    expect(await confirm(decider, objection)).toEqual({ status: 'upheld', step: 'removed' })
    await tick('2026-09-08')
    expect(await stepsOf(database.db, [...luoyang, ...jiyuan])).toEqual(['announcement-ready', 'removed'])
  })

  test('省级人员读不到市级公示的异议，公众只能凭回执编号看结果', async () => {
    const { id, entries } = await inNotice(1)
    const { receipt } = await object(id, entries[0]?.id)
    const objection = await idOf(receipt)
    await expect(getObjection(database.db, provincial, parseDay('2026-09-03'), objection)).rejects.toMatchObject({
      code: 'objection.not-found',
    })
    const page = await readObjections(database.db, provincial, 1, 50)
    expect(page.rows.map((row) => row.receipt)).not.toContain(receipt)
    for (const scope of ['public', 'province/410000', 'authority/410100'] as const)
      for (const table of ['objection', 'objector'] as const)
        expect(
          await inScope(database.db, scope, (tx) =>
            tx.selectFrom(table).selectAll().where('authority', '=', '410300').execute(),
          ),
        ).toEqual([])
    const typed = ` ${receipt.toLowerCase().replace('yy', 'ｙｙ')} `
    expect(await followObjection(database.db, typed)).toMatchObject({ status: 'open', receipt })
    for (const wrong of ['', 'YY-410300-AAAA-AAAA-AAAA', 'YY-999999-AAAA-AAAA-AAAA', "'; drop table objection"])
      await expect(followObjection(database.db, wrong)).rejects.toMatchObject({ code: 'objection.not-found' })
  })
})

describe('回执编号', () => {
  test('一千个编号各不相同，都能读回所属机关', () => {
    const receipts = Array.from({ length: 1000 }, () => newReceipt('419001', (n) => new Uint8Array(randomBytes(n))))
    expect(new Set(receipts).size).toBe(1000)
    for (const receipt of receipts) expect(readReceipt(receipt)).toEqual({ receipt, authority: '419001' })
  })
})
