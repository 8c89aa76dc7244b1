import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditionDocuments, loadEdition } from '../../regime/evaluation/edition.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { inScope, type Scope } from '../store/scope.ts'
import { getHouseEdition, pinOf } from './law.ts'
import { pinEdition } from './pinEdition.ts'
import { readLaw } from './readLaw.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const NOW = '2026-09-01T01:00:00.000Z'
const facts = { asOf: '2026-09-01', years: [{ year: 2025, revenue: '6250', rdExpense: '312.5' }] }
const house = getHouseEdition(readLaw(), 'miit-2022-63/innovative')
/** The same standard with another title: an edition the house does not ship. */
const other = loadEdition({
  ...house.documents,
  standard: { ...(house.documents.standard as object), title: '另一版评价标准' },
})

test('R8.1 批次固定的版本存入数据库，另一个进程按摘要取得，评价结果逐字节相同（第八条）', async () => {
  const pinned = await inScope(database.db, 'province/410000', (tx) => pinEdition(tx, other, NOW))
  expect(pinned.edition).not.toBe(house.standard.edition)
  const [one, two] = await Promise.all(
    [readLaw(), readLaw()].map((law) => inScope(database.db, 'public', (tx) => law.evaluate(tx, pinned, facts))),
  )
  expect(one?.edition).toBe(pinned.edition)
  expect(JSON.stringify(one)).toBe(JSON.stringify(two))
})

test('R8.1 同一内容再次固定仍是同一行；谁也改不了、删不掉，省级以外写不进去', async () => {
  await inScope(database.db, 'province/410000', (tx) => pinEdition(tx, other, NOW))
  const { rows } = await database.owner.query('select count(*)::int as n from pinned_edition')
  expect(rows).toEqual([{ n: 1 }])
  for (const scope of ['authority/410300', 'public', 'identity'] as const satisfies readonly Scope[])
    await expect(inScope(database.db, scope, (tx) => pinEdition(tx, house, NOW))).rejects.toThrow(/row-level security/)
  for (const statement of ["update pinned_edition set documents = '{}'", 'delete from pinned_edition'])
    await expect(database.app.query(statement)).rejects.toThrow(/permission denied/)
})

test('R8.1 数据库里的内容与摘要不符，或摘要无人认识，拒绝评价而不是改用别的版本', async () => {
  const law = readLaw()
  const forged = { ...pinOf(other), edition: `sha256:${'0'.repeat(64)}` }
  const asked = () => inScope(database.db, 'public', (tx) => law.evaluate(tx, forged, facts))
  await expect(asked()).rejects.toThrow(/neither shipped nor pinned/)
  await database.owner.query(
    'insert into pinned_edition (digest, standard, documents, pinned_at) values ($1, $2, $3, now())',
    [forged.edition, forged.standard, JSON.stringify(other.documents)],
  )
  await expect(asked()).rejects.toThrow(/not what was pinned/)
  await expect(
    inScope(database.db, 'public', (tx) => law.get(tx, { ...pinOf(house), standard: 'miit-2022-63/specialised' })),
  ).rejects.toThrow(/no edition of/)
})

/** The same document, its keys written in the opposite order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  )
}

test('B3 文件中各键的先后不影响摘要，也不影响评价与说明的一个字节', async () => {
  const law = readLaw()
  for (const { standard, documents } of law.house) {
    const again = loadEdition(reversed(documents) as EditionDocuments)
    expect(again.standard.edition).toBe(standard.edition)
    expect(JSON.stringify(again.standard.definition)).toBe(JSON.stringify(standard.definition))
  }
})
