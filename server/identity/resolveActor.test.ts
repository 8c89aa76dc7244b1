import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { administratorOffices, officerRoles } from '../../regime/jurisdiction/actor.ts'
import type { Database } from '../store/database.ts'
import type { SignedIn } from './findSession.ts'
import { type Membership, resolveActor } from './resolveActor.ts'

const db = {} as Kysely<Database>
const nobody: SignedIn = {
  id: randomUUID(),
  name: '张三',
  authority: null,
  roles: [],
  office: null,
  demo: false,
  mustChange: false,
}
const member: Membership = { authority: '410300', role: 'member' }

describe('以谁的身份办理', () => {
  test('未登录是公众；登录的人不代表任何企业', async () => {
    const anyone = async () => member
    expect(await resolveActor(db, undefined, randomUUID(), anyone)).toEqual({ kind: 'public' })
    expect(await resolveActor(db, nobody, undefined, anyone)).toEqual({ kind: 'person', person: nobody.id })
  })

  test('网址中写明企业且确有资格的，代表该企业；没有资格的仍是个人', async () => {
    const enterprise = randomUUID()
    const only = async (_: unknown, person: string, asked: string) =>
      person === nobody.id && asked === enterprise ? member : undefined
    expect(await resolveActor(db, nobody, enterprise, only)).toEqual({
      kind: 'firm',
      person: nobody.id,
      enterprise,
      authority: '410300',
      role: 'member',
    })
    expect((await resolveActor(db, nobody, randomUUID(), only)).kind).toBe('person')
  })

  test('主管部门人员和管理人员从不代表企业', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({
            authority: fc.constantFrom('410100' as const, '410000' as const),
            roles: fc.subarray([...officerRoles]),
          }),
          fc.record({ office: fc.constantFrom(...administratorOffices) }),
        ),
        fc.uuid(),
        async (standing, enterprise) => {
          const actor = await resolveActor(db, { ...nobody, ...standing }, enterprise, async () => member)
          expect(actor.kind).toBe('office' in standing ? 'administrator' : 'officer')
        },
      ),
    )
  })
})
