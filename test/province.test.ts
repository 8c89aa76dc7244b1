import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerAct } from '../contract/officer-act.ts'
import { ApiProblem } from '../contract/problem.ts'
import { caseFileText } from '../regime/case-file/case-file.ts'
import { isEqual } from '../regime/case-file/check.ts'
import { readCaseFile } from '../regime/case-file/read-case-file.ts'
import { verifyCaseFile } from '../regime/case-file/verify-case-file.ts'
import type { Actor } from '../regime/jurisdiction/actor.ts'
import { type LocalCode, localAuthorities, PROVINCE } from '../regime/jurisdiction/authorities.ts'
import type { Day } from '../regime/kernel/day.ts'
import { refusalOf } from '../regime/procedure/available.ts'
import { fold } from '../regime/procedure/fold.ts'
import type { CaseState } from '../regime/procedure/state.ts'
import { isFinal, stepNames } from '../regime/procedure/steps.ts'
import { caseFile } from '../server/case/case-file.ts'
import { batchDates } from '../server/case/load.ts'
import { readActs } from '../server/case/record.ts'
import { diceOf } from '../server/demo/dice.ts'
import { DEMO_PASSWORD, demoOfficers, demoOwner } from '../server/demo/people.ts'
import { seedDemo } from '../server/demo/seed.ts'
import { findChainFault } from '../server/journal/verify.ts'
import { readLaw } from '../server/law/readLaw.ts'
import { authorityScope, inScope, type Scope } from '../server/store/scope.ts'
import { type TestApp, testApp } from './app.ts'

/** The whole demo province, entered once: what must hold of every case, every chain and every pair of eyes. */
describe('演示省份', () => {
  let house: TestApp

  beforeAll(async () => {
    house = await testApp()
    const options = { db: house.database.db, evidence: house.evidence, law: readLaw(), wall: house.time.wall }
    // The first start is broken off before the cases are entered; the second goes on from there.
    const broken = seedDemo(options, (line) => {
      if (line.includes('申报')) throw new Error('the machine went down')
    })
    await expect(broken).rejects.toThrow('the machine went down')
    await seedDemo(options, () => undefined)
  }, 180_000)
  afterAll(() => house.close())

  const query = async <R>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.owner.query(text, values)).rows as R[]

  test('每一环节都有案件在等待，60 家企业都有三年数据', async () => {
    const rows = await query<{ step: string; n: number }>(
      'select step, count(*)::integer as n from cases group by step',
    )
    const waiting = new Map(rows.map(({ step, n }) => [step, n]))
    const expected = stepNames.filter((step) => !isFinal(step) && step !== 'objection' && step !== 'province-objection')
    for (const step of expected) expect(waiting.get(step) ?? 0, step).toBeGreaterThan(0)
    for (const step of ['announced', 'rejected', 'withdrawn']) expect(waiting.get(step) ?? 0, step).toBeGreaterThan(0)
    const years = await query<{ n: number }>(
      "select count(distinct split_part(path, '/', 3))::integer as n from fact where path like '/years/%' group by enterprise",
    )
    expect(years.map(({ n }) => n)).toEqual(Array(60).fill(3))
  })

  test('走过材料审核的企业，自评都达到标准', async () => {
    const rows = await query<{ outcome: string }>(
      "select distinct outcome from cases where step not in ('draft', 'review', 'review-approval', 'correction', 'rejected', 'withdrawn')",
    )
    expect(rows).toEqual([{ outcome: 'met' }])
  })

  test('R7.3 由行为记录重放得到每个案件的状态，与登记的完全一致', async () => {
    const rows = await query<{ authority: string; id: string; state: object; step: string; seq: number }>(
      'select authority, id, state, step, seq from cases',
    )
    expect(rows.length).toBeGreaterThan(50)
    for (const { authority, id, state, step, seq } of rows) {
      const acts = await inScope(house.database.db, authorityScope(authority as never), (tx) =>
        readActs(tx, authority, id),
      )
      const folded = fold(acts)
      expect(JSON.parse(JSON.stringify(folded))).toEqual(state)
      expect([folded.step, folded.seq]).toEqual([step, seq])
    }
  })

  test('R7.3 每个办结的审批都记有办理单位，经办与审批为两人', async () => {
    const rows = await query<{ subject: string; act: string; person: string; office: string }>(
      "select subject, act, person, office from act where subject_kind = 'case' and act ~ '^(review|visit)[.](accept|confirm)$' order by subject, subject_seq",
    )
    expect(rows.length).toBeGreaterThan(40)
    for (const [index, row] of rows.entries()) {
      expect(row.office).toMatch(/^41\d{4}$/)
      const before = rows[index - 1]
      if (row.act.endsWith('confirm') && before?.subject === row.subject) expect(row.person).not.toBe(before.person)
    }
  })

  test('B3 已提交案件重新评价，结果与提交时逐字节相同（R8.1 批次固定标准版本）', async () => {
    const law = readLaw()
    const rows = await query<{ facts: Record<string, unknown>; result: object; standard: string; edition: string }>(
      'select s.facts, s.result, b.standard, b.edition from submission s join cases c on c.submission = s.id join batch b on b.id = c.batch',
    )
    expect(rows.length).toBeGreaterThan(45)
    for (const { facts, result, standard, edition } of rows) {
      const { explanation: _, ...again } = await inScope(house.database.db, 'public', (tx) =>
        law.evaluate(tx, { standard, edition }, facts),
      )
      expect(again).toEqual(result)
      expect(again.edition).toBe(edition)
    }
  })

  test('B3 每个已提交案件的案卷，主管部门、省厅和企业拿到的都逐项复核一致', async () => {
    const law = readLaw()
    const rows = await query<{ id: string; authority: LocalCode; enterprise: string }>(
      'select id, authority, enterprise from cases where submission is not null order by id',
    )
    expect(rows.length).toBeGreaterThan(45)
    const person = randomUUID()
    for (const { id, authority, enterprise } of rows) {
      const readers: readonly Actor[] = [
        { kind: 'officer', person, authority, roles: ['handler'] },
        { kind: 'officer', person, authority: PROVINCE, roles: ['leader'] },
        { kind: 'firm', person, enterprise, authority, role: 'member' },
      ]
      for (const reader of readers) {
        const text = caseFileText(await caseFile(house.database.db, law, reader, id))
        const wrong = verifyCaseFile(readCaseFile(JSON.parse(text))).filter((check) => !isEqual(check))
        expect(wrong, `${id} ${reader.kind}`).toEqual([])
      }
    }
  })

  test('R5.2 洛阳的人员用任何查询都看不到其他地区的任何一行', async () => {
    const tables = await query<{ name: string }>(
      "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'public' and obj_description(c.oid) like 'by authority%' order by 1",
    )
    expect(tables.length).toBeGreaterThan(15)
    const own = await query<{ id: string }>("select id from enterprise where authority = '410300' order by id limit 1")
    // What is public may be read by everybody; that is tested where it is published.
    const published = new Set(['publication', 'publication_entry', 'title'])
    const scopes: readonly Scope[] = [
      'authority/410300',
      `enterprise/410300/${own[0]?.id}`,
      `person/${demoOwner(0).id}`,
      'public',
      'identity',
    ]
    const dice = diceOf(5)
    const conditions = [
      "authority <> '410300'",
      "authority = '410100'",
      'true',
      "authority in (select authority from enterprise where authority <> '410300')",
      "not (authority = '410300' and true)",
      "authority || '' like '4101%'",
      "exists (select 1 from cases c2 where c2.authority <> '410300' and c2.authority = t.authority)",
    ]
    for (const scope of scopes) {
      for (const { name } of tables.filter((table) => !published.has(table.name))) {
        const where = Array.from({ length: 2 }, () => dice.pick(conditions)).join(dice.chance(0.5) ? ' or ' : ' and ')
        for (const condition of [where, ...conditions]) {
          const rows = await inScope(house.database.db, scope, (tx) =>
            sql<{
              authority: string
            }>`select t.authority from ${sql.table(name)} t where ${sql.raw(condition)}`.execute(tx),
          ).catch((error: Error) => {
            expect(error.message, `${scope} ${name}`).toMatch(/permission denied/)
            return { rows: [] }
          })
          const foreign = rows.rows.filter(({ authority }) => authority !== '410300')
          expect(foreign, `${scope}: select from ${name} where ${condition}`).toEqual([])
        }
      }
    }
  }, 60_000)

  test('R5.2 洛阳的人员写不进其他地区，改不了其他地区', async () => {
    const scope: Scope = 'authority/410300'
    const changed = await inScope(house.database.db, scope, (tx) =>
      sql`update cases set due = null where authority = '410100'`.execute(tx),
    )
    expect(Number(changed.numAffectedRows)).toBe(0)
    const insert = inScope(house.database.db, scope, (tx) =>
      sql`insert into chain_head (authority, position, digest) values ('410200', 0, 'x')`.execute(tx),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
    const remove = inScope(house.database.db, scope, (tx) =>
      sql`delete from act where authority = '410300'`.execute(tx),
    )
    await expect(remove).rejects.toThrow(/permission denied/)
  })

  test('R5.2 R5.3 任意人员、任意案件、任意行为：接口的答复与程序表、管辖完全一致', async () => {
    const { db } = house.database
    const dice = diceOf(20260901)
    const cases = await query<{ id: string; authority: string }>('select id, authority from cases order by id')
    const sessions = new Map<string, ReturnType<TestApp['visitor']>>()
    for (const [index, officer] of demoOfficers.entries()) {
      const visitor = house.visitor({ ip: `10.1.0.${index + 1}` })
      await visitor.login(officer.login, DEMO_PASSWORD)
      sessions.set(officer.id, visitor)
    }
    const reasons = [{ code: 'other', text: '请补充说明' }]
    const refused = [{ code: 'standard-not-met', text: '得分不足' }]
    const wishes: readonly Pick<OfficerAct, 'act' | 'payload'>[] = [
      { act: 'review.accept', payload: {} },
      { act: 'review.reject', payload: { reasons: refused } },
      { act: 'review.return', payload: { reasons, due: '2026-09-10' as Day } },
      { act: 'review.confirm', payload: {} },
      { act: 'review.send-back', payload: { note: '请再核对' } },
      { act: 'visit.accept', payload: {} },
      { act: 'visit.reject', payload: { reasons: refused } },
      { act: 'visit.confirm', payload: {} },
      { act: 'visit.send-back', payload: { note: '请再核对' } },
      { act: 'spot-check.accept', payload: { on: '2026-09-01' as Day, by: ['演示甲', '演示乙'], findings: '属实' } },
      { act: 'spot-check.confirm', payload: {} },
      { act: 'spot-check.send-back', payload: { note: '请再核对' } },
    ] as never
    const runs = Number(process.env.TIDU_PERMISSIONS ?? 700)
    const seen = new Map<string, number>()
    for (let run = 0; run < runs; run++) {
      const officer = dice.pick(demoOfficers)
      const { id, authority } = dice.pick(cases)
      const wish = dice.pick(wishes)
      const actor: Actor = { kind: 'officer', person: officer.id, authority: officer.authority, roles: officer.roles }
      const [row] = await query<{ state: CaseState; enterprise: string; batch: string }>(
        'select state, enterprise, batch from cases where id = $1',
        [id],
      )
      if (!row) throw new Error('no case')
      const dates = await inScope(db, `province/${PROVINCE}`, (tx) => batchDates(tx, row.batch))
      const view = { ...dates, authority, enterprise: row.enterprise, state: row.state, today: '2026-09-01' as Day }
      const visible = officer.authority === PROVINCE || officer.authority === authority
      const expected = visible ? (refusalOf(wish.act, actor, view, wish.payload as never) ?? 'done') : 'case.not-found'
      const body = { ...wish, baseSeq: row.state.seq } as OfficerAct
      const client = sessions.get(officer.id)?.client as ReturnType<TestApp['visitor']>['client']
      const answer = await client.cases.act({ params: { case: id }, body }, { key: randomUUID() }).then(
        () => 'done',
        (problem: unknown) => (problem instanceof ApiProblem ? problem.code : String(problem)),
      )
      expect(answer, `${officer.login} ${wish.act} on ${view.state.step}`).toBe(expected)
      seen.set(expected, (seen.get(expected) ?? 0) + 1)
    }
    for (const code of [
      'done',
      'case.not-found',
      'act.not-your-role',
      'act.not-available',
      'act.not-your-jurisdiction',
    ])
      expect(seen.get(code) ?? 0, code).toBeGreaterThan(0)
  }, 120_000)

  test('B6 每个主管部门的行为链完整；改动任何一条都会被发现', async () => {
    const faultOf = (code: string) =>
      inScope(house.database.db, authorityScope(code as never), (tx) => findChainFault(tx, code))
    for (const { code } of localAuthorities) expect(await faultOf(code)).toBeUndefined()
    await query('update act set payload = payload || \'{"note": "改"}\' where authority = \'410300\' and position = 7')
    expect(await faultOf('410300')).toEqual({ position: 7, fault: 'payload' })
    await query("update act set at = at + interval '1 second' where authority = '410100' and position = 3")
    expect(await faultOf('410100')).toEqual({ position: 3, fault: 'digest' })
    await query("delete from act where authority = '411300' and position = 2")
    expect(await faultOf('411300')).toEqual({ position: 2, fault: 'gap' })
  })
})
