import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf } from '../regime/evaluation/context.ts'
import { judge } from '../regime/evaluation/evaluate.ts'
import { columnsOf, writeRow } from '../regime/evaluation/kernel/columns.ts'
import { layoutOf, unpack } from '../regime/evaluation/kernel/layout.ts'
import { printSql } from '../regime/evaluation/kernel/print-sql.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import { loadStandards } from '../standards/load.ts'
import { firms } from '../standards/sample-firms.ts'
import { type TestDatabase, testDatabase } from './database.ts'

const FIRMS = 400

describe('同一定义在数据库里核算（SQL）', () => {
  let base: TestDatabase
  beforeAll(async () => {
    base = await testDatabase()
  })
  afterAll(() => base.close())

  test.each(loadStandards().map((standard) => [standard.id, standard] as const))(
    '%s：与逐项说明逐一相同',
    async (_id, standard) => {
      const { definition } = standard
      const plan = columnsOf(definition)
      const layout = layoutOf(definition)
      const all = fc.sample(firms, { numRuns: FIRMS, seed: 65 }).map((firm) => parseFacts(firm))
      const names = plan.columns.map(({ name }) => name)
      await base.owner.query(
        `create table firm (id int primary key, ${names.map((name) => `${name} float8 not null`).join(', ')})`,
      )
      try {
        const row = new Float64Array(names.length)
        const fits = new Set<number>()
        for (const [index, facts] of all.entries()) {
          if (writeRow(definition, plan, contextOf(facts), row)) fits.add(index)
          const values = [index, ...Array.from(row, String)]
          await base.owner.query(
            `insert into firm values (${values.map((_value, at) => `$${at + 1}`).join(', ')})`,
            values,
          )
        }
        const { rows } = await base.owner.query<{ readonly [name: string]: number }>(printSql(definition, 'firm', 'id'))
        expect(rows).toHaveLength(FIRMS)
        for (const found of rows) {
          const bytes = Uint8Array.from({ length: layout.bytes }, (_none, offset) => found[`b${offset}`] ?? 0)
          const facts = all[found.id ?? 0]
          if (!facts || !fits.has(found.id ?? 0) || bytes[layout.doubt] !== 0) continue
          const { outcome, score, dimensions, indicators, conditions } = judge(standard, facts).result
          expect(unpack(definition, layout, bytes)).toEqual({
            outcome,
            ...(score ? { score, dimensions, indicators } : {}),
            conditions,
          })
        }
      } finally {
        await base.owner.query('drop table firm')
      }
    },
    60_000,
  )
})
