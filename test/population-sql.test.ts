import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { type Cells, fits, readCells } from '../regime/evaluation/plan/cells.ts'
import { EXACT_PATH } from '../regime/evaluation/plan/plan.ts'
import { openPopulation, type Population } from '../regime/evaluation/population/population.ts'
import { sqlColumns, sqlName } from '../regime/evaluation/sql/sql-columns.ts'
import { sqlFor } from '../regime/evaluation/sql/sql-for.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { loadStandards } from '../standards/load.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { firmOf } from './reference/three-ways.ts'

const count = Number(process.env.TIDU_WAYS_SQL ?? 1000)
const firstSeed = 9_000_000

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** PostgreSQL's `bigint` is wider than a double and narrower than the largest amount; neither matters past the limits. */
const asBigint = (cell: Cells[number]): string | null => {
  if (cell === null || cell === Number.POSITIVE_INFINITY) return null
  return cell > 2n ** 62n ? String(2n ** 62n) : String(cell)
}

const fill = async (population: Population, all: readonly Cells[], table: string): Promise<void> => {
  const { plan } = population
  await database.owner.query(`create table ${table} (id integer primary key, ${sqlColumns(plan).join(', ')})`)
  const arrays = plan.columns.map((_column, at) => all.map((cells) => asBigint(cells[at] as Cells[number])))
  const types = plan.columns.map(({ width }, at) => `$${at + 2}::${width === 'amount' ? 'bigint' : 'smallint'}[]`)
  await database.owner.query(
    `insert into ${table} (id, ${plan.columns.map(sqlName).join(', ')}) select * from unnest($1::integer[], ${types.join(', ')})`,
    [all.map((_cells, row) => row), ...arrays],
  )
}

const check = async (standard: Standard, table: string): Promise<void> => {
  const population = openPopulation(standard, count)
  const { plan } = population
  const all = Array.from({ length: count }, (_none, row) =>
    readCells(standard.definition, plan, parseFacts(firmOf(standard, firstSeed + row))),
  )
  all.forEach((cells, row) => {
    population.putCells(row, cells)
  })
  population.run(0, count)
  await fill(population, all, table)
  const { rows } = await database.owner.query<{ [name: string]: unknown }>(
    `select * from (${sqlFor(plan, table)}) as evaluated order by id`,
  )
  expect(rows.length).toBe(count)
  const each = plan.layout.words
  for (const [row, said] of rows.entries()) {
    const cells = all[row] as Cells
    const words = Array.from({ length: each }, (_none, word) => Number(said[`word_${word}`]))
    if (!fits(plan, cells)) {
      expect({ row, outcome: said.outcome, code: (words[0] as number) & EXACT_PATH }).toEqual({
        row,
        outcome: null,
        code: EXACT_PATH,
      })
      continue
    }
    const { outcome, score } = population.resultOf(row)
    expect({ row, words, outcome: said.outcome, min: said.score_min, max: said.score_max }).toEqual({
      row,
      words: [...population.words.subarray(row * each, (row + 1) * each)],
      outcome,
      min: score?.min,
      max: score?.max,
    })
  }
}

test.each(loadStandards().map((standard, index) => [standard.id, standard, `metrics_${index}`] as const))(
  '一条 SQL 与总体内核逐项一致：%s',
  async (_id, standard, table) => {
    await check(standard, table)
  },
)
