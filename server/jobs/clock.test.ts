import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { acting, putBatch, putCases, stepsOf } from '../../test/listed.ts'
import { openDirectoryStore } from '../evidence/directoryStore.ts'
import { deliverOutbox } from '../inbox/deliver.ts'
import { inScope } from '../store/scope.ts'
import { runClock } from './clock.ts'
import { startRunner } from './runner.ts'

describe('每日时钟', () => {
  let database: TestDatabase
  let batch: string
  const tick = (day: string) => runClock(database.db, acting({ kind: 'clock' }, day))
  const listed = { list: randomUUID(), by: randomUUID() }
  const period = { from: parseDay('2026-09-01'), to: parseDay('2026-09-07') }
  const inNotice = (firms: number, authority: '410300' | '410100' = '410300') =>
    putCases(database.db, { authority, batch, step: 'notice', firms, due: period.to, state: { listed, period } })
  const acts = async (name: string) =>
    Number((await database.owner.query('select count(*) from act where act = $1', [name])).rows[0].count)

  beforeAll(async () => {
    database = await testDatabase()
    batch = await putBatch(database.db)
  })
  afterAll(() => database.close())

  test('第十二条：截止后草稿失效；补正逾期的回到审核；当天都不动', async () => {
    const draft = await putCases(database.db, {
      authority: '410300',
      batch,
      step: 'draft',
      firms: 2,
      due: parseDay('2026-08-20'),
      state: { decided: false },
    })
    const due = parseDay('2026-09-10')
    const correction = await putCases(database.db, {
      authority: '419001',
      batch,
      step: 'correction',
      firms: 1,
      due,
      state: { correction: { reasons: [], due, overdue: false } },
    })
    expect((await tick('2026-08-20')).performed).toEqual({})
    expect((await tick('2026-08-21')).performed).toEqual({ 'application.lapse': 2 })
    expect((await tick('2026-09-10')).performed).toEqual({})
    expect((await tick('2026-09-11')).performed).toEqual({ 'correction.overdue': 1 })
    expect((await tick('2026-09-11')).performed).toEqual({})
    expect(await stepsOf(database.db, [...draft, ...correction])).toEqual(['lapsed', 'lapsed', 'review'])
    const { rows } = await database.owner.query('select state, due from cases where id = $1', [correction[0]?.id])
    expect(rows[0].state.correction.overdue).toBe(true)
  })

  test('五个进程同时跑，每件只办一次', async () => {
    const cases = [...(await inNotice(40)), ...(await inNotice(30, '410100'))]
    const before = await acts('notice.end')
    const reports = await Promise.all(Array.from({ length: 5 }, () => tick('2026-09-08')))
    const performed = reports.reduce((sum, report) => sum + (report.performed['notice.end'] ?? 0), 0)
    expect(performed).toBe(70)
    expect(await acts('notice.end')).toBe(before + 70)
    expect(reports.flatMap(({ failed }) => failed)).toEqual([])
    expect(new Set(await stepsOf(database.db, cases))).toEqual(new Set(['filing-ready']))
  })

  test('停机多日之后一次补办', async () => {
    const cases = await inNotice(1)
    expect((await tick('2026-12-01')).performed).toEqual({ 'notice.end': 1 })
    expect(await stepsOf(database.db, cases)).toEqual(['filing-ready'])
  })

  test('一件记录有误的案件不耽误其余案件，并且报告出来', async () => {
    const cases = await inNotice(5)
    const broken = cases[2]?.id
    await database.owner.query(`update cases set state = state - 'period' where id = $1`, [broken])
    const report = await tick('2026-09-08')
    expect(report.performed).toEqual({ 'notice.end': 4 })
    expect(report.failed).toMatchObject([{ authority: '410300', case: broken, act: 'notice.end' }])
    await database.owner.query(`update cases set step = 'withdrawn' where id = $1`, [broken])
  })

  test('一份名单期满只给经办发一条消息；消息重复投递仍是一条', async () => {
    const list = randomUUID()
    await putCases(database.db, {
      authority: '411700',
      batch,
      step: 'notice',
      firms: 3,
      due: period.to,
      state: { listed: { ...listed, list }, period, objections: {} },
    })
    await tick('2026-09-08')
    await Promise.all([1, 2, 3].map(() => deliverOutbox(database.db, '411700', '2026-09-08T01:00:00.000Z')))
    await database.owner.query(`update outbox set delivered_at = null where authority = '411700'`)
    await deliverOutbox(database.db, '411700', '2026-09-08T01:01:00.000Z')
    const inbox = await inScope(database.db, 'authority/411700', (tx) => tx.selectFrom('inbox').selectAll().execute())
    const desk = inbox.filter(({ role }) => role !== null)
    expect(desk).toMatchObject([
      { role: 'handler', subject: list, topic: 'notice.end', payload: { firms: 3, objected: 0 } },
    ])
    expect(inbox.filter(({ enterprise }) => enterprise !== null)).toHaveLength(3)
    expect(
      await inScope(database.db, 'authority/410300', (tx) =>
        tx.selectFrom('inbox').selectAll().where('authority', '=', '411700').execute(),
      ),
    ).toEqual([])
  })

  test('运行器启动即办一次，叫醒再办一次，时间由所给的时钟决定', async () => {
    let now = '2026-09-07T15:59:59.000Z'
    const [one] = await inNotice(1)
    if (!one) throw new Error('no case')
    const errors: unknown[] = []
    const folder = await mkdtemp(join(tmpdir(), 'tidu-clock-'))
    const runner = startRunner({
      evidence: await openDirectoryStore(folder),
      wall: () => new Date().toISOString(),
      db: database.db,
      clock: { now: async () => now },
      newId: () => randomUUID(),
      random: (length) => new Uint8Array(randomBytes(length)),
      log: { error: (details) => errors.push(details) },
    })
    await runner.wake()
    expect(await stepsOf(database.db, [one])).toEqual(['notice'])
    now = '2026-09-07T16:00:00.000Z'
    expect((await runner.wake()).performed).toEqual({ 'notice.end': 1 })
    expect(await stepsOf(database.db, [one])).toEqual(['filing-ready'])
    await runner.stop()
    await rm(folder, { recursive: true })
    expect(errors).toEqual([])
  })
})
