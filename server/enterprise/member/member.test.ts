import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { asFirm, DAY, type Firm, type Person, putFirm, putPerson, type StandingFirm } from '../../../test/enterprise.ts'
import { acting } from '../../../test/listed.ts'
import { findMembership } from '../resolve.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeMember } from './change-member.ts'
import { invite } from './invite.ts'
import { readMembers } from './read-members.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { viewInvitation } from './view-invitation.ts'

let database: TestDatabase
let firm: StandingFirm
beforeAll(async () => {
  database = await testDatabase()
  firm = await putFirm(database.db)
})
afterAll(() => database.close())

const refusal = (code: string) => expect.objectContaining({ code })
const now = `${DAY}T02:00:00.000Z`

const makeLink = (by: Firm = firm.owner, role: 'owner' | 'member' = 'member') =>
  invite(database.db, acting(by, DAY), { invitee: '同事', role })
const accept = (person: Person, token: string, day = DAY) => acceptInvitation(database.db, acting(person, day), token)

describe('邀请同事', () => {
  test('链接用一次，接受后代表企业；只有摘要留在库中', async () => {
    const colleague = await putPerson(database.db, '钱八')
    const { id, token, expiresAt } = await makeLink()
    expect(expiresAt).toBe('2026-09-08T15:59:59.999Z')
    const { rows } = await database.owner.query('select * from invitation where id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[2])
    expect(await viewInvitation(database.db, colleague, now, token)).toMatchObject({
      name: firm.name,
      by: '李四',
      role: 'member',
      accepted: false,
    })
    expect(await accept(colleague, token)).toEqual({ enterprise: firm.enterprise, authority: '410300' })
    expect(await findMembership(database.db, colleague.person, firm.enterprise)).toEqual({
      authority: '410300',
      role: 'member',
    })
    // Sent again after a lost answer: the same answer, nothing happens twice.
    expect(await accept(colleague, token)).toEqual({ enterprise: firm.enterprise, authority: '410300' })
    await expect(accept(await putPerson(database.db, '别人'), token)).rejects.toEqual(refusal('invitation.invalid'))
  })

  test('第七日终了为止有效，次日失效', async () => {
    const [first, second] = [await makeLink(), await makeLink()]
    await accept(await putPerson(database.db, '钱八'), first.token, '2026-09-08')
    await expect(accept(await putPerson(database.db, '孙九'), second.token, '2026-09-09')).rejects.toEqual(
      refusal('invitation.invalid'),
    )
  })

  test('撤销的、改动过的、不存在的链接都打不开', async () => {
    const person = await putPerson(database.db, '钱八')
    const { id, token } = await makeLink()
    const [authority, uuid, secret = ''] = token.split('.')
    const wrong = [
      `${authority}.${uuid}.${secret.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
      `410100.${uuid}.${secret}`,
      `410000.${uuid}.${secret}`,
      `${authority}.${randomUUID()}.${secret}`,
      'nonsense',
      '',
    ]
    for (const link of wrong) {
      await expect(viewInvitation(database.db, person, now, link)).rejects.toEqual(refusal('invitation.invalid'))
      await expect(accept(person, link)).rejects.toEqual(refusal('invitation.invalid'))
    }
    await revokeInvitation(database.db, acting(firm.owner, DAY), id)
    await expect(accept(person, token)).rejects.toEqual(refusal('invitation.invalid'))
  })

  test('没有收到答复而重发：同一邀请换一个新链接，旧的作废', async () => {
    const key = randomUUID()
    const make = () => invite(database.db, acting(firm.owner, DAY, key), { invitee: '同事', role: 'member' })
    const [first, second] = [await make(), await make()]
    expect(second.id).toBe(first.id)
    const person = await putPerson(database.db, '钱八')
    await expect(accept(person, first.token)).rejects.toEqual(refusal('invitation.invalid'))
    await accept(person, second.token)
  })

  test('两人同时用一个链接：只有一人成为成员', async () => {
    const { token } = await makeLink()
    const people = [await putPerson(database.db, '甲某'), await putPerson(database.db, '乙某')]
    const outcomes = await Promise.allSettled(people.map((person) => accept(person, token)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('已是成员的打开链接：说明已是成员，链接不用掉', async () => {
    const { token } = await makeLink()
    await expect(accept(firm.ownerPerson, token)).rejects.toEqual(refusal('member.already'))
    await accept(await putPerson(database.db, '钱八'), token)
  })

  test('成员不能邀请、撤销、变更他人；未使用的邀请有上限', async () => {
    const own = await putFirm(database.db)
    const colleague = await putPerson(database.db, '钱八')
    await accept(colleague, (await makeLink(own.owner)).token)
    const member = await asFirm(database.db, colleague, own.enterprise)
    await expect(makeLink(member)).rejects.toEqual(refusal('member.owner-only'))
    await expect(
      changeMember(database.db, acting(member, DAY), { person: own.owner.person, to: 'removed' }),
    ).rejects.toEqual(refusal('member.owner-only'))
    await expect(
      changeMember(database.db, acting(member, DAY), { person: member.person, to: 'owner' }),
    ).rejects.toEqual(refusal('member.owner-only'))
    for (let index = 0; index < 20; index++) await makeLink(own.owner)
    await expect(makeLink(own.owner)).rejects.toEqual(refusal('invitation.too-many'))
    expect((await readMembers(database.db, own.owner, now)).invitations).toHaveLength(20)
  })
})

describe('变更和移出成员', () => {
  test('最后一名负责人不能移出、不能改为成员；先设另一名负责人即可', async () => {
    const own = await putFirm(database.db)
    const change = (to: 'owner' | 'member' | 'removed', person: string, by: Firm = own.owner) =>
      changeMember(database.db, acting(by, DAY), { person, to })
    await expect(change('removed', own.owner.person)).rejects.toEqual(refusal('member.last-owner'))
    await expect(change('member', own.owner.person)).rejects.toEqual(refusal('member.last-owner'))
    const colleague = await putPerson(database.db, '钱八')
    await accept(colleague, (await makeLink(own.owner)).token)
    await change('owner', colleague.person)
    await change('removed', own.owner.person)
    expect(await findMembership(database.db, own.owner.person, own.enterprise)).toBeUndefined()
    const successor = await asFirm(database.db, colleague, own.enterprise)
    expect((await readMembers(database.db, successor, now)).members).toMatchObject([{ name: '钱八', role: 'owner' }])
    await expect(change('member', own.owner.person, successor)).rejects.toEqual(refusal('member.not-found'))
  })

  test('成员可以自己退出；退出后可以再受邀', async () => {
    const own = await putFirm(database.db)
    const colleague = await putPerson(database.db, '钱八')
    await accept(colleague, (await makeLink(own.owner)).token)
    const member = await asFirm(database.db, colleague, own.enterprise)
    await changeMember(database.db, acting(member, DAY), { person: member.person, to: 'removed' })
    expect(await findMembership(database.db, colleague.person, own.enterprise)).toBeUndefined()
    await accept(colleague, (await makeLink(own.owner, 'owner')).token)
    expect(await findMembership(database.db, colleague.person, own.enterprise)).toMatchObject({ role: 'owner' })
  })

  test('不论怎样变更，也不论是否同时，企业始终有负责人', async () => {
    const change = fc.record({
      by: fc.nat(2),
      person: fc.nat(2),
      to: fc.constantFrom('owner' as const, 'member' as const, 'removed' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, change), { maxLength: 6 }), async (rounds) => {
        const own = await putFirm(database.db)
        const people = [own.ownerPerson, await putPerson(database.db, '甲某'), await putPerson(database.db, '乙某')]
        for (const person of people.slice(1)) await accept(person, (await makeLink(own.owner, 'owner')).token)
        const once = async ({ by, person, to }: { by: number; person: number; to: 'owner' | 'member' | 'removed' }) => {
          const membership = await findMembership(database.db, (people[by] as Person).person, own.enterprise)
          if (!membership) return
          const actor: Firm = {
            kind: 'firm',
            person: (people[by] as Person).person,
            enterprise: own.enterprise,
            ...membership,
          }
          await changeMember(database.db, acting(actor, DAY), { person: (people[person] as Person).person, to })
        }
        for (const both of rounds) {
          await Promise.allSettled(both.map(once))
          const { rows } = await database.owner.query(
            `select count(*)::int as n from membership
             where enterprise = $1 and role = 'owner' and standing = 'confirmed' and ended_at is null`,
            [own.enterprise],
          )
          expect(rows[0].n).toBeGreaterThan(0)
        }
      }),
      { numRuns: 15 },
    )
  })
})
