import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import {
  asFirm,
  claimEnterprise,
  DAY,
  freshUscc,
  type Person,
  putEvidence,
  putFirm,
  putPerson,
  type StandingFirm,
} from '../../../test/enterprise.ts'
import { acting, type Officer, putOfficer } from '../../../test/listed.ts'
import { readMembers } from '../member/read-members.ts'
import { readOwnClaim, readOwnEnterprises } from '../own.ts'
import { readProfile } from '../profile/read-profile.ts'
import { registerEnterprise } from '../register.ts'
import { findMembership } from '../resolve.ts'
import { answerClaim } from './answer.ts'
import { confirmOutcome } from './confirm.ts'
import { decideClaim } from './decide.ts'
import { openClaim } from './open.ts'
import { proposeOutcome } from './propose.ts'
import { readClaimsAgainst } from './read-against.ts'
import { readClaim } from './read-claim.ts'
import { readClaimQueue } from './read-queue.ts'
import { submitClaim } from './submit.ts'
import { withdrawClaim } from './withdraw.ts'

let database: TestDatabase
let handler: Officer
let approver: Officer
beforeAll(async () => {
  database = await testDatabase()
  handler = await putOfficer(database.db, '王经办', '410300', 'handler')
  approver = await putOfficer(database.db, '赵审批', '410300', 'approver')
})
afterAll(() => database.close())

const refusal = (code: string) => expect.objectContaining({ code })
const reason = [{ code: 'letter-unsigned', text: '授权书没有盖公章，请补盖后重新提交。' }] as const
const at = '410300' as const

const newFirm = async (name = '张三'): Promise<{ person: Person; enterprise: string }> => {
  const person = await putPerson(database.db, name)
  const { enterprise } = await registerEnterprise(database.db, acting(person, DAY), {
    uscc: freshUscc(),
    authority: at,
    name: '洛阳演示有限公司',
  })
  return { person, enterprise }
}

const ownersOf = async ({ owner }: StandingFirm) =>
  (await readMembers(database.db, owner, `${DAY}T02:00:00Z`)).members.map(({ name, role }) => `${name} ${role}`).sort()

describe('没有争议的认领：经办核实', () => {
  test('提交后先填资料；确认后代表企业', async () => {
    const { person, enterprise } = await newFirm()
    const { claim, submitted } = await claimEnterprise(database.db, person, { authority: at, enterprise }, '张三')
    expect(submitted).toEqual({ status: 'waiting', dispute: false, mayFill: true })
    const waiting = await asFirm(database.db, person, enterprise)
    expect(await readProfile(database.db, waiting)).toMatchObject({ standing: 'pending', entries: [] })
    const queue = await readClaimQueue(database.db, handler, { show: 'open', page: 1 })
    expect(queue.claims.find(({ id }) => id === claim)).toMatchObject({ claimant: '张三', dispute: false })
    await decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'owner', reasons: [] })
    expect(await readProfile(database.db, waiting)).toMatchObject({ standing: 'confirmed', role: 'owner' })
    expect((await readOwnEnterprises(database.db, person)).enterprises).toMatchObject([{ standing: 'confirmed' }])
    await expect(openClaim(database.db, acting(person, DAY), { authority: at, enterprise })).rejects.toEqual(
      refusal('claim.already-owner'),
    )
  })

  test('不予确认要写理由；本人看得到理由，资料不再能填，可以补齐材料再认领', async () => {
    const { person, enterprise } = await newFirm()
    const { claim } = await claimEnterprise(database.db, person, { authority: at, enterprise })
    const decide = (reasons: typeof reason | readonly []) =>
      decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'refuse', reasons })
    await expect(decide([])).rejects.toEqual(refusal('claim.reasons-missing'))
    await decide(reason)
    expect(await findMembership(database.db, person.person, enterprise)).toBeUndefined()
    expect(await readOwnClaim(database.db, person, at, claim)).toMatchObject({ status: 'refused', reasons: reason })
    const again = await claimEnterprise(database.db, person, { authority: at, enterprise })
    expect(again.submitted).toMatchObject({ mayFill: true })
    const file = await readClaim(database.db, handler, again.claim)
    expect(file.earlier).toMatchObject([{ claim, status: 'refused' }])
    expect(file.claim).toMatchObject({ licence: [{ name: '营业执照.pdf' }], letter: [{ name: '授权书.pdf' }] })
  })

  test('前一人被拒后，后一人看不到前一人填的资料，确认后才可以', async () => {
    const { person, enterprise } = await newFirm()
    const first = await claimEnterprise(database.db, person, { authority: at, enterprise })
    await decideClaim(database.db, acting(handler, DAY), {
      claim: first.claim,
      baseSeq: 1,
      outcome: 'refuse',
      reasons: reason,
    })
    const other = await putPerson(database.db, '李四')
    const second = await claimEnterprise(database.db, other, { authority: at, enterprise })
    expect(second.submitted).toMatchObject({ mayFill: false, dispute: false })
    expect(await findMembership(database.db, other.person, enterprise)).toBeUndefined()
  })

  test('没有营业执照或授权书、用别人的佐证，都不能提交', async () => {
    const { person, enterprise } = await newFirm()
    const { claim } = await openClaim(database.db, acting(person, DAY), { authority: at, enterprise })
    const submission = {
      authority: at,
      claim,
      personName: '张三',
      position: '经理',
      phone: '13800138000',
      statement: '',
    }
    await expect(
      submitClaim(database.db, acting(person, DAY), { ...submission, licence: [], letter: [] }),
    ).rejects.toEqual(refusal('claim.evidence-missing'))
    const { person: other, enterprise: elsewhere } = await newFirm()
    const theirs = await claimEnterprise(database.db, other, { authority: at, enterprise: elsewhere })
    const { licence, letter } = theirs.submission
    await expect(submitClaim(database.db, acting(person, DAY), { ...submission, licence, letter })).rejects.toEqual(
      refusal('evidence.not-found'),
    )
    await expect(submitClaim(database.db, acting(other, DAY), { ...submission, licence, letter })).rejects.toEqual(
      refusal('claim.not-found'),
    )
  })

  test('草稿再打开还是同一份；提交后不能重复认领；撤回后可以重来', async () => {
    const { person, enterprise } = await newFirm()
    const open = () => openClaim(database.db, acting(person, DAY), { authority: at, enterprise })
    const draft = await open()
    expect(await open()).toEqual(draft)
    const { claim } = await claimEnterprise(database.db, person, { authority: at, enterprise })
    expect(claim).toBe(draft.claim)
    await expect(open()).rejects.toMatchObject({ code: 'claim.already-open', details: { claim } })
    await withdrawClaim(database.db, acting(person, DAY), { authority: at, claim })
    expect(await findMembership(database.db, person.person, enterprise)).toBeUndefined()
    expect((await open()).claim).not.toBe(claim)
    await expect(
      decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 2, outcome: 'owner', reasons: [] }),
    ).rejects.toEqual(refusal('claim.not-open'))
  })

  test('外地经办看不到也办不了；审批、核查岗位不能代替经办', async () => {
    const { person, enterprise } = await newFirm()
    const { claim } = await claimEnterprise(database.db, person, { authority: at, enterprise })
    const elsewhere = await putOfficer(database.db, '郑州', '410100', 'handler', 'approver')
    await expect(readClaim(database.db, elsewhere, claim)).rejects.toEqual(refusal('claim.not-found'))
    const decision = { claim, baseSeq: 1, outcome: 'owner', reasons: [] } as const
    await expect(decideClaim(database.db, acting(elsewhere, DAY), decision)).rejects.toEqual(refusal('claim.not-found'))
    await expect(decideClaim(database.db, acting(approver, DAY), decision)).rejects.toEqual(
      refusal('act.not-your-role'),
    )
    await expect(decideClaim(database.db, acting(handler, DAY), { ...decision, baseSeq: 2 })).rejects.toEqual(
      refusal('act.stale'),
    )
  })
})

describe('有争议的认领：经办提出，审批决定（第七条）', () => {
  const dispute = async () => {
    const firm = await putFirm(database.db)
    const rival = await putPerson(database.db, '周七')
    const made = await claimEnterprise(database.db, rival, firm, '周七')
    return { firm, rival, ...made }
  }

  test('第二人认领不影响现负责人，双方并列给经办；负责人可以说明', async () => {
    const { firm, rival, claim, submitted } = await dispute()
    expect(submitted).toEqual({ status: 'waiting', dispute: true, mayFill: false })
    expect(await ownersOf(firm)).toEqual(['李四 owner'])
    expect(await findMembership(database.db, rival.person, firm.enterprise)).toBeUndefined()
    const paper = await putEvidence(database.db, `enterprise/410300/${firm.enterprise}`, {
      authority: at,
      kind: 'enterprise',
      owner: firm.enterprise,
      by: firm.owner.person,
      name: '劳动合同.pdf',
    })
    expect(await readClaimsAgainst(database.db, firm.owner)).toMatchObject([{ claim, name: '周七', answer: null }])
    await answerClaim(database.db, acting(firm.owner, DAY), { claim, answer: '周七已离职。', evidence: [paper] })
    const file = await readClaim(database.db, handler, claim)
    expect(file).toMatchObject({
      dispute: true,
      claim: { name: '周七', answer: { text: '周七已离职。', by: '李四', evidence: [{ name: '劳动合同.pdf' }] } },
      owners: [{ name: '李四', claim: { licence: [{ name: '营业执照.pdf' }] } }],
    })
    expect(JSON.stringify(await readClaimsAgainst(database.db, firm.owner))).not.toContain('13800138000')
  })

  test('经办一人不能办结；意见由另一人审批', async () => {
    const { firm, claim } = await dispute()
    const both = await putOfficer(database.db, '孙兼任', at, 'handler', 'approver')
    await expect(
      decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'owner', reasons: [] }),
    ).rejects.toEqual(refusal('claim.dispute'))
    const proposal = { claim, baseSeq: 1, outcome: 'refuse', reasons: [] } as const
    await expect(proposeOutcome(database.db, acting(both, DAY), proposal)).rejects.toEqual(
      refusal('claim.reasons-missing'),
    )
    await proposeOutcome(database.db, acting(both, DAY), { ...proposal, reasons: reason })
    const confirm = { claim, baseSeq: 2, decision: 'confirm' } as const
    await expect(confirmOutcome(database.db, acting(both, DAY), confirm)).rejects.toEqual(refusal('act.same-person'))
    await expect(confirmOutcome(database.db, acting(handler, DAY), confirm)).rejects.toEqual(
      refusal('act.not-your-role'),
    )
    expect(await confirmOutcome(database.db, acting(approver, DAY), confirm)).toEqual({ status: 'refused' })
    expect(await ownersOf(firm)).toEqual(['李四 owner'])
  })

  test('本人在审批决定之前看不到经办的意见', async () => {
    const { rival, claim } = await dispute()
    await proposeOutcome(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'refuse', reasons: reason })
    expect(await readOwnClaim(database.db, rival, at, claim)).toMatchObject({
      status: 'proposed',
      outcome: null,
      reasons: [],
    })
  })

  test('退回经办要写意见；经办重提后再审批', async () => {
    const { claim } = await dispute()
    await proposeOutcome(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'refuse', reasons: reason })
    await expect(
      confirmOutcome(database.db, acting(approver, DAY), { claim, baseSeq: 2, decision: 'send-back' }),
    ).rejects.toEqual(refusal('claim.reasons-missing'))
    await confirmOutcome(database.db, acting(approver, DAY), {
      claim,
      baseSeq: 2,
      decision: 'send-back',
      note: '请核对公章。',
    })
    expect(await readClaim(database.db, handler, claim)).toMatchObject({
      claim: { status: 'waiting', sendBackNote: '请核对公章。' },
    })
    await proposeOutcome(database.db, acting(handler, DAY), { claim, baseSeq: 3, outcome: 'member', reasons: reason })
    expect(
      await confirmOutcome(database.db, acting(approver, DAY), { claim, baseSeq: 4, decision: 'confirm' }),
    ).toEqual({ status: 'confirmed' })
  })

  test('加为成员：双方都在', async () => {
    const { firm, claim } = await dispute()
    await proposeOutcome(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'member', reasons: reason })
    await confirmOutcome(database.db, acting(approver, DAY), { claim, baseSeq: 2, decision: 'confirm' })
    expect(await ownersOf(firm)).toEqual(['周七 member', '李四 owner'])
  })

  test.each([
    ['stay-members', ['周七 owner', '李四 member']],
    ['leave', ['周七 owner']],
  ] as const)('变更负责人，原负责人 %s', async (formerOwners, after) => {
    const { firm, rival, claim } = await dispute()
    await proposeOutcome(database.db, acting(handler, DAY), {
      claim,
      baseSeq: 1,
      outcome: 'owner',
      reasons: reason,
      formerOwners,
    })
    expect(await ownersOf(firm)).toEqual(['李四 owner'])
    await confirmOutcome(database.db, acting(approver, DAY), { claim, baseSeq: 2, decision: 'confirm' })
    const owner = await asFirm(database.db, rival, firm.enterprise)
    const names = (await readMembers(database.db, owner, `${DAY}T02:00:00Z`)).members
      .map((m) => `${m.name} ${m.role}`)
      .sort()
    expect(names).toEqual(after)
  })

  test('两人同时认领还没有负责人的企业：也是争议；不能只加为成员', async () => {
    const { person, enterprise } = await newFirm()
    const other = await putPerson(database.db, '李四')
    const first = await claimEnterprise(database.db, person, { authority: at, enterprise }, '张三')
    const second = await claimEnterprise(database.db, other, { authority: at, enterprise }, '李四')
    expect(second.submitted).toMatchObject({ dispute: true })
    await expect(
      decideClaim(database.db, acting(handler, DAY), { claim: first.claim, baseSeq: 1, outcome: 'owner', reasons: [] }),
    ).rejects.toEqual(refusal('claim.dispute'))
    await expect(
      proposeOutcome(database.db, acting(handler, DAY), {
        claim: second.claim,
        baseSeq: 1,
        outcome: 'member',
        reasons: reason,
      }),
    ).rejects.toEqual(refusal('claim.no-owner'))
    await proposeOutcome(database.db, acting(handler, DAY), {
      claim: second.claim,
      baseSeq: 1,
      outcome: 'owner',
      reasons: reason,
    })
    await confirmOutcome(database.db, acting(approver, DAY), { claim: second.claim, baseSeq: 2, decision: 'confirm' })
    expect(await findMembership(database.db, other.person, enterprise)).toMatchObject({ role: 'owner' })
    // The first claimant no longer fills in, but their claim still waits to be decided: now against an owner.
    expect(await findMembership(database.db, person.person, enterprise)).toBeUndefined()
    expect(await readClaim(database.db, handler, first.claim)).toMatchObject({
      dispute: true,
      claim: { status: 'waiting' },
      owners: [{ name: '李四' }],
    })
  })

  test('两名经办同时办理同一认领：只有一个生效', async () => {
    const { person, enterprise } = await newFirm()
    const { claim } = await claimEnterprise(database.db, person, { authority: at, enterprise })
    const decide = (outcome: 'owner' | 'refuse') =>
      decideClaim(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome, reasons: reason })
    const outcomes = await Promise.allSettled([decide('owner'), decide('refuse')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('认领的每一步都记入该主管部门的记录', async () => {
    const { claim } = await dispute()
    await proposeOutcome(database.db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'refuse', reasons: reason })
    await confirmOutcome(database.db, acting(approver, DAY), { claim, baseSeq: 2, decision: 'confirm' })
    const { rows } = await database.owner.query(
      'select act, actor_kind, subject_seq, office from act where subject = $1 order by subject_seq',
      [claim],
    )
    expect(rows).toEqual([
      { act: 'claim.submit', actor_kind: 'person', subject_seq: 1, office: null },
      { act: 'claim.propose', actor_kind: 'officer', subject_seq: 2, office: '410300' },
      { act: 'claim.decide', actor_kind: 'officer', subject_seq: 3, office: '410300' },
    ])
  })
})
