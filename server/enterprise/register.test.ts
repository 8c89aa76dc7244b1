import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import {
  asFirm,
  claimEnterprise,
  DAY,
  freshUscc,
  type Person,
  putEvidence,
  putFirm,
  putPerson,
} from '../../test/enterprise.ts'
import { acting, putOfficer } from '../../test/listed.ts'
import { decideClaim } from './claim/decide.ts'
import { lookUpEnterprise } from './look-up.ts'
import { readProfile } from './profile/read-profile.ts'
import { saveFact } from './profile/save-fact.ts'
import { registerEnterprise } from './register.ts'
import { decideAdmission } from './uscc/decide-admission.ts'
import { proposeAdmission } from './uscc/propose-admission.ts'
import { readAdmissions } from './uscc/read-admissions.ts'

let database: TestDatabase
let person: Person
beforeAll(async () => {
  database = await testDatabase()
  person = await putPerson(database.db, '张三')
})
afterAll(() => database.close())

const register = (uscc: string, authority: '410300' | '410100' = '410300', who = person) =>
  registerEnterprise(database.db, acting(who, DAY), { uscc, authority, name: '演示企业有限公司' })

const refusal = (code: string) => expect.objectContaining({ code })

describe('按统一社会信用代码登记企业（第九条：属地原则）', () => {
  test('小写、空格、全角一样登记；主管部门由企业选，不由代码推', async () => {
    const uscc = freshUscc('91410100')
    const typed = ` ${uscc.toLowerCase().slice(0, 9)} ${uscc.slice(9)}`
    expect(await register(typed, '410300')).toMatchObject({ uscc, authority: '410300' })
    const { registered } = await lookUpEnterprise(database.db, typed)
    expect(registered).toBeNull()
  })

  test('代码有误：说明第几位、为什么，不能登记', async () => {
    await expect(register('91410100DEM000014Q')).rejects.toMatchObject({
      code: 'uscc.invalid',
      details: { position: 18, text: expect.stringContaining('第 18 位') },
    })
    await expect(register('9141010ODEM000014P')).rejects.toMatchObject({ details: { position: 8 } })
    expect((await lookUpEnterprise(database.db, '91410100DEM000014Q')).reading.problem).toBeDefined()
  })

  test('同一代码在同一主管部门再登记，还是同一家企业', async () => {
    const uscc = freshUscc()
    const first = await register(uscc)
    expect(await register(uscc, '410300', await putPerson(database.db, '李四'))).toEqual(first)
    const { rows } = await database.owner.query('select count(*)::int as n from enterprise where uscc = $1', [uscc])
    expect(rows[0].n).toBe(1)
  })

  test('只登记不认领，谁也锁不住：别人可以在应属的主管部门登记', async () => {
    const uscc = freshUscc()
    const wrong = await register(uscc, '410100')
    expect(await register(uscc, '410300')).toEqual({ ...wrong, authority: '410300' })
  })

  test('有人认领后，其他主管部门不能再登记；不予确认后又可以', async () => {
    const uscc = freshUscc()
    const { enterprise } = await register(uscc, '410100')
    const handler = await putOfficer(database.db, '王经办', '410100', 'handler')
    const { claim } = await claimEnterprise(database.db, person, { authority: '410100', enterprise })
    await expect(register(uscc, '410300')).rejects.toMatchObject({
      code: 'enterprise.elsewhere',
      details: { authority: '410100' },
    })
    await decideClaim(database.db, acting(handler, DAY), {
      claim,
      baseSeq: 1,
      outcome: 'refuse',
      reasons: [{ code: 'not-here', text: '企业在洛阳，请向洛阳市登记。' }],
    })
    expect(await register(uscc, '410300')).toMatchObject({ enterprise, authority: '410300' })
  })

  test('选错主管部门：被退回后到应属的主管部门重新登记，填过的资料不用再填', async () => {
    const uscc = freshUscc()
    const newcomer = await putPerson(database.db, '郑六')
    const { enterprise } = await register(uscc, '410100', newcomer)
    const handler = await putOfficer(database.db, '王经办', '410100', 'handler')
    const { claim } = await claimEnterprise(database.db, newcomer, { authority: '410100', enterprise })
    const before = await asFirm(database.db, newcomer, enterprise)
    const save = { path: '/years/2025/revenue', raw: '1001', unit: 'wan', source: 'audited' } as const
    await saveFact(database.db, acting(before, DAY), { ...save, datedOn: null, evidence: [], baseVersion: 0 })
    const reasons = [{ code: 'not-here', text: '企业在洛阳。' }] as const
    await decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'refuse', reasons })
    await register(uscc, '410300', newcomer)
    await claimEnterprise(database.db, newcomer, { authority: '410300', enterprise })
    const after = await asFirm(database.db, newcomer, enterprise)
    expect(after.authority).toBe('410300')
    expect((await readProfile(database.db, after)).entries).toMatchObject([{ ...save, version: 1, by: '李四' }])
  })

  test('名称填错：没有认领成立时，重新登记即改正；确认之后不再改', async () => {
    const uscc = freshUscc()
    const { enterprise } = await register(uscc)
    const again = (name: string) =>
      registerEnterprise(database.db, acting(person, DAY), { uscc, authority: '410300', name })
    const nameNow = async () =>
      (await database.owner.query('select name from enterprise where id = $1', [enterprise])).rows
    await again('更正后的名称有限公司')
    expect(await nameNow()).toEqual([{ name: '更正后的名称有限公司' }])
    await claimEnterprise(database.db, person, { authority: '410300', enterprise })
    await again('别人改的名称')
    expect(await nameNow()).toEqual([{ name: '更正后的名称有限公司' }])
  })

  test('同时在两个主管部门登记并认领：只有一个成立', async () => {
    const uscc = freshUscc()
    const other = await putPerson(database.db, '王五')
    const { enterprise } = await register(uscc, '410100')
    await register(uscc, '410300', other)
    const outcomes = await Promise.allSettled([
      claimEnterprise(database.db, person, { authority: '410100', enterprise }),
      claimEnterprise(database.db, other, { authority: '410300', enterprise }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toEqual(refusal('enterprise.elsewhere'))
  })

  test('同一操作编号再发一次，不会登记两次', async () => {
    const request = { uscc: freshUscc(), authority: '410300', name: '演示企业有限公司' } as const
    const key = randomUUID()
    const first = await registerEnterprise(database.db, acting(person, DAY, key), request)
    expect(await registerEnterprise(database.db, acting(person, DAY, key), request)).toEqual(first)
    await expect(
      registerEnterprise(database.db, acting(person, DAY, key), { ...request, name: '另一名称' }),
    ).rejects.toEqual(refusal('act.key-reused'))
  })

  test('主管部门人员不能登记企业', async () => {
    const handler = await putOfficer(database.db, '王经办', '410300', 'handler')
    await expect(
      registerEnterprise(database.db, acting(handler, DAY), { uscc: freshUscc(), authority: '410300', name: '某企业' }),
    ).rejects.toEqual(refusal('act.not-your-role'))
  })

  test('已有负责人的企业，查询时只给名称、所在地和是否已认领', async () => {
    const firm = await putFirm(database.db)
    expect((await lookUpEnterprise(database.db, firm.uscc)).registered).toEqual({
      enterprise: firm.enterprise,
      authority: '410300',
      name: firm.name,
      claimed: true,
    })
  })
})

describe('不符合国家标准的早期代码：两人核验后登记（第七条）', () => {
  const irregular = '91410300DEM00002ZZ'
  const propose = async (uscc = irregular) => {
    const handler = await putOfficer(database.db, '王经办', '410300', 'handler', 'approver')
    const id = randomUUID()
    const licence = await putEvidence(database.db, 'authority/410300', {
      authority: '410300',
      kind: 'office',
      owner: id,
      by: handler.person,
    })
    const proposal = {
      id,
      uscc,
      enterpriseName: '洛阳早期试点企业',
      grounds: '营业执照原件核对无误',
      evidence: [licence],
    }
    return { handler, proposal, made: await proposeAdmission(database.db, acting(handler, DAY), proposal) }
  }

  test('经办提请、审批准予后，恰好这个代码可以登记，并记明已核验', async () => {
    await expect(register(irregular)).rejects.toEqual(refusal('uscc.invalid'))
    const { handler, proposal } = await propose()
    await expect(register(irregular)).rejects.toEqual(refusal('uscc.invalid'))
    const decision = { admission: proposal.id, decision: 'confirmed', note: '同意' } as const
    await expect(decideAdmission(database.db, acting(handler, DAY), decision)).rejects.toEqual(
      refusal('act.same-person'),
    )
    const approver = await putOfficer(database.db, '赵审批', '410300', 'approver')
    await decideAdmission(database.db, acting(approver, DAY), decision)
    const { enterprise } = await register(irregular)
    const { rows } = await database.owner.query('select uscc_confirmed from enterprise where id = $1', [enterprise])
    expect(rows).toEqual([{ uscc_confirmed: true }])
    await expect(register(irregular, '410100')).rejects.toEqual(refusal('uscc.invalid'))
    await expect(register('91410300DEM00002ZY')).rejects.toEqual(refusal('uscc.invalid'))
    expect((await readAdmissions(database.db, handler))[0]).toMatchObject({
      status: 'confirmed',
      decidedByName: '赵审批',
      evidence: [{ name: '营业执照.pdf' }],
    })
    await expect(decideAdmission(database.db, acting(approver, DAY), decision)).rejects.toEqual(
      refusal('uscc-admission.decided'),
    )
  })

  test('符合标准的代码不必核验；没有佐证不能提请；同一代码不重复提请', async () => {
    await expect(propose('91410100DEM000014P')).rejects.toEqual(refusal('uscc-admission.regular'))
    await expect(propose('9141')).rejects.toEqual(refusal('uscc.invalid'))
    const { handler, proposal } = await propose('91410300DEM00003ZZ')
    await expect(
      proposeAdmission(database.db, acting(handler, DAY), {
        ...proposal,
        id: randomUUID(),
        uscc: '91410300DEM00004ZZ',
      }),
    ).rejects.toEqual(refusal('evidence.not-found'))
    await expect(propose('91410300DEM00003ZZ')).rejects.toEqual(refusal('uscc-admission.exists'))
  })

  test('核查人员、省厅不能提请', async () => {
    const verifier = await putOfficer(database.db, '核查', '410300', 'verifier')
    const provincial = await putOfficer(database.db, '省厅', '410000', 'handler', 'approver')
    const proposal = { id: randomUUID(), uscc: '91410300DEM00005ZZ', enterpriseName: '某', grounds: '某', evidence: [] }
    await expect(proposeAdmission(database.db, acting(verifier, DAY), proposal)).rejects.toEqual(
      refusal('act.not-your-role'),
    )
    await expect(proposeAdmission(database.db, acting(provincial, DAY), proposal)).rejects.toEqual(
      refusal('act.not-your-jurisdiction'),
    )
  })
})
