import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { claimEnterprise, DAY, putEvidence, putFirm, putPerson, type StandingFirm } from '../../test/enterprise.ts'
import { acting } from '../../test/listed.ts'
import { invite } from './member/invite.ts'
import { saveFact } from './profile/save-fact.ts'
import { proposeAdmission } from './uscc/propose-admission.ts'

let database: TestDatabase
let firms: StandingFirm[]
let claimants: string[]
beforeAll(async () => {
  database = await testDatabase()
  firms = []
  claimants = []
  for (const [authority, name] of [
    ['410300', '洛阳甲有限公司'],
    ['410300', '洛阳乙有限公司'],
    ['410100', '郑州丙有限公司'],
  ] as const) {
    const firm = await putFirm(database.db, authority, name)
    firms.push(firm)
    const rival = await putPerson(database.db, '周七')
    await claimEnterprise(database.db, rival, firm, '周七')
    claimants.push(firm.ownerPerson.person, rival.person)
    await invite(database.db, acting(firm.owner, DAY), { invitee: '同事', role: 'member' })
    await saveFact(database.db, acting(firm.owner, DAY), {
      path: '/years/2025/revenue',
      raw: '1001',
      unit: 'wan',
      source: null,
      datedOn: null,
      evidence: [],
      baseVersion: 0,
    })
    const id = randomUUID()
    const licence = await putEvidence(database.db, `authority/${authority}`, {
      authority,
      kind: 'office',
      owner: id,
      by: firm.handler.person,
    })
    await proposeAdmission(database.db, acting(firm.handler, DAY), {
      id,
      uscc: `91${authority}DEM0000${firms.length}ZZ`,
      enterpriseName: '早期试点企业',
      grounds: '已核对原件',
      evidence: [licence],
    })
  }
})
afterAll(() => database.close())

const tables = [
  'enterprise_directory',
  'enterprise',
  'membership',
  'claim',
  'invitation',
  'uscc_admission',
  'fact',
  'fact_change',
] as const
type Table = (typeof tables)[number]

interface Row {
  authority: string | null
  enterprise?: string
  id?: string
  person?: string
}

/** Runs statements as the application's role in a scope, rolls back, and gives the rows of the last one. */
const inScopeOf = async (scope: string, statement: string): Promise<Row[]> => {
  const client = await database.app.connect()
  try {
    await client.query('begin')
    await client.query(`set local tidu.scope = '${scope}'`)
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const enterpriseOf = (table: Table, row: Row): string | undefined => (table === 'enterprise' ? row.id : row.enterprise)

/** What a scope may see of a row, said once more in TypeScript. */
const mayRead = (scope: string, table: Table, row: Row): boolean => {
  const [kind, first, second] = scope.split('/')
  const office = row.authority === first
  switch (kind) {
    case 'province':
      return table !== 'fact' && table !== 'fact_change'
    case 'authority':
      return (office || (table === 'enterprise_directory' && row.authority === null)) && !table.startsWith('fact')
    case 'enterprise':
      return office && enterpriseOf(table, row) === second && table !== 'uscc_admission'
    case 'person':
      return (table === 'membership' || table === 'claim') && row.person === first
    case 'identity':
      return table === 'enterprise_directory'
    default:
      return false
  }
}

const anyScope = fc.oneof(
  fc.constantFrom('public', 'identity', 'province/410000', '', 'authority', 'enterprise/410300', 'person'),
  fc.constantFrom('410300', '410100', '411000').map((code) => `authority/${code}`),
  fc.nat(2).map((n) => `enterprise/${firms[n]?.authority}/${firms[n]?.enterprise}`),
  // The right firm under the wrong authority.
  fc.nat(1).map((n) => `enterprise/410100/${firms[n]?.enterprise}`),
  fc.uuid().map((id) => `enterprise/410300/${id}`),
  fc.nat(5).map((n) => `person/${claimants[n]}`),
  fc.uuid().map((id) => `person/${id}`),
)

const condition = fc.constantFrom(
  'true',
  "authority = '410300'",
  "authority <> '410300'",
  'authority is null',
  "authority like '41%' or true",
  'ctid is not null',
)
const shape = fc.constantFrom(
  (table: Table, where: string) => `select * from ${table} where ${where}`,
  (table: Table, where: string) => `select x.* from ${table} x where exists (select 1 from ${table} where ${where})`,
  (table: Table, where: string) => `select x.* from ${table} x left join ${table} y using (authority) where x.${where}`,
  (table: Table, where: string) => `select * from ${table} where ${where} union all select * from ${table}`,
  (table: Table, where: string) =>
    `with all_of as (select * from ${table}) select * from all_of where ${where.replace('ctid', 'authority')}`,
)

describe('企业、认领、成员和资料的行级权限（第五条：各地只见本地）', () => {
  test('任何查询，都只得到该范围可以看的行，而且一行不少', async () => {
    const everything = new Map<Table, Row[]>()
    for (const table of tables) everything.set(table, (await database.owner.query<Row>(`select * from ${table}`)).rows)
    for (const rows of everything.values()) expect(rows.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(anyScope, fc.constantFrom(...tables), condition, shape, async (scope, table, where, query) => {
        const text = query(table, where).replace('x.true', 'true').replace('x.ctid', 'x.authority')
        for (const row of await inScopeOf(scope, text)) expect(mayRead(scope, table, row)).toBe(true)
        const all = await inScopeOf(scope, `select * from ${table}`)
        const expected = (everything.get(table) ?? []).filter((row) => mayRead(scope, table, row))
        expect(all).toHaveLength(expected.length)
      }),
      { numRuns: 250 },
    )
  })

  test('洛阳的人员对郑州的企业，一个字也改不了、添不了', async () => {
    const zhengzhou = firms[2] as StandingFirm
    const scopes = [
      'authority/410300',
      `enterprise/410300/${firms[0]?.enterprise}`,
      `enterprise/410300/${zhengzhou.enterprise}`,
    ]
    for (const scope of scopes) {
      for (const change of [
        `update enterprise set name = '改名' where id = '${zhengzhou.enterprise}' returning *`,
        `update membership set role = 'owner' where enterprise = '${zhengzhou.enterprise}' returning *`,
        `update claim set status = 'confirmed', decided_by = '${randomUUID()}' where enterprise = '${zhengzhou.enterprise}' returning *`,
        `update fact set raw = '0' where enterprise = '${zhengzhou.enterprise}' returning *`,
        `update enterprise_directory set authority = '410300' where uscc = '${zhengzhou.uscc}' returning *`,
      ])
        expect(await inScopeOf(scope, change)).toEqual([])
      await expect(
        inScopeOf(
          scope,
          `insert into membership (authority, enterprise, person, person_name, enterprise_name, uscc, role, standing, money_unit, since)
           values ('410100', '${zhengzhou.enterprise}', '${randomUUID()}', '某', '某', '${zhengzhou.uscc}', 'owner', 'confirmed', 'wan', now())`,
        ),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('修改记录只能添加，不能改、不能删；什么都不能删', async () => {
    const scope = `enterprise/410300/${firms[0]?.enterprise}`
    await expect(inScopeOf(scope, `update fact_change set raw = '0'`)).rejects.toMatchObject({ code: '42501' })
    for (const table of tables)
      await expect(inScopeOf(scope, `delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
  })
})
