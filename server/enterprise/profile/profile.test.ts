import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import { parseDay } from '../../../regime/kernel/day.ts'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { asFirm, DAY, type Firm, putEvidence, putFirm, putPerson, type StandingFirm } from '../../../test/enterprise.ts'
import { acting } from '../../../test/listed.ts'
import { inScope, scopeOf } from '../../store/scope.ts'
import { assembleFacts } from '../assemble.ts'
import { acceptInvitation } from '../member/accept-invitation.ts'
import { invite } from '../member/invite.ts'
import { enterFacts } from './enter-facts.ts'
import { readFactHistory } from './fact-history.ts'
import { readProfile } from './read-profile.ts'
import { type FactSave, saveFact } from './save-fact.ts'
import { setUnit } from './set-unit.ts'

let database: TestDatabase
let firm: StandingFirm
let colleague: Firm
beforeAll(async () => {
  database = await testDatabase()
  firm = await putFirm(database.db)
  const person = await putPerson(database.db, '钱八')
  const { token } = await invite(database.db, acting(firm.owner, DAY), { invitee: '钱八', role: 'member' })
  await acceptInvitation(database.db, acting(person, DAY), token)
  colleague = await asFirm(database.db, person, firm.enterprise)
})
afterAll(() => database.close())

const refusal = (code: string) => expect.objectContaining({ code })
const write = (path: string, raw: string | null, baseVersion: number, more: Partial<FactSave> = {}): FactSave => ({
  path,
  raw,
  unit: null,
  source: null,
  datedOn: null,
  evidence: [],
  baseVersion,
  ...more,
})
const save = (content: FactSave, by: Firm = firm.owner, key = randomUUID()) =>
  saveFact(database.db, acting(by, DAY, key), content)
const historyOf = async (path: string) =>
  (await readFactHistory(database.db, firm.owner, path)).map(({ raw, by, version }) => ({ raw, by, version }))

describe('逐项保存企业资料', () => {
  test('内容不对也照样保存，说明原因', async () => {
    const { entry, problem } = await save(write('/years/2025/revenue', '约一千万', 0, { unit: 'wan' }))
    expect(entry).toMatchObject({ raw: '约一千万', version: 1 })
    expect(problem).toContain('不是数字')
    expect(await save(write('/years/2025/revenue', '1001', 1, { unit: 'wan' }))).toMatchObject({
      entry: { version: 2 },
      problem: null,
    })
    expect(await historyOf('/years/2025/revenue')).toEqual([
      { raw: '1001', by: '李四', version: 2 },
      { raw: '约一千万', by: '李四', version: 1 },
    ])
  })

  test('同事已经改过：不覆盖，给出对方的值、姓名和时间', async () => {
    const path = '/years/2024/revenue'
    await save(write(path, '880', 0, { unit: 'wan' }))
    await save(write(path, '868', 1, { unit: 'wan' }), colleague)
    await expect(save(write(path, '881', 1, { unit: 'wan' }))).rejects.toMatchObject({
      code: 'fact.stale',
      details: { path, theirs: { raw: '868', by: '钱八', version: 2, at: `${DAY}T01:00:00.000Z` } },
    })
    await save(write(path, '881', 2, { unit: 'wan' }))
    expect(await historyOf(path)).toEqual([
      { raw: '881', by: '李四', version: 3 },
      { raw: '868', by: '钱八', version: 2 },
      { raw: '880', by: '李四', version: 1 },
    ])
  })

  test('同事填的与自己填的一样：不算冲突，也不多记一次', async () => {
    const path = '/enterprise/industry'
    await save(write(path, '3453', 0), colleague)
    expect(await save(write(path, '3453', 0))).toMatchObject({ entry: { version: 1 } })
    expect(await historyOf(path)).toHaveLength(1)
  })

  test('两人同时填一个空项：一人保存，另一人看到对方的值', async () => {
    const path = '/about/nicheMarket'
    const outcomes = await Promise.allSettled([
      save(write(path, '精密齿轮', 0)),
      save(write(path, '齿轮', 0), colleague),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ code: 'fact.stale', details: { theirs: { version: 1 } } })
  })

  test('没收到答复而重发：只记一次，不会与自己冲突；同一编号不能用于别的内容', async () => {
    const key = randomUUID()
    const content = write('/about/address', '洛阳市洛龙区', 0)
    const first = await save(content, firm.owner, key)
    expect(await save(content, firm.owner, key)).toEqual(first)
    expect(await historyOf('/about/address')).toHaveLength(1)
    await expect(save(write('/about/contactName', '李四', 0), firm.owner, key)).rejects.toEqual(
      refusal('act.key-reused'),
    )
  })

  test('没有的项目、别家的佐证不能保存', async () => {
    await expect(save(write('/enterprise/uscc', 'x', 0))).rejects.toEqual(refusal('fact.unknown'))
    const other = await putFirm(database.db)
    const theirs = await putEvidence(database.db, scopeOf(other.owner), {
      authority: '410300',
      kind: 'enterprise',
      owner: other.enterprise,
      by: other.owner.person,
    })
    await expect(save(write('/product/keyField', 'true', 0, { evidence: [theirs] }))).rejects.toEqual(
      refusal('evidence.not-found'),
    )
  })

  test('清空一项：留在历史里，按未知处理', async () => {
    const path = '/product/marketRank'
    await save(write(path, '3', 0))
    await save(write(path, null, 1))
    expect(await historyOf(path)).toMatchObject([{ raw: null }, { raw: '3' }])
  })

  test('各人喜欢的单位各自记住，不改任何金额', async () => {
    await setUnit(database.db, acting(colleague, DAY), 'yuan')
    expect(await readProfile(database.db, colleague)).toMatchObject({ unit: 'yuan' })
    const own = await readProfile(database.db, firm.owner)
    expect(own).toMatchObject({ unit: 'wan', standing: 'confirmed', enterprise: { name: firm.name } })
    expect(own.entries.find(({ path }) => path === '/years/2025/revenue')).toMatchObject({ raw: '1001', unit: 'wan' })
  })
})

describe('性质：两个人不论怎样先后保存，谁的内容都不会丢', () => {
  const paths = ['/years/2023/revenue', '/about/ownership', '/management/ownBrand'] as const
  const step = fc.record({
    who: fc.nat(1),
    path: fc.constantFrom(...paths),
    raw: fc.option(fc.constantFrom('1', '2.5', 'true', '约三百', '字')),
    /** How many of the colleague's saves this page has not seen yet. */
    behind: fc.nat(2),
    together: fc.boolean(),
  })

  test('R6.2 凡被接受的写入都在历史里，版本连续，现值等于最后一次写入', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const own = await putFirm(database.db)
        const person = await putPerson(database.db, '钱八')
        const { token } = await invite(database.db, acting(own.owner, DAY), { invitee: '钱八', role: 'member' })
        await acceptInvitation(database.db, acting(person, DAY), token)
        const people = [own.owner, await asFirm(database.db, person, own.enterprise)]
        const accepted = new Map(paths.map((path) => [path, new Map<number, string | null>()]))
        const perform = async ({ who, path, raw, behind }: (typeof steps)[number]): Promise<void> => {
          const taken = accepted.get(path) as Map<number, string | null>
          const seen = Math.max(0, taken.size - behind)
          try {
            const { entry } = await save(write(path, raw, seen), people[who] as Firm)
            // A save that says what already stands is answered with what stands.
            expect(entry.raw).toBe(raw)
            expect([undefined, raw]).toContain(taken.get(entry.version))
            taken.set(entry.version, raw)
          } catch (error) {
            expect(error).toMatchObject({ code: 'fact.stale' })
          }
        }
        const waiting: Promise<void>[] = []
        for (const each of steps) {
          waiting.push(perform(each))
          if (!each.together) await Promise.all(waiting.splice(0))
        }
        await Promise.all(waiting)
        for (const path of paths) {
          const history = (await readFactHistory(database.db, own.owner, path)).toReversed()
          expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1))
          expect(new Map(history.map(({ version, raw }) => [version, raw]))).toEqual(accepted.get(path))
          const now = (await readProfile(database.db, own.owner)).entries.find((entry) => entry.path === path)
          expect(now?.raw).toEqual(history.at(-1)?.raw)
          expect(now?.version).toEqual(history.at(-1)?.version)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('汇成评价所用的事实', () => {
  test('R6.2 一次填入，带来源、日期和佐证，汇总得回原样，不再重复填报', async () => {
    const own = await putFirm(database.db)
    const report = await putEvidence(database.db, scopeOf(own.owner), {
      authority: '410300',
      kind: 'enterprise',
      owner: own.enterprise,
      by: own.owner.person,
      name: '审计报告.pdf',
    })
    const facts = {
      about: { foundedOn: '2024-05-06' },
      enterprise: { registeredInHenan: true, incidents: [] },
      years: [{ year: 2025, revenue: '1001', rdExpense: '50.05' }],
      intellectualProperty: [{ kind: 'invention-patent', transferredInOn: null, inForce: true }],
    }
    await enterFacts(database.db, acting(own.owner, DAY), {
      facts,
      provenance: { '/years/2025': { source: 'audited', datedOn: '2026-03-20', evidence: [report] } },
    })
    await save(write('/years/2025/employees', '很多', 0), own.owner)
    const made = await inScope(database.db, scopeOf(own.owner), (tx) =>
      assembleFacts(tx, own.authority, own.enterprise, { asOf: parseDay(DAY), application: 'new' }),
    )
    parseFacts(made.facts)
    expect(made.facts).toEqual({
      asOf: DAY,
      application: 'new',
      enterprise: {
        name: own.name,
        uscc: own.uscc,
        usccConfirmed: false,
        authority: '410300',
        ...facts.enterprise,
      },
      years: facts.years,
      intellectualProperty: facts.intellectualProperty,
    })
    expect(made.sources['/years/2025/revenue']).toMatchObject({ source: 'audited', date: '2026-03-20' })
    expect(made.evidence).toMatchObject([
      { id: report, name: '审计报告.pdf', paths: ['/years/2025/rdExpense', '/years/2025/revenue'] },
    ])
    expect(made.unreadable).toMatchObject([{ path: '/years/2025/employees', text: '很多' }])
    expect(made.notApplicableYears).toEqual([2023])
  })

  test('企业以外的范围汇总不到任何内容', async () => {
    await expect(
      inScope(database.db, 'public', (tx) =>
        assembleFacts(tx, firm.authority, firm.enterprise, { asOf: parseDay(DAY), application: 'new' }),
      ),
    ).rejects.toEqual(refusal('enterprise.not-found'))
  })
})
