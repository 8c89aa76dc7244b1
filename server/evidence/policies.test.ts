import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { inScope, type Scope } from '../store/scope.ts'
import type { OwnerKind } from './tables.ts'

interface Row {
  readonly authority: string
  readonly id: string
  readonly kind: OwnerKind
  readonly owner: string
  readonly person: string
}

const authorities = ['410300', '410100', '419001', '410000']
const kinds = ['enterprise', 'claim', 'objection', 'office'] as const
const owners = [randomUUID(), randomUUID()]
const persons = [randomUUID(), randomUUID()]

// Every combination once, so that each policy has something to show and something to hide.
const rows: readonly Row[] = authorities.flatMap((authority) =>
  kinds.flatMap((kind) =>
    owners.flatMap((owner) => persons.map((person) => ({ authority, id: randomUUID(), kind, owner, person }))),
  ),
)

const scopes: readonly Scope[] = [
  'public',
  'identity',
  'province/410000',
  ...authorities.map((authority): Scope => `authority/${authority}`),
  ...[...persons, ...owners].map((person): Scope => `person/${person}`),
  ...authorities
    .filter((authority) => authority !== '410000')
    .flatMap((authority) => [...owners, ...persons].map((owner): Scope => `enterprise/${authority}/${owner}`)),
]

/** Who sees a piece of evidence, said once more and independently of the SQL. */
const sees = (scope: Scope, row: Row): boolean => {
  const [kind, first, second] = scope.split('/')
  switch (kind) {
    case 'province':
      return row.kind !== 'objection' || row.authority === '410000'
    case 'authority':
      return row.authority === first
    case 'enterprise':
      return row.kind === 'enterprise' && row.authority === first && row.owner === second
    case 'person':
      return (row.kind === 'claim' || row.kind === 'objection') && row.person === first
    default:
      return false
  }
}

const adds = (scope: Scope, row: Row): boolean => {
  const [kind, first] = scope.split('/')
  if (kind === 'province' || kind === 'authority') return row.kind === 'office' && row.authority === first
  return sees(scope, row)
}

/** Drafts: their uploader, the firm's people for the firm's, and the authority they go to (it clears them away). */
const seesUpload = (scope: Scope, row: Row): boolean => {
  const [kind, first, second] = scope.split('/')
  if (kind === 'person') return row.person === first
  if (kind === 'enterprise') return row.kind === 'enterprise' && row.authority === first && row.owner === second
  return (kind === 'authority' || kind === 'province') && row.authority === first
}

let database: TestDatabase
let digests = 0
const digest = (): string => (digests++).toString(16).padStart(64, '0')

const valuesOf = ({ authority, id, kind, owner, person }: Row) => ({
  authority,
  id,
  owner_kind: kind,
  owner,
  sha256: digest(),
  media_type: 'application/pdf' as const,
  bytes: 10,
  width: null,
  height: null,
  name: 'a.pdf',
  uploaded_by: person,
  uploaded_by_name: null,
  uploaded_at: '2026-09-01T00:00:00Z',
})

const uploadOf = ({ authority, id, kind, owner, person }: Row) => ({
  authority,
  id,
  owner_kind: kind,
  owner,
  name: 'a.pdf',
  bytes: 10,
  sha256: digest(),
  created_by: person,
  created_by_name: null,
  counted_as: `person/${person}`,
  created_at: '2026-09-01T00:00:00Z',
  expires_at: '2026-09-04T00:00:00Z',
  evidence: null,
})

beforeAll(async () => {
  database = await testDatabase()
  for (const row of rows) {
    const { authority, id, owner_kind, owner, sha256, media_type, bytes, name, uploaded_by, uploaded_at } =
      valuesOf(row)
    await database.owner.query(
      `insert into evidence (authority, id, owner_kind, owner, sha256, media_type, bytes, name, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [authority, id, owner_kind, owner, sha256, media_type, bytes, name, uploaded_by, uploaded_at],
    )
    await database.owner.query(
      `insert into upload (authority, id, owner_kind, owner, name, bytes, sha256, created_by, counted_as, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $9)`,
      [authority, id, owner_kind, owner, name, bytes, digest(), uploaded_by, uploaded_at],
    )
  }
})
afterAll(() => database.close())

const anyScope = fc.constantFrom(...scopes)
const anyRow = fc.constantFrom(...rows)
const literal = (text: string): string => `'${text}'`

// Conditions as a forgetful or malicious query might have them; none of them may widen what is shown.
const condition: fc.Arbitrary<{ sql: string; holds: (row: Row) => boolean }> = fc.letrec<{
  any: { sql: string; holds: (row: Row) => boolean }
}>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant({ sql: 'true', holds: () => true }),
    fc
      .constantFrom(...authorities)
      .map((a) => ({ sql: `authority = ${literal(a)}`, holds: (r: Row) => r.authority === a })),
    fc.constantFrom(...kinds).map((k) => ({ sql: `owner_kind = ${literal(k)}`, holds: (r: Row) => r.kind === k })),
    fc.constantFrom(...owners).map((o) => ({ sql: `owner = ${literal(o)}`, holds: (r: Row) => r.owner === o })),
    anyRow.map((one) => ({ sql: `id = ${literal(one.id)}`, holds: (r: Row) => r.id === one.id })),
    fc.tuple(tie('any'), tie('any'), fc.constantFrom('and', 'or')).map(([a, b, word]) => ({
      sql: `(${a.sql} ${word} ${b.sql})`,
      holds: (r: Row) => (word === 'and' ? a.holds(r) && b.holds(r) : a.holds(r) || b.holds(r)),
    })),
    tie('any').map((a) => ({ sql: `not (${a.sql})`, holds: (r: Row) => !a.holds(r) })),
  ),
})).any

const idsOf = (found: { rows: { id: string }[] }): string[] => found.rows.map(({ id }) => id).sort()

describe('佐证的行级权限', () => {
  for (const [table, shown] of [
    ['evidence', sees],
    ['upload', seesUpload],
  ] as const)
    it(`${table}：任何人用任何条件查询，只见到应见的行`, async () => {
      await fc.assert(
        fc.asyncProperty(anyScope, condition, async (scope, where) => {
          const found = await inScope(database.db, scope, (tx) =>
            sql<{ id: string }>`select id from ${sql.table(table)} where ${sql.raw(where.sql)}`.execute(tx),
          )
          const expected = rows.filter((row) => shown(scope, row) && where.holds(row)).map(({ id }) => id)
          expect(idsOf(found)).toEqual(expected.sort())
        }),
        { numRuns: 300 },
      )
    })

  it('不设身份时，什么也见不到', async () => {
    for (const table of ['evidence', 'upload'])
      expect((await database.app.query(`select id from ${table}`)).rows).toEqual([])
  })

  it('只能往自己名下添加；撞上别人的编号也不能借机改动', async () => {
    await fc.assert(
      fc.asyncProperty(anyScope, anyRow, async (scope, like) => {
        const row = { ...like, id: randomUUID() }
        const added = await inScope(database.db, scope, (tx) =>
          tx.insertInto('evidence').values(valuesOf(row)).execute(),
        )
          .then(() => true)
          .catch((error: { code?: string }) => {
            expect(error.code).toBe('42501')
            return false
          })
        expect(added).toBe(adds(scope, row))
        if (added) await database.owner.query('delete from evidence where id = $1', [row.id])
      }),
      { numRuns: 200 },
    )
  })

  it('佐证只增不改：改、删一律没有权限', async () => {
    for (const scope of scopes)
      for (const statement of [
        "update evidence set name = 'b' where authority = '410300'",
        "delete from evidence where authority = '410300'",
        'truncate evidence',
      ])
        await expect(inScope(database.db, scope, (tx) => sql`${sql.raw(statement)}`.execute(tx))).rejects.toMatchObject(
          { code: '42501' },
        )
  })

  it('上传草稿：别人改不了、删不了，自己也改不了内容', async () => {
    await fc.assert(
      fc.asyncProperty(anyScope, anyRow, async (scope, row) => {
        const changed = await inScope(database.db, scope, (tx) =>
          tx
            .updateTable('upload')
            .set({ evidence: null })
            .where('authority', '=', row.authority)
            .where('id', '=', row.id)
            .executeTakeFirst(),
        )
        expect(Number(changed.numUpdatedRows)).toBe(seesUpload(scope, row) ? 1 : 0)
        const added = { ...row, id: randomUUID() }
        const attempt = await inScope(database.db, scope, (tx) =>
          tx.insertInto('upload').values(uploadOf(added)).execute(),
        ).then(
          () => true,
          () => false,
        )
        expect(attempt).toBe(seesUpload(scope, added))
        await database.owner.query('delete from upload where id = $1', [added.id])
      }),
      { numRuns: 150 },
    )
    await expect(
      inScope(database.db, `person/${persons[0]}`, (tx) =>
        sql`update upload set sha256 = 'x' where authority = '410300'`.execute(tx),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })
})
