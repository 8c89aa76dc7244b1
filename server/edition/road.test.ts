import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuthorityCode } from '../../regime/jurisdiction/authorities.ts'
import { localAuthorities } from '../../regime/jurisdiction/authorities.ts'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { correctedReading, newInstrument, notice } from '../../test/uploads.ts'
import { readLaw } from '../law/readLaw.ts'
import { inScope, type Scope } from '../store/scope.ts'

let house: TestApp
let handler: Visitor
let approver: Visitor
let both: Visitor
const locals = new Map<AuthorityCode, Visitor>()

const officer = async (login: string, authority: AuthorityCode, ...roles: ('handler' | 'approver' | 'leader')[]) => {
  await house.account({ login, name: login.split('@')[0] as string, officer: { authority, roles } })
  const visitor = house.visitor()
  await visitor.login(login)
  return visitor
}

beforeAll(async () => {
  house = await testApp()
  handler = await officer('经办@a.cn', '410000', 'handler')
  approver = await officer('审批@a.cn', '410000', 'approver')
  both = await officer('兼任@a.cn', '410000', 'handler', 'approver')
  for (const { code } of localAuthorities) locals.set(code, await officer(`${code}@a.cn`, code, 'handler', 'approver'))
})
afterAll(() => house.close())

const key = () => ({ key: randomUUID() })
const handIn = (who: Visitor, files: readonly { name: string; text: string }[]) =>
  who.client.editions.handIn({ body: { files: [...files], note: '按演示文号提交，供测试' } }, key())
const enforce = (who: Visitor, edition: string, effectiveOn = '2026-10-01', baseSeq = 1) =>
  who.client.editions.enforce({ params: { edition }, body: { effectiveOn, baseSeq } }, key())
const get = (who: Visitor, edition: string) => who.client.editions.get({ params: { edition } })
const propose = (who: Visitor, body: object) =>
  who.client.batches.propose(
    {
      body: {
        documentNumber: '演示函〔2026〕30号',
        title: '2026 年度第三批创新型中小企业评价',
        tier: 'innovative',
        opensOn: '2026-10-08',
        closesOn: '2026-10-30',
        localDueOn: '2026-11-30',
        provinceDueOn: '2026-12-31',
        correctionWorkdays: 5,
        noticeBasis: 'workday',
        noticeDays: 5,
        overlay: [],
        validFrom: '2026-11-01',
        validTo: '2029-10-31',
        ...body,
      } as never,
    },
    key(),
  )
const only = async (who: Visitor, files: readonly { name: string; text: string }[]): Promise<string> => {
  const { editions } = await handIn(who, files)
  expect(editions).toHaveLength(1)
  return editions[0] as string
}
const facts = { asOf: '2026-09-01', years: [{ year: 2025, revenue: '6250', rdExpense: '343.75' }] }
const evaluated = (edition: string, law = readLaw()) =>
  inScope(house.database.db, 'public', (tx) =>
    law.evaluate(tx, { standard: 'miit-2022-63/innovative', edition }, facts),
  )

describe('R8.2 新版标准不改程序即可启用：提交、第二人批准、批次固定（第八条）', () => {
  test('有问题的文件列出文件、行和原因，一件也不保存', async () => {
    const [file, terms] = newInstrument()
    const faulty = [
      { name: 'innovative.yaml', text: (file?.text ?? '').replace('from: 2%, to: 3%', 'from: 2%, to: 2.5%') },
      { name: 'terms.yaml', text: terms?.text ?? '' },
    ]
    const { findings, editions } = await handler.client.editions.check({ body: { files: faulty } }, key())
    expect(editions).toEqual([])
    expect(findings).toHaveLength(1)
    const line = faulty[0]?.text.slice(0, faulty[0].text.indexOf('from: 3%, to: 6%')).split('\n').length
    expect(findings[0]).toMatchObject({ file: 'innovative.yaml', line })
    expect(findings[0]?.sentence).toMatch(/2\.5% 与 3% 之间有空隙/)
    await expect(handIn(handler, faulty)).rejects.toMatchObject({ code: 'edition.faulty', details: { findings } })
    expect((await house.database.owner.query('select count(*)::int as n from edition')).rows).toEqual([{ n: 0 }])
  })

  test('提交、告知审批、看到与现行版的差异；同一人不能批，第二人批准后新批次默认用它，公众才看得到', async () => {
    const checked = await handler.client.editions.check({ body: { files: [...newInstrument()] } }, key())
    expect(checked.findings).toEqual([])
    const sentences = checked.editions[0]?.comparison.differences.map(({ sentence }) => sentence) ?? []
    expect(sentences.some((one) => /I2 .*A 档.*5% 以上 20 分 → 6% 以上 20 分，更严/.test(one))).toBe(true)

    const edition = await only(both, newInstrument())
    await expect(handIn(handler, newInstrument())).rejects.toMatchObject({ code: 'edition.exists' })
    await expect(enforce(both, edition)).rejects.toMatchObject({ code: 'act.same-person' })
    await expect(enforce(handler, edition)).rejects.toMatchObject({ code: 'act.not-your-role' })
    await expect(enforce(approver, edition, '2026-08-31')).rejects.toMatchObject({ code: 'edition.day-passed' })
    await expect(enforce(approver, edition, '2026-09-30')).rejects.toMatchObject({ code: 'edition.day-passed' })
    await expect(enforce(approver, edition, '2026-10-01', 2)).rejects.toMatchObject({ code: 'act.stale' })
    await expect(get(house.visitor(), edition)).rejects.toMatchObject({ code: 'edition.not-found' })
    expect((await get(both, edition)).available).toEqual(['withdraw'])
    expect((await get(approver, edition)).available).toEqual(['enforce', 'reject'])

    const before = await propose(handler, {})
    expect(await enforce(approver, edition)).toMatchObject({ status: 'in-force', state: 'coming' })
    await expect(enforce(approver, edition, '2026-10-01', 2)).rejects.toMatchObject({ code: 'edition.decided' })
    const { digest } = (await get(house.visitor(), edition)).edition
    const after = await propose(handler, { documentNumber: '演示函〔2026〕31号' })
    expect(after).toMatchObject({ standard: 'demo-2026-9/innovative', edition: digest })
    // What was proposed before keeps what it pinned.
    expect((await handler.client.batches.get({ params: { batch: before.id } })).edition).toBe(before.edition)
    const chosen = await propose(handler, { documentNumber: '演示函〔2026〕32号', edition: before.edition })
    expect(chosen).toMatchObject({ standard: 'miit-2022-63/innovative', edition: before.edition })
    const early = await propose(handler, { documentNumber: '演示函〔2026〕33号', opensOn: '2026-09-30' })
    expect(early.standard).toBe('miit-2022-63/innovative')
    await expect(
      propose(handler, { documentNumber: '演示函〔2026〕34号', opensOn: '2026-09-30', edition: digest }),
    ).rejects.toMatchObject({ code: 'batch.edition-not-offered' })

    const { acts, files, note } = await get(approver, edition)
    expect(acts.map(({ label, by }) => `${label} ${by}`)).toEqual([
      '提交，报审批 河南省工业和信息化厅 兼任',
      '批准，供新批次使用 河南省工业和信息化厅 审批',
    ])
    expect(files).toEqual(newInstrument())
    expect(note).toBe('按演示文号提交，供测试')
    const told = await house.database.owner.query('select role, topic from outbox where subject = $1 order by at', [
      edition,
    ])
    expect(told.rows).toEqual([
      { role: 'approver', topic: 'edition.proposed' },
      { role: 'handler', topic: 'edition.enforce' },
    ])
  })

  test('R8.1 更正读法沿用编号：已固定旧版的照旧逐字节相同，新批次用新版；两个进程说法一致', async () => {
    const old = await propose(handler, { documentNumber: '演示函〔2026〕40号', opensOn: '2026-09-02' })
    const before = JSON.stringify(await evaluated(old.edition))
    const edition = await only(handler, correctedReading())
    await enforce(both, edition, '2026-09-10')
    const now = await propose(handler, { documentNumber: '演示函〔2026〕41号', opensOn: '2026-09-10' })
    expect(now.standard).toBe(old.standard)
    expect(now.edition).not.toBe(old.edition)
    expect(JSON.stringify(await evaluated(old.edition))).toBe(before)
    const [one, two] = await Promise.all([evaluated(now.edition, readLaw()), evaluated(now.edition, readLaw())])
    expect(JSON.stringify(one)).toBe(JSON.stringify(two))
    expect(one.edition).toBe(now.edition)
    const list = await house.visitor().client.editions.list()
    expect(list.editions.find(({ digest }) => digest === old.edition)).toMatchObject({ state: 'current', house: true })
  })

  test('附加条件：批准后批次可以选用，固定的是合成的版本，标准本身不变', async () => {
    const file = notice()
    const edition = await only(handler, [file])
    await enforce(approver, edition, '2026-09-01')
    const { standards, overlays } = await handler.client.editions.offered({
      query: { tier: 'innovative', on: '2026-09-02' },
    })
    expect(standards[0]).toMatchObject({ state: 'current', id: 'miit-2022-63/innovative' })
    expect(overlays.map(({ key: own }) => own)).toEqual([edition])
    const batch = await propose(handler, {
      documentNumber: '演示函〔2026〕50号',
      opensOn: '2026-09-02',
      overlayEdition: overlays[0]?.digest,
    })
    expect(batch.standard).toBe('miit-2022-63/innovative')
    expect(batch.edition).not.toBe(standards[0]?.digest)
    const result = await evaluated(batch.edition)
    expect(result.conditions.at(-1)).toEqual({ id: 'N1', verdict: 'met' })
    await expect(
      propose(handler, {
        documentNumber: '演示函〔2026〕51号',
        opensOn: '2026-10-08',
        overlayEdition: overlays[0]?.digest,
      }),
    ).rejects.toMatchObject({ code: 'batch.edition-not-offered' })
  })

  test('标准连同附加条件一起提交：还没有施行的标准也能连同附加条件读到；等谁批准，只计在谁名下', async () => {
    const waiting = async (who: Visitor) => (await who.client.editions.list()).toDecide
    const [before, own] = [await waiting(approver), await waiting(both)]
    const overlay = {
      name: 'notice-2027.yaml',
      text: notice('2027-05-01')
        .text.replace('id: demo/notice-2026', 'id: demo/notice-2027')
        .replace('miit-2022-63/', 'demo-2026-16/'),
    }
    const { editions } = await handIn(both, [...newInstrument('demo-2026-16', '2027-05-01'), overlay])
    const details = await Promise.all(editions.map((edition) => get(approver, edition)))
    const detail = details.find(({ edition }) => edition.kind === 'overlay')
    expect(detail?.readings.map(({ upon }) => `${upon?.id} ${upon?.status}`)).toEqual([
      'demo-2026-16/innovative proposed',
    ])
    expect(detail?.readings[0]?.comparison.differences.map(({ sentence }) => sentence).join()).toMatch(/500 ?万元/)
    expect(await waiting(approver)).toBe(before + 2)
    // 第七条: what one handed in oneself waits for another.
    expect([await waiting(both), await waiting(handler)]).toEqual([own, 0])
    for (const edition of editions)
      await both.client.editions.withdraw({ params: { edition }, body: { baseSeq: 1 } }, key())
    expect(await waiting(approver)).toBe(before)
  })

  test('同一次提交的两个标准，层次相同又同日施行，检查时即指出', async () => {
    const [one, terms] = newInstrument('demo-2026-17', '2027-06-01') as { name: string; text: string }[]
    const twin = {
      name: 'again.yaml',
      text: (one?.text ?? '').replace('demo-2026-17/innovative', 'demo-2026-17/again'),
    }
    const { findings } = await handler.client.editions.check({ body: { files: [one, twin, terms] as never } }, key())
    expect(findings).toEqual([
      { file: 'again.yaml', line: expect.any(Number), sentence: expect.stringMatching(/同一天（2027-06-01）/) },
    ])
  })

  test('不予批准写明理由，撤回只由提交人；此后同样的内容可以再提交', async () => {
    const files = newInstrument('demo-2026-10', '2027-01-01')
    const first = await only(handler, files)
    await expect(
      both.client.editions.withdraw({ params: { edition: first }, body: { baseSeq: 1 } }, key()),
    ).rejects.toMatchObject({ code: 'edition.not-yours' })
    await approver.client.editions.reject(
      { params: { edition: first }, body: { reasons: '文号有误，请核对后再报', baseSeq: 1 } },
      key(),
    )
    expect(await get(handler, first)).toMatchObject({ reasons: '文号有误，请核对后再报', available: [] })
    const second = await only(handler, files)
    const withdrawn = await handler.client.editions.withdraw(
      { params: { edition: second }, body: { baseSeq: 1 } },
      key(),
    )
    expect(withdrawn.status).toBe('withdrawn')
    await expect(get(house.visitor(), second)).rejects.toMatchObject({ code: 'edition.not-found' })
  })

  test('同一操作编号重复提交只生效一次', async () => {
    const options = key()
    const body = { files: [...newInstrument('demo-2026-11', '2027-02-01')], note: '重复提交只算一次' }
    const one = await handler.client.editions.handIn({ body }, options)
    expect(await handler.client.editions.handIn({ body }, options)).toEqual(one)
  })

  test('与现行标准同日施行的，提交时即拒绝；两份互相冲突的，只有先批准的一份生效', async () => {
    const sameDay = newInstrument('demo-2026-12', '2022-08-01')
    const { findings } = await handler.client.editions.check({ body: { files: [...sameDay] } }, key())
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^与“创新型中小企业评价标准”（工信部企业〔2022〕63号）同一天（2022-08-01）开始施行/),
    ])
    const a = await only(handler, newInstrument('demo-2026-13', '2027-03-01'))
    const b = await only(handler, newInstrument('demo-2026-14', '2027-03-01'))
    const settled = await Promise.allSettled([enforce(approver, a, '2027-03-01'), enforce(both, b, '2027-03-01')])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'edition.conflict',
        details: { reason: expect.stringMatching(/^与“.*（虚构的新版）”（演示〔2026〕9号）同一天（2027-03-01）/) },
      },
    })
  })
})

describe('R5.2 R5.3 只有省级人员能办理标准版本', () => {
  test('十九个主管部门、只读岗位、企业人员、公众：接口拒绝', async () => {
    const leader = await officer('领导@a.cn', '410000', 'leader')
    const files = newInstrument('demo-2026-15', '2027-04-01')
    const edition = await only(handler, files)
    for (const local of locals.values()) {
      await expect(handIn(local, files)).rejects.toMatchObject({ code: 'act.not-your-jurisdiction' })
      await expect(local.client.editions.check({ body: { files: [...files] } }, key())).rejects.toMatchObject({
        code: 'act.not-your-jurisdiction',
      })
      await expect(enforce(local, edition, '2027-04-01')).rejects.toMatchObject({ code: 'act.not-your-jurisdiction' })
      // What is still being considered does not exist for them.
      await expect(get(local, edition)).rejects.toMatchObject({ code: 'edition.not-found' })
      expect((await local.client.editions.list()).editions.some(({ key: own }) => own === edition)).toBe(false)
    }
    await expect(handIn(leader, files)).rejects.toMatchObject({ code: 'act.not-your-role' })
    await expect(enforce(leader, edition, '2027-04-01')).rejects.toMatchObject({ code: 'act.not-your-role' })
    await expect(handIn(house.visitor(), files)).rejects.toMatchObject({ code: 'session.required' })
  })

  test('行级权限：省以外的任何范围都写不进、改不动，读到的只有已施行的', async () => {
    const scopes: readonly Scope[] = [
      'public',
      'identity',
      `person/${randomUUID()}`,
      `enterprise/410300/${randomUUID()}`,
      ...localAuthorities.map(({ code }): Scope => `authority/${code}`),
    ]
    for (const scope of scopes) {
      const seen = await inScope(house.database.db, scope, (tx) => tx.selectFrom('edition').selectAll().execute())
      expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(['in-force']))
      const changed = await inScope(house.database.unjudged, scope, (tx) =>
        tx.updateTable('edition').set({ status: 'withdrawn' }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
      const [row] = seen
      await expect(
        inScope(house.database.unjudged, scope, (tx) =>
          tx
            .insertInto('edition')
            .values({
              ...row,
              id: randomUUID(),
              digest: `sha256:${'1'.repeat(64)}`,
              proposed_at: '2026-09-01T00:00:00Z',
              decided_at: '2026-09-01T00:00:00Z',
            } as never)
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
    }
    for (const statement of [
      "update edition set documents = '{}'",
      "update edition set texts = '[]'",
      'delete from edition',
    ])
      await expect(house.database.app.query(statement)).rejects.toThrow(/permission denied/)
  })
})
