import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EditionSummary } from '../../contract/editions.ts'
import type { CaseFile } from '../../regime/case-file/case-file.ts'
import { isEqual } from '../../regime/case-file/check.ts'
import { readCaseFile } from '../../regime/case-file/read-case-file.ts'
import { verifyCaseFile } from '../../regime/case-file/verify-case-file.ts'
import { type TestApp, testApp, type Visitor } from '../../test/app.ts'
import { asFirm, claimEnterprise, type Firm, freshUscc } from '../../test/enterprise.ts'
import { acting, type Officer, putOfficer } from '../../test/listed.ts'
import { correctedReading } from '../../test/uploads.ts'
import { openBatch } from '../batch/open.ts'
import { proposeBatch } from '../batch/propose.ts'
import { demoFirms } from '../demo/firms.ts'
import { decideClaim } from '../enterprise/claim/decide.ts'
import { enterFacts } from '../enterprise/profile/enter-facts.ts'
import { registerEnterprise } from '../enterprise/register.ts'
import { readLaw } from '../law/readLaw.ts'
import { actOnCase } from './act.ts'
import { openApplication } from './open.ts'
import { submitApplication } from './submit.ts'

const DAY = '2026-09-01'
const AUTHORITY = '410300'
const law = readLaw()

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

describe('案卷导出与复核（B3）', () => {
  let app: TestApp
  let folder: string
  let firm: Firm
  let handler: Officer
  let proposer: Officer
  let opener: Officer
  let id: string
  const visitors: Record<string, Visitor> = {}

  const openBatchOf = async (
    choice: object = {},
    days: readonly [string, string] = ['2026-07-27', '2026-07-28'],
  ): Promise<string> => {
    const { db } = app.database
    const batch = await proposeBatch(db, law, acting(proposer, days[0]), { ...proposal, ...choice })
    await openBatch(db, law, acting(opener, days[1]), batch.id)
    return batch.id
  }
  /** A corrected reading of the standard takes its road: handed in by one person, put in force by another. */
  const putInForce = async (): Promise<EditionSummary> => {
    const handed = await (visitors['banli@gov.cn'] as Visitor).client.editions.handIn({
      body: { files: [...correctedReading()], note: '按演示文号提交，供测试' },
    })
    const [edition = ''] = handed.editions
    return (visitors['pizhun@gov.cn'] as Visitor).client.editions.enforce({
      params: { edition },
      body: { effectiveOn: DAY, baseSeq: 1 },
    })
  }
  const handIn = async (batch: string, acknowledged: readonly string[] = []): Promise<string> => {
    const opened = await openApplication(app.database.db, acting(firm, DAY), batch)
    await submitApplication(app.database.db, law, acting(firm, DAY), '李四', opened.id, { acknowledged, baseSeq: 1 })
    return opened.id
  }
  const visitor = async (login: string): Promise<Visitor> => {
    const one = app.visitor()
    await one.login(login)
    visitors[login] = one
    return one
  }
  const download = async (who: string, url: string) => {
    const { statusCode, payload, headers } = await (visitors[who] as Visitor).request({ url })
    return { status: statusCode, text: payload, headers }
  }
  const ofFirm = (of = id): string => `/api/enterprises/${firm.enterprise}/cases/${of}/file`
  const ofOffice = (of = id): string => `/api/cases/${of}/file`
  const parsed = (text: string): CaseFile => readCaseFile(JSON.parse(text))
  const verifyByCommand = async (text: string) => {
    const path = join(folder, 'case.json')
    await writeFile(path, text)
    const { status, stdout } = spawnSync(join(import.meta.dirname, '../../bin/tidu'), ['verify', 'case', path], {
      encoding: 'utf8',
    })
    return { status, stdout }
  }

  beforeAll(async () => {
    app = await testApp()
    folder = await mkdtemp(join(tmpdir(), 'tidu-case-file-'))
    const { db } = app.database
    const officer = { authority: AUTHORITY, roles: ['handler'] } as const
    const person = await app.account({ login: 'firm@example.com', name: '李四' })
    await app.account({ login: 'other@example.com' })
    await app.account({ login: 'luoyang@gov.cn', officer })
    await app.account({ login: 'zhengzhou@gov.cn', officer: { ...officer, authority: '410100' } })
    await app.account({ login: 'sheng@gov.cn', officer: { authority: '410000', roles: ['leader'] } })
    await app.account({ login: 'banli@gov.cn', officer: { authority: '410000', roles: ['handler'] } })
    await app.account({ login: 'pizhun@gov.cn', officer: { authority: '410000', roles: ['approver'] } })
    await app.account({ login: 'shenji@gov.cn', administrator: 'auditor' })
    handler = await putOfficer(db, '王经办', AUTHORITY, 'handler')
    proposer = await putOfficer(db, '陈省办', '410000', 'handler')
    opener = await putOfficer(db, '刘省批', '410000', 'approver')
    const owner = { kind: 'person', person } as const
    const { enterprise } = await registerEnterprise(db, acting(owner, DAY), {
      uscc: freshUscc(),
      authority: AUTHORITY,
      name: '洛阳云梯精密传动科技有限责任公司',
    })
    const { claim } = await claimEnterprise(db, owner, { authority: AUTHORITY, enterprise })
    await decideClaim(db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'owner', reasons: [] })
    firm = await asFirm(db, owner, enterprise)
    await enterFacts(db, acting(firm, DAY), { facts: demoFirms[1]?.facts as object })
    id = await handIn(await openBatchOf())
    const reasons = [{ code: 'evidence-missing', text: '请补充 2025 年度审计报告。' }]
    const payload = { reasons, due: '2026-09-08' }
    await actOnCase(db, law, acting(handler, DAY), id, { act: 'review.return', payload, baseSeq: 2 } as never)
    await submitApplication(db, law, acting(firm, DAY), '李四', id, { acknowledged: [], baseSeq: 3 })
    await actOnCase(db, law, acting(handler, DAY), id, {
      act: 'review.accept',
      payload: { note: '内部意见：同意' },
      baseSeq: 4,
    } as never)
    for (const login of [
      'firm@example.com',
      'other@example.com',
      'luoyang@gov.cn',
      'zhengzhou@gov.cn',
      'sheng@gov.cn',
      'banli@gov.cn',
      'pizhun@gov.cn',
      'shenji@gov.cn',
    ])
      await visitor(login)
    visitors.nobody = app.visitor()
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  test('企业、受理的主管部门和省厅各自下载，逐项复核一致，命令行结论相同', async () => {
    for (const [who, url] of [
      ['firm@example.com', ofFirm()],
      ['luoyang@gov.cn', ofOffice()],
      ['sheng@gov.cn', ofOffice()],
    ] as const) {
      const { status, text, headers } = await download(who, url)
      expect(status, who).toBe(200)
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E6%A1%88%E5%8D%B7-SB20260901/)
      expect(verifyCaseFile(parsed(text)).filter((check) => !isEqual(check))).toEqual([])
      const { status: exit, stdout } = await verifyByCommand(text)
      expect(exit, stdout).toBe(0)
      expect(stdout).toContain('第 2 次提交')
      expect(stdout).toMatch(/核对全部一致/)
    }
  })

  test('其他人都得不到：别的企业、外地主管部门、审计员、未登录的人（第五条）', async () => {
    const statuses = async (url: string) => {
      const entries = Object.keys(visitors).map(async (who) => [who, (await download(who, url)).status] as const)
      return Object.fromEntries(await Promise.all(entries))
    }
    expect(await statuses(ofFirm())).toEqual({
      'firm@example.com': 200,
      'other@example.com': 403,
      'luoyang@gov.cn': 403,
      'zhengzhou@gov.cn': 403,
      'sheng@gov.cn': 403,
      'banli@gov.cn': 403,
      'pizhun@gov.cn': 403,
      'shenji@gov.cn': 403,
      nobody: 401,
    })
    expect(await statuses(ofOffice())).toEqual({
      'firm@example.com': 403,
      'other@example.com': 403,
      'luoyang@gov.cn': 200,
      'zhengzhou@gov.cn': 404,
      'sheng@gov.cn': 200,
      'banli@gov.cn': 200,
      'pizhun@gov.cn': 200,
      'shenji@gov.cn': 403,
      nobody: 401,
    })
  })

  test('R7.2 企业的案卷没有内部意见、办理人员和未告知的行为；自己的提交可以完全核对', async () => {
    const { text } = await download('firm@example.com', ofFirm())
    const { acts, case: own, submissions } = parsed(text)
    expect(acts.map(({ entry }) => entry.act)).toEqual([
      'application.open',
      'application.submit',
      'review.return',
      'application.submit',
    ])
    expect(acts.map(({ opened }) => opened !== undefined)).toEqual([true, true, false, true])
    expect(acts[2]?.told).toEqual(['退回补正', '补正期限：2026-09-08', '缺少佐证材料：请补充 2025 年度审计报告。'])
    expect(own).not.toHaveProperty('step')
    expect(submissions.map(({ round }) => round)).toEqual([1, 2])
    for (const secret of ['内部意见', '王经办', handler.person]) expect(text).not.toContain(secret)
    const office = await download('luoyang@gov.cn', ofOffice())
    expect(parsed(office.text).acts.at(-1)?.opened).toMatchObject({
      person: handler.person,
      name: '王经办',
      payload: { note: '内部意见：同意' },
    })
    expect(parsed(office.text).case.step).toBe('review-approval')
  })

  test('R8.1 新版本用于新批次以后，已办案件的案卷仍是同样的字节、同样的结论（第八条）', async () => {
    const before = await download('luoyang@gov.cn', ofOffice())
    const newer = await putInForce()
    const again = await handIn(await openBatchOf({ edition: newer.digest, opensOn: DAY }, [DAY, DAY]))
    const after = await download('luoyang@gov.cn', ofOffice())
    expect(after.text).toBe(before.text)
    expect((await verifyByCommand(after.text)).status).toBe(0)
    const other = await download('firm@example.com', ofFirm(again))
    const filed = parsed(other.text)
    expect(filed.editions.standard.edition).toBe(newer.digest)
    expect(filed.editions.standard.edition).not.toBe(parsed(after.text).editions.standard.edition)
    expect((await verifyByCommand(other.text)).status).toBe(0)
  })

  test('数据库里的结果被人改过，导出的案卷复核不一致，指出位置', async () => {
    const { owner } = app.database
    const set = (score: string) =>
      owner.query("update submission set result = jsonb_set(result, '{score,min}', $2) where case_id = $1", [id, score])
    const genuine = parsed((await download('luoyang@gov.cn', ofOffice())).text)
    const [{ result }] = genuine.submissions as unknown as [{ result: { score: { min: number } } }]
    await set('99')
    const { status, stdout } = await verifyByCommand((await download('luoyang@gov.cn', ofOffice())).text)
    await set(String(result.score.min))
    expect(status).toBe(1)
    expect(stdout).toContain('/submissions/0/result/score/min')
    expect(stdout).toContain('案卷所记 99')
    expect(stdout).toContain('/submissions/0/digest')
  })

  test('没有提交就没有案卷；不存在的案件查不到', async () => {
    const batch = await openBatchOf()
    const { id: draft } = await openApplication(app.database.db, acting(firm, DAY), batch)
    expect((await download('firm@example.com', ofFirm(draft))).status).toBe(409)
    expect((await download('sheng@gov.cn', ofOffice('0b8f7f0e-2f0b-4a7b-9d63-3a3b1a1f0001'))).status).toBe(404)
  })
})
