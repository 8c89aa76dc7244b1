import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor } from '../regime/jurisdiction/actor.ts'
import type { LocalCode } from '../regime/jurisdiction/authorities.ts'
import { organisationCheckDigit } from '../regime/kernel/organisation-code.ts'
import { usccCheckDigit } from '../regime/kernel/uscc.ts'
import { decideClaim } from '../server/enterprise/claim/decide.ts'
import { openClaim } from '../server/enterprise/claim/open.ts'
import { submitClaim } from '../server/enterprise/claim/submit.ts'
import { registerEnterprise } from '../server/enterprise/register.ts'
import { findMembership } from '../server/enterprise/resolve.ts'
import type { Database } from '../server/store/database.ts'
import { inScope, type Scope } from '../server/store/scope.ts'
import { acting, type Officer, putOfficer } from './listed.ts'

// People, enterprises and their papers, by the verbs that make them in the house.

export const DAY = '2026-09-01'

export type Person = Extract<Actor, { kind: 'person' }>
export type Firm = Extract<Actor, { kind: 'firm' }>

let serial = 1000

/** A code of invented firms that obeys the standard. */
export const freshUscc = (prefix = '91410300'): string => {
  const body = `${prefix}DEM${String(++serial).padStart(5, '0')}`
  const seventeen = `${body}${organisationCheckDigit(body.slice(8))}`
  return `${seventeen}${usccCheckDigit(seventeen)}`
}

/** Somebody with an account and no office. */
export const putPerson = async (db: Kysely<Database>, name: string): Promise<Person> => {
  const person = randomUUID()
  await inScope(db, 'identity', (tx) =>
    tx
      .insertInto('account')
      .values({
        id: person,
        name,
        authority: null,
        roles: [],
        office: null,
        demo: true,
        disabled: false,
        created_at: '2026-08-01T01:00:00.000Z',
      })
      .execute(),
  )
  return { kind: 'person', person }
}

/** A piece of evidence on record, whose bytes no test of these verbs looks at. */
export const putEvidence = async (
  db: Kysely<Database>,
  scope: Scope,
  of: { authority: string; kind: 'claim' | 'enterprise' | 'office'; owner: string; by: string; name?: string },
): Promise<string> => {
  const id = randomUUID()
  await inScope(db, scope, (tx) =>
    tx
      .insertInto('evidence')
      .values({
        authority: of.authority,
        id,
        owner_kind: of.kind,
        owner: of.owner,
        sha256: randomUUID().replaceAll('-', '').repeat(2),
        media_type: 'application/pdf',
        bytes: 1000,
        width: null,
        height: null,
        name: of.name ?? '营业执照.pdf',
        uploaded_by: of.by,
        uploaded_by_name: null,
        uploaded_at: '2026-09-01T01:00:00.000Z',
      })
      .execute(),
  )
  return id
}

/** Claims an enterprise with licence and letter; gives the claim. */
export const claimEnterprise = async (
  db: Kysely<Database>,
  person: Person,
  at: { authority: LocalCode; enterprise: string },
  name = '李四',
) => {
  const { claim } = await openClaim(db, acting(person, DAY), at)
  const paper = (title: string) =>
    putEvidence(db, `person/${person.person}`, {
      authority: at.authority,
      kind: 'claim',
      owner: claim,
      by: person.person,
      name: title,
    })
  const submission = {
    authority: at.authority,
    claim,
    personName: name,
    position: '办公室主任',
    phone: '13800138000',
    statement: '',
    licence: [await paper('营业执照.pdf')],
    letter: [await paper('授权书.pdf')],
  }
  return { claim, submission, submitted: await submitClaim(db, acting(person, DAY), submission) }
}

/** The actor a person is for an enterprise. */
export const asFirm = async (db: Kysely<Database>, person: Person, enterprise: string): Promise<Firm> => {
  const membership = await findMembership(db, person.person, enterprise)
  if (!membership) throw new Error('does not speak for the enterprise')
  return { kind: 'firm', person: person.person, enterprise, ...membership }
}

export interface StandingFirm {
  readonly owner: Firm
  readonly ownerPerson: Person
  readonly enterprise: string
  readonly authority: LocalCode
  readonly uscc: string
  readonly name: string
  readonly claim: string
  readonly handler: Officer
  readonly approver: Officer
}

/** A registered enterprise with a confirmed owner, and the officers of its authority. */
export const putFirm = async (
  db: Kysely<Database>,
  authority: LocalCode = '410300',
  name = '洛阳云梯精密传动科技有限责任公司',
): Promise<StandingFirm> => {
  const ownerPerson = await putPerson(db, '李四')
  const handler = await putOfficer(db, '王经办', authority, 'handler')
  const approver = await putOfficer(db, '赵审批', authority, 'approver')
  const { enterprise, uscc } = await registerEnterprise(db, acting(ownerPerson, DAY), {
    uscc: freshUscc(`91${authority}`),
    authority,
    name,
  })
  const { claim } = await claimEnterprise(db, ownerPerson, { authority, enterprise })
  await decideClaim(db, acting(handler, DAY), { claim, baseSeq: 1, outcome: 'owner', reasons: [] })
  const owner = await asFirm(db, ownerPerson, enterprise)
  return { owner, ownerPerson, enterprise, authority, uscc, name, claim, handler, approver }
}
