import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { putFirm, type StandingFirm } from '../../test/enterprise.ts'
import { acting, type Officer, putOfficer } from '../../test/listed.ts'
import { openBatch } from '../batch/open.ts'
import { proposeBatch } from '../batch/propose.ts'
import { demoFirms } from '../demo/firms.ts'
import { enterFacts } from '../enterprise/profile/enter-facts.ts'
import { readLaw } from '../law/readLaw.ts'
import { actOnCase } from './act.ts'
import { caseDetail } from './detail.ts'
import { openApplication } from './open.ts'
import { readStanding } from './standing.ts'
import { submitApplication } from './submit.ts'
import { withdrawApplication } from './withdraw.ts'

const DAY = '2026-09-01'
const law = readLaw()
const facts = (demoFirms[1] as (typeof demoFirms)[number]).facts as Record<string, Record<string, unknown>>

/** The strong firm's facts with something of its registration changed. */
const changed = (part: Record<string, unknown>) => ({ ...facts, enterprise: { ...facts.enterprise, ...part } })

const proposal = {
  documentNumber: '演示函〔2026〕12号',
  title: '2026 年度第二批创新型中小企业评价',
  tier: 'innovative',
  opensOn: '2026-08-03',
  closesOn: '2026-09-18',
  localDueOn: '2026-10-30',
  provinceDueOn: '2026-11-27',
  correctionWorkdays: 5,
  noticeBasis: 'workday',
  noticeDays: 5,
  overlay: [],
  validFrom: '2026-09-01',
  validTo: '2029-08-31',
} as unknown as Parameters<typeof proposeBatch>[3]

describe('申报与审核（第七、九、十二条）', () => {
  let database: TestDatabase
  let firm: StandingFirm
  let batch: string
  let handler: Officer
  let approver: Officer
  let proposer: Officer
  let opener: Officer

  beforeAll(async () => {
    database = await testDatabase()
    handler = await putOfficer(database.db, '李经办', '410300', 'handler')
    approver = await putOfficer(database.db, '王审批', '410300', 'approver')
    proposer = await putOfficer(database.db, '陈省办', '410000', 'handler', 'approver')
    opener = await putOfficer(database.db, '刘省批', '410000', 'approver')
    batch = (await proposeBatch(database.db, law, acting(proposer, '2026-07-27'), proposal)).id
    await openBatch(database.db, law, acting(opener, '2026-07-28'), batch)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    firm = await putFirm(database.db)
  })

  const enter = (own: object) => enterFacts(database.db, acting(firm.owner, DAY), { facts: own })
  const open = (day = DAY) => openApplication(database.db, acting(firm.owner, day), batch)
  const submit = (id: string, acknowledged: readonly string[] = [], baseSeq = 1, key: string = randomUUID()) =>
    submitApplication(database.db, law, acting(firm.owner, DAY, key), '演示员工', id, { acknowledged, baseSeq })
  const act = (officer: Officer, id: string, name: string, payload: object, baseSeq: number) =>
    actOnCase(database.db, law, acting(officer, DAY), id, { act: name, payload, baseSeq } as never)
  const submitted = async (): Promise<string> => {
    await enter(facts)
    const { id } = await open()
    await submit(id)
    return id
  }
  const detail = (officer: Parameters<typeof caseDetail>[2], id: string) =>
    caseDetail(database.db, law, officer, DAY as never, id)
  const reasons = [{ code: 'evidence-missing', text: '请补充 2025 年度审计报告。' }] as const

  test('R12.1 批次由两人开放：拟定者即使有审批岗位也不能自己批准；日期颠倒的不收', async () => {
    const own = await proposeBatch(database.db, law, acting(proposer, '2026-07-27'), proposal)
    await expect(openBatch(database.db, law, acting(proposer, '2026-07-28'), own.id)).rejects.toMatchObject({
      code: 'act.same-person',
    })
    await expect(openBatch(database.db, law, acting(handler, '2026-07-28'), own.id)).rejects.toMatchObject({
      code: expect.stringMatching(/^(act[.]|batch[.]not-found)/),
    })
    const disordered = { ...proposal, closesOn: '2026-08-01' } as typeof proposal
    await expect(proposeBatch(database.db, law, acting(proposer, '2026-07-27'), disordered)).rejects.toMatchObject({
      code: 'batch.dates-disordered',
    })
  })

  test('R12.1 申报期外不能开始申报；同一批次不能重复申报', async () => {
    await expect(open('2026-09-19')).rejects.toMatchObject({ code: 'application.closed' })
    await expect(open('2026-08-02')).rejects.toMatchObject({ code: 'application.closed' })
    await open()
    await expect(open()).rejects.toMatchObject({ code: 'application.already-open' })
  })

  test('R9.1 未提交时即时评价：填一项，得分区间就收窄一些', async () => {
    const { id } = await open()
    const before = await readStanding(database.db, law, firm.owner, DAY as never, id)
    expect(before.result.outcome).toBe('undetermined')
    await enter(facts)
    const after = await readStanding(database.db, law, firm.owner, DAY as never, id)
    const width = ({ score }: typeof after.result) => (score ? score.max - score.min : 0)
    expect(width(after.result)).toBeLessThan(width(before.result))
  })

  test('R9.2 B9 声明真实并提交得到回执；同一操作重发只有一次提交，回执相同', async () => {
    await enter(facts)
    const { id } = await open()
    const key = randomUUID()
    const first = await submit(id, [], 1, key)
    expect(first.receipt).toMatch(/^SB20260901-410300-[2-9A-Z]{6}$/)
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await submit(id, [], 1, key)).toEqual(first)
    const { rows } = await database.owner.query('select digest, receipt_number from submission where case_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ digest: first.digest, receipt_number: first.receipt }])
    await expect(submit(id, ['x'], 1, key)).rejects.toMatchObject({ code: 'act.key-reused' })
  })

  test('R12.1 两个同事同时开始申报：只有一个申报', async () => {
    const answers = await Promise.allSettled([open(), open()])
    const [refused] = answers.filter((answer): answer is PromiseRejectedResult => answer.status === 'rejected')
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(refused?.reason).toMatchObject({ code: 'application.already-open' })
  })

  test('R9.2 两个同事同时提交：一次成功，另一次被告知已被他人办理', async () => {
    await enter(facts)
    const { id } = await open()
    const answers = await Promise.allSettled([submit(id), submit(id)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [refused] = answers.filter((answer): answer is PromiseRejectedResult => answer.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: expect.stringMatching(/^act[.](stale|not-available)$/) })
  })

  const bars = [
    ['不在河南省内登记', { registeredInHenan: false }, 'E1'],
    ['不具有独立法人资格', { independentLegalPerson: false }, 'E2'],
    ['被列入经营异常名录', { abnormalOperation: true }, 'E4'],
    ['被列入严重失信主体名单', { seriousDishonesty: true }, 'E4'],
    ['产品属于禁止、限制或淘汰类', { prohibitedProduct: true }, 'E5'],
    ['近三年发生重大安全事故', { incidents: [{ kind: 'safety', on: '2025-01-01' }] }, 'E6'],
  ] as const
  for (const [what, part, condition] of bars)
    test(`R3.1 R3.2 R3.4 R3.5 R3.6 ${what}的，不能提交，指明条件（第三条）`, async () => {
      await enter(changed(part))
      const { id } = await open()
      await expect(submit(id)).rejects.toMatchObject({
        code: 'application.ineligible',
        details: { conditions: [condition] },
      })
    })

  test('R3.3 大型企业不能提交（第三条 划型）', async () => {
    const years = (facts.years as unknown as Record<string, unknown>[]).map((year) =>
      year.year === 2025 ? { ...year, revenue: '40000', employees: 1000 } : year,
    )
    await enter({ ...facts, years })
    const { id } = await open()
    await expect(submit(id)).rejects.toMatchObject({ details: { conditions: ['E3'] } })
  })

  test('R3.6 参评条件未知的不会悄悄通过：逐项确认后才能提交', async () => {
    const { incidents: _, ...enterprise } = facts.enterprise as Record<string, unknown>
    await enter({ ...facts, enterprise })
    const { id } = await open()
    await expect(submit(id)).rejects.toMatchObject({
      code: 'application.not-acknowledged',
      details: { conditions: ['E6'] },
    })
    await submit(id, ['E6'])
  })

  test('R7.1 审核意见批准前可以撤回并重新申报，批准后不能', async () => {
    const id = await submitted()
    await withdrawApplication(database.db, acting(firm.owner, DAY), id, { baseSeq: 2 })
    const { id: again } = await open()
    await submit(again)
    await act(handler, again, 'review.accept', {}, 2)
    await act(approver, again, 'review.confirm', {}, 3)
    await expect(
      withdrawApplication(database.db, acting(firm.owner, DAY), again, { baseSeq: 4 }),
    ).rejects.toMatchObject({ code: 'act.not-available' })
  })

  test('R7.2 企业看到现在的环节、办理单位、下一步和期限，看不到内部意见', async () => {
    const id = await submitted()
    await act(handler, id, 'review.reject', { reasons: [{ code: 'standard-not-met', text: '得分不足' }] }, 2)
    const own = await detail(firm.owner, id)
    expect(own).toMatchObject({ label: '市级材料审核中', due: '2026-10-30', proposal: null })
    expect(own.holder.office).toBe('洛阳市工业和信息化局')
    expect(own.acts.map(({ label }) => label)).toEqual(['开始填报', '已提交申报'])
    const desk = await detail(approver, id)
    expect(desk.proposal).toMatchObject({ outcome: 'reject', by: '李经办' })
  })

  test('R9.3 经办提出意见，另一人审批；经办不能审批自己的意见（第七条）', async () => {
    const both = await putOfficer(database.db, '赵双岗', '410300', 'handler', 'approver')
    const id = await submitted()
    await act(both, id, 'review.accept', {}, 2)
    await expect(act(both, id, 'review.confirm', {}, 3)).rejects.toMatchObject({ code: 'act.same-person' })
    expect((await detail(both, id)).available).toEqual([])
    await act(approver, id, 'review.send-back', { note: '请再核对研发费用' }, 3)
    await act(both, id, 'review.accept', {}, 4)
    expect(await act(approver, id, 'review.confirm', {}, 5)).toMatchObject({ step: 'visit' })
  })

  test('R9.9 退回补正写明理由和期限，企业补正后重新提交，前一次提交原样保留', async () => {
    const id = await submitted()
    await expect(act(handler, id, 'review.return', { reasons, due: '2026-08-31' }, 2)).rejects.toMatchObject({
      code: 'correction.due-passed',
    })
    await act(handler, id, 'review.return', { reasons, due: '2026-09-08' }, 2)
    const own = await detail(firm.owner, id)
    expect(own).toMatchObject({ label: '请补正材料', due: '2026-09-08', correction: { reasons } })
    await submit(id, [], 3)
    const { rows } = await database.owner.query('select round from submission where case_id = $1 order by round', [id])
    expect(rows).toEqual([{ round: 1 }, { round: 2 }])
  })

  test('R9.9 不予通过写明理由，依据条款由理由确定，企业看得到', async () => {
    const id = await submitted()
    await act(handler, id, 'review.reject', { reasons: [{ code: 'ineligible', text: '属于分支机构' }] }, 2)
    await act(approver, id, 'review.confirm', {}, 3)
    expect(await detail(firm.owner, id)).toMatchObject({
      label: '未通过',
      final: true,
      rejection: { article: '第三条', reasons: [{ code: 'ineligible', text: '属于分支机构' }] },
    })
  })

  test('R9.4 实地核查只能派本地区的两名核查人员，日期不早于当天', async () => {
    const first = await putOfficer(database.db, '核查甲', '410300', 'verifier')
    const second = await putOfficer(database.db, '核查乙', '410300', 'verifier')
    const foreign = await putOfficer(database.db, '郑州核查', '410100', 'verifier')
    const id = await submitted()
    await act(handler, id, 'review.accept', {}, 2)
    await act(approver, id, 'review.confirm', {}, 3)
    const plan = (on: string, ...people: Officer[]) =>
      act(handler, id, 'visit.schedule', { on, verifiers: people.map(({ person }) => person) }, 4)
    await expect(plan('2026-09-02', first, foreign)).rejects.toMatchObject({ code: 'visit.not-a-verifier' })
    await expect(plan('2026-09-02', first, first)).rejects.toMatchObject({ code: 'visit.two-verifiers' })
    await expect(plan('2026-08-31', first, second)).rejects.toMatchObject({ code: 'visit.day-passed' })
    expect(await plan('2026-09-02', first, second)).toMatchObject({ step: 'visit' })
  })
})
