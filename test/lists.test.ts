import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localAuthorities, PROVINCE } from '../regime/jurisdiction/authorities.ts'
import { parseDay } from '../regime/kernel/day.ts'
import { deliverOutbox } from '../server/inbox/deliver.ts'
import { runClock } from '../server/jobs/clock.ts'
import { inScope } from '../server/store/scope.ts'
import { type TestApp, testApp, type Visitor } from './app.ts'
import { acting, putBatch, putCases } from './listed.ts'

/** Notices, objections, filings, announcements, register and look-ups as people reach them: over HTTP. */
describe('公示、备案、公告、名单查询（接口）', () => {
  let house: TestApp
  let batch: string
  const people = new Map<string, Visitor>()
  const as = (name: string): Visitor['client'] => {
    const visitor = people.get(name)
    if (!visitor) throw new Error(`nobody called ${name}`)
    return visitor.client
  }
  let address = 0
  const anyone = () => {
    address += 1
    return house.visitor({ ip: `10.9.${Math.floor(address / 250)}.${(address % 250) + 1}` }).client
  }
  const refused = async (answer: Promise<unknown>): Promise<string> =>
    answer.then(
      () => 'done',
      (problem: { code: string }) => problem.code,
    )
  const on = (day: string) => {
    house.time.law = `${day}T01:00:00.000Z`
  }
  const dayPasses = async (day: string) => {
    on(day)
    await runClock(house.database.db, acting({ kind: 'clock' }, day))
  }

  const posts = {
    洛阳经办: ['410300', 'handler'],
    洛阳审批: ['410300', 'approver'],
    洛阳兼任: ['410300', 'handler', 'approver'],
    洛阳领导: ['410300', 'leader', 'verifier'],
    郑州兼任: ['410100', 'handler', 'approver'],
    省经办: [PROVINCE, 'handler'],
    省审批: [PROVINCE, 'approver'],
    省兼任: [PROVINCE, 'handler', 'approver'],
  } as const

  beforeAll(async () => {
    house = await testApp()
    batch = await putBatch(house.database.db)
    for (const [index, [name, [authority, ...roles]]] of Object.entries(posts).entries()) {
      const login = `officer${index}@example.org`
      await house.account({ login, name: name.slice(0, 4), officer: { authority, roles } as never })
      const visitor = house.visitor({ ip: `10.8.0.${index + 1}` })
      await visitor.login(login)
      people.set(name, visitor)
    }
  })
  afterAll(() => house.close())

  const contact = { phone: '0379-60000000', email: 'gs@example.org', address: '洛阳市演示路 1 号' }
  const proposal = (cases: readonly { authority: string; id: string }[], from = '2026-09-02') => ({
    batch,
    title: '洛阳市拟备案创新型中小企业名单',
    from: parseDay(from),
    basis: 'workday' as const,
    days: 5,
    contact,
    cases: cases as never,
  })
  const firms = (
    step: 'notice-ready' | 'filing-ready' | 'announcement-ready',
    count: number,
    name?: (n: number) => string,
  ) => putCases(house.database.db, { authority: '410300', batch, step, firms: count, ...(name && { name }) })

  test('R9.5 R7.2 从拟定到公示：经办看到可列入的企业和默认公示期，公众看到起止日期、联系方式和名单', async () => {
    on('2026-09-01')
    const cases = await firms('notice-ready', 3)
    const ready = await as('洛阳经办').lists.ready({ query: { kind: 'notice' } })
    expect(ready.batch).toMatchObject({ id: batch, noticeBasis: 'workday', noticeDays: 5 })
    expect(ready.cases.map(({ id }) => id).sort()).toEqual(cases.map(({ id }) => id).sort())
    expect(ready.suggestedFrom).toBe('2026-09-02')
    const period = await as('洛阳经办').notices.period({
      query: { from: parseDay('2026-09-24'), basis: 'workday', days: 5 },
    })
    expect(period).toMatchObject({ to: '2026-10-08', counted: 5, provisional: false })
    expect(period.strip.find(({ day }) => day === '2026-09-25')).toMatchObject({ workday: false, name: '中秋节' })

    const { id } = await as('洛阳经办').notices.propose({ body: proposal(cases) })
    expect(await refused(anyone().notices.get({ params: { authority: '410300', notice: id } }))).toBe(
      'notice.not-found',
    )
    const list = await as('洛阳审批').lists.get({ params: { list: id } })
    expect(list.available.map(({ act }) => act).sort()).toEqual(['notice.publish', 'notice.unlist'])
    await as('洛阳审批').notices.publish({ params: { list: id }, body: { baseSeq: list.seq } })

    const { notice, firms: shown } = await anyone().notices.get({ params: { authority: '410300', notice: id } })
    expect(notice).toMatchObject({
      from: '2026-09-02',
      to: '2026-09-08',
      state: 'ahead',
      office: '洛阳市工业和信息化局',
      contact,
    })
    expect(shown.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['id', 'name', 'place', 'position', 'removedOn', 'uscc'])
    on('2026-09-02')
    const running = await anyone().notices.list({ query: { place: '410300' } })
    expect(running.notices.map((one) => [one.id, one.state, one.daysLeft])).toContainEqual([id, 'running', 6])
    const home = await anyone().home.read()
    expect(home.notices.map((one) => one.id)).toContain(id)

    await dayPasses('2026-09-09')
    const past = await anyone().notices.list({ query: { state: 'ended' } })
    expect(past.notices.map((one) => one.id)).toContain(id)
    expect((await anyone().notices.get({ params: { authority: '410300', notice: id } })).notice.state).toBe('ended')
  })

  test('R9.10 第十七条 异议从提出到处理：回执、身份记录、两人办理、公众查询', async () => {
    on('2026-09-10')
    const cases = await firms('notice-ready', 2)
    const { id } = await as('洛阳经办').notices.propose({ body: proposal(cases, '2026-09-10') })
    await as('洛阳审批').notices.publish({ params: { list: id }, body: { baseSeq: 1 } })
    const params = { authority: '410300' as const, notice: id }
    const { firms: shown } = await anyone().notices.get({ params })
    const entry = shown[0]?.id ?? ''
    const body = {
      entry,
      name: '钱某某',
      contact: '13800001234',
      reason: '研发费用与年报不一致，见附件。',
      evidence: [],
    }
    expect(await refused(anyone().objections.receive({ params, body: { ...body, name: '' } }))).toBe('request.invalid')
    expect(await refused(anyone().objections.receive({ params, body: { ...body, contact: '微信' } }))).toBe(
      'request.invalid',
    )
    expect(await refused(anyone().objections.receive({ params, body: { ...body, evidence: [randomUUID()] } }))).toBe(
      'evidence.not-found',
    )
    const key = randomUUID()
    const objector = anyone()
    const { receipt } = await objector.objections.receive({ params, body }, { key })
    expect(await objector.objections.receive({ params, body }, { key })).toMatchObject({ receipt })

    const desk = await as('洛阳经办').objections.list()
    const waiting = desk.objections.find((one) => one.receipt === receipt)
    const objection = waiting?.id ?? ''
    expect(JSON.stringify(desk)).not.toContain('13800001234')
    const detail = await as('洛阳经办').objections.get({ params: { objection } })
    expect(detail.available.map(({ act }) => act)).toEqual(['objection.propose'])
    for (const stranger of ['郑州兼任', '省兼任'])
      expect(await refused(as(stranger).objections.get({ params: { objection } })), stranger).toBe(
        'objection.not-found',
      )
    const purpose = '请异议人补充材料'
    expect(await refused(as('洛阳领导').objections.reveal({ params: { objection }, body: { purpose } }))).toBe(
      'act.not-your-role',
    )
    expect(await as('洛阳经办').objections.reveal({ params: { objection }, body: { purpose } })).toEqual({
      name: '钱某某',
      contact: '13800001234',
    })
    await as('洛阳兼任').objections.propose({
      params: { objection },
      body: { outcome: 'upheld', reasons: '经核实，年报与自评表不一致。', baseVersion: 1 },
    })
    expect((await anyone().objections.follow({ params: { receipt } })).opinion).toBeNull()
    expect(await refused(as('洛阳兼任').objections.confirm({ params: { objection }, body: { baseVersion: 2 } }))).toBe(
      'act.same-person',
    )
    await as('洛阳审批').objections.confirm({ params: { objection }, body: { baseVersion: 2 } })
    expect(await anyone().objections.follow({ params: { receipt } })).toMatchObject({
      status: 'upheld',
      opinion: '经核实，年报与自评表不一致。',
      decidedOn: '2026-09-10',
    })
    const { acts } = await as('洛阳审批').objections.get({ params: { objection } })
    expect(acts.map(({ label, by }) => [label, by])).toEqual([
      ['收到异议', ''],
      ['查看异议人身份', '洛阳经办'],
      ['经办提出处理意见', '洛阳兼任'],
      ['审批同意处理意见', '洛阳审批'],
    ])
    const after = await anyone().notices.get({ params })
    expect(after.firms.map(({ removedOn }) => removedOn)).toEqual(['2026-09-10', null])
  })

  test('一个地址十五分钟内最多提十条异议、查三十次回执，编号不能穷举', async () => {
    const visitor = house.visitor({ ip: '10.7.0.1' }).client
    const codes: string[] = []
    for (let n = 0; n < 32; n++)
      codes.push(await refused(visitor.objections.follow({ params: { receipt: `YY-410300-AAAA-AAAA-AA${n}` } })))
    expect(codes.slice(0, 30)).toEqual(Array(30).fill('objection.not-found'))
    expect(codes.slice(30)).toEqual(Array(2).fill('session.too-many-attempts'))
    const params = { authority: '410300' as const, notice: randomUUID() }
    const body = {
      entry: randomUUID(),
      name: '钱某某',
      contact: '13800001234',
      reason: '反复提交的同一异议。',
      evidence: [],
    }
    const answers: string[] = []
    for (let n = 0; n < 11; n++) answers.push(await refused(visitor.objections.receive({ params, body })))
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('notice.not-found'))
    expect(answers[10]).toBe('session.too-many-attempts')
  })

  test('R9.6 R9.7 省厅看到各地报来的备案，连同声明；市级之间互不可见', async () => {
    const cases = await firms('filing-ready', 2)
    const { id } = await as('洛阳经办').filings.propose({
      body: { batch, title: '洛阳市备案名单（一）', cases: cases as never },
    })
    expect(await refused(as('省经办').lists.get({ params: { list: id } }))).toBe('done')
    expect((await as('省经办').lists.list({ query: { kind: 'filing' } })).lists.map((one) => one.id)).not.toContain(id)
    expect(await refused(as('郑州兼任').lists.get({ params: { list: id } }))).toBe('list.not-found')
    const wrong = as('洛阳审批').filings.file({ params: { list: id }, body: { baseSeq: 1, declared: false as never } })
    expect(await refused(wrong)).toBe('request.invalid')
    const { declaration } = await as('洛阳审批').filings.file({
      params: { list: id },
      body: { baseSeq: 1, declared: true },
    })
    const filed = (await as('省经办').lists.list({ query: { kind: 'filing' } })).lists.find((one) => one.id === id)
    expect(filed).toMatchObject({ status: 'approved', declaration, decidedBy: '洛阳审批', firms: 2 })
  })

  test('R5.2 R7.3 任意岗位、任意名单、任意办理：只有有管辖权、有岗位、非经办本人的人能办', async () => {
    const kinds = {
      notice: { local: 'notice-ready', province: 'province-notice-ready' },
      filing: { local: 'filing-ready' },
      announcement: { province: 'announcement-ready' },
    } as const
    for (const [kind, steps] of Object.entries(kinds))
      for (const [level, step] of Object.entries(steps)) {
        const makers = level === 'local' ? ['洛阳经办', '洛阳兼任'] : ['省经办', '省兼任']
        for (const maker of makers) {
          const cases = await putCases(house.database.db, { authority: '410300', batch, step, firms: 2 })
          const common = { batch, title: '权限测试用的名单', cases: cases as never }
          const propose = (who: string): Promise<{ id: string }> => {
            if (kind === 'notice')
              return as(who).notices.propose({ body: { ...proposal(cases, '2026-09-11'), ...common } })
            if (kind === 'filing') return as(who).filings.propose({ body: common })
            const validity = { validFrom: parseDay('2026-01-01'), validTo: parseDay('2028-12-31') }
            return as(who).announcements.propose({
              body: { ...common, ...validity, documentNumber: '演示〔2026〕1号' },
            })
          }
          const decide = (who: string, list: string): Promise<unknown> => {
            if (kind === 'notice') return as(who).notices.publish({ params: { list }, body: { baseSeq: 1 } })
            if (kind === 'filing')
              return as(who).filings.file({ params: { list }, body: { baseSeq: 1, declared: true } })
            return as(who).announcements.publish({ params: { list }, body: { baseSeq: 1 } })
          }
          const allowed = level === 'local' ? ['洛阳经办', '洛阳兼任'] : ['省经办', '省兼任']
          for (const who of Object.keys(posts).filter((name) => !allowed.includes(name)))
            expect(await refused(propose(who)), `${who} 拟定 ${level} ${kind}`).toMatch(/^act\.not-|^case\.not-found$/)
          const { id } = await propose(maker)
          const mayDecide = (level === 'local' ? ['洛阳审批', '洛阳兼任'] : ['省审批', '省兼任']).filter(
            (who) => who !== maker,
          )
          const entries = await inScope(house.database.db, `province/${PROVINCE}`, (tx) =>
            tx.selectFrom('list_entry').select('id').where('list', '=', id).execute(),
          )
          for (const who of Object.keys(posts).filter((name) => !mayDecide.includes(name))) {
            const words = `${who} 审批 ${maker} 拟定的 ${level} ${kind}`
            const codes = /^(act\.not-your-(role|jurisdiction)|act\.same-person|list\.not-found)$/
            expect(await refused(decide(who, id)), words).toMatch(codes)
            const note = '试图移出'
            const body = { baseSeq: 1, note, entries: [entries[0]?.id ?? ''] }
            expect(await refused(as(who).lists.takeOff({ params: { list: id }, body })), words).toMatch(codes)
            expect(
              await refused(as(who).lists.sendBack({ params: { list: id }, body: { baseSeq: 1, note } })),
              words,
            ).toMatch(codes)
          }
          const [decider = ''] = mayDecide
          expect(await refused(decide(decider, id)), decider).toBe('done')
        }
      }
  })

  test('R7.2 名单查询：名称片段、全半角、通配符不作数、信用代码、地区、称号、翻页，只有公开内容', async () => {
    const names = ['洛阳（演示）百分之百%有限公司', '洛阳下划_线公司', '洛阳反斜\\杠公司', '洛阳演示ＡＢＣ精密公司']
    const cases = await firms('announcement-ready', 60, (n) => names[n - 1] ?? `洛阳名册演示第${n}公司`)
    const { id } = await as('省经办').announcements.propose({
      body: {
        batch,
        title: '2026 年度第三批创新型中小企业名单',
        documentNumber: '演示豫工信公告〔2026〕5号',
        validFrom: parseDay('2026-01-01'),
        validTo: parseDay('2028-12-31'),
        cases: cases as never,
      },
    })
    await as('省审批').announcements.publish({ params: { list: id }, body: { baseSeq: 1 } })
    const search = (query: Record<string, string | number>) => anyone().register.search({ query: query as never })
    const found = async (q: string) => (await search({ q })).titles.map(({ name }) => name)
    expect(await found('%')).toEqual([names[0]])
    expect(await found('_')).toEqual([names[1]])
    expect(await found('\\')).toEqual([names[2]])
    expect(await found('(演示)百分')).toEqual([names[0]])
    expect(await found('abc 精密')).toEqual([names[3]])
    expect(await found("'; drop table title; --")).toEqual([])
    const first = await search({ q: '名册演示' })
    expect([first.total, first.titles.length]).toEqual([56, 50])
    expect((await search({ q: '名册演示', page: 2 })).titles).toHaveLength(6)
    const one = first.titles[0]
    expect((await search({ q: ` ${one?.uscc.toLowerCase()} ` })).titles.map(({ uscc }) => uscc)).toContain(one?.uscc)
    expect((await search({ place: '419001' })).total).toBe(0)
    expect((await search({ tier: 'little-giant' })).total).toBe(0)
    expect(Object.keys(one ?? {}).sort()).toEqual([
      'announcedOn',
      'announcement',
      'documentNumber',
      'id',
      'name',
      'place',
      'standing',
      'tier',
      'uscc',
      'validFrom',
      'validTo',
    ])
    on('2029-01-01')
    expect((await search({ q: '百分之百' })).titles.map(({ standing }) => standing)).toEqual(['ended'])
    on('2026-09-10')

    const { announcement, found: firmsFound } = await anyone().announcements.get({
      params: { announcement: id },
      query: { name: '(演示)' },
    })
    expect([announcement.firms, firmsFound]).toEqual([60, 1])
    const all = await anyone().announcements.get({ params: { announcement: id }, query: { all: '1' } })
    expect(all.firms).toHaveLength(60)
  })

  test('R7.2 进度查询：回执编号与信用代码都相符才答复，且只答所处环节', async () => {
    const [one] = await firms('notice-ready', 1)
    const { db, owner } = house.database
    const { rows } = await owner.query('select * from cases where id = $1', [one?.id])
    const receipt = 'SB20260901-410300-ABC234'
    await inScope(db, `enterprise/410300/${rows[0].enterprise}`, (tx) =>
      tx
        .insertInto('submission')
        .values({
          authority: '410300',
          id: randomUUID(),
          case_id: rows[0].id,
          enterprise: rows[0].enterprise,
          round: 1,
          at: '2026-09-01T01:00:00.000Z',
          declared_by: randomUUID(),
          declared_by_name: '演示',
          facts: '{}',
          sources: '{}',
          evidence: '[]',
          result: '{}',
          eligibility_result: '{}',
          digest: 'x',
          receipt_number: receipt,
        })
        .execute(),
    )
    const look = (query: { receipt: string; uscc: string }) => anyone().register.progress({ query })
    expect(await look({ receipt: ` ${receipt.toLowerCase()} `, uscc: rows[0].uscc })).toEqual({ label: '等待市级公示' })
    for (const wrong of [
      { receipt, uscc: '91410300DEM000022W' },
      { receipt: 'SB20260901-410300-ABC235', uscc: rows[0].uscc },
      { receipt: 'SB20260901-410100-ABC234', uscc: rows[0].uscc },
      { receipt: '%', uscc: '%' },
    ])
      expect(await refused(look(wrong))).toBe('progress.not-found')
  })

  test('消息：按岗位和企业投递，各人各自已读', async () => {
    for (const code of ['410300', PROVINCE] as const) await deliverOutbox(house.database.db, code, house.time.law)
    const before = await as('洛阳审批').inbox.office()
    const [first] = before.messages
    expect(before.unread).toBe(before.total)
    expect(first?.text).toMatch(/待审批/)
    const { unread } = await as('洛阳审批').inbox.markOffice({ body: { messages: [first?.id ?? ''] } })
    expect(unread).toBe(before.unread - 1)
    const again = await as('洛阳审批').inbox.markOffice({ body: { messages: [first?.id ?? '', randomUUID()] } })
    expect(again.unread).toBe(unread)
    const other = await as('洛阳兼任').inbox.office()
    expect(other.messages.find(({ id }) => id === first?.id)?.read ?? false).toBe(false)
    expect((await as('郑州兼任').inbox.office()).messages.map(({ id }) => id)).not.toContain(first?.id)
    const province = await as('省经办').inbox.office()
    expect(province.messages.map(({ text }) => text).join()).toContain('收到备案')
  })

  test('公示机关可以是省厅和十九个主管部门中的任何一个，别的都不是', async () => {
    for (const place of [PROVINCE, ...localAuthorities.map(({ code }) => code)])
      expect(await refused(anyone().notices.list({ query: { place } }))).toBe('done')
    expect(await refused(anyone().notices.list({ query: { place: '420000' as never } }))).toBe('request.invalid')
  })
})
