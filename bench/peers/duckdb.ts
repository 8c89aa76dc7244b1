import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPopulation } from '../../regime/evaluation/population/population.ts'
import { sqlColumns } from '../../regime/evaluation/sql/sql-columns.ts'
import { sqlFor } from '../../regime/evaluation/sql/sql-for.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'
import { computedByAll, median } from '../measure.ts'
import { inventCells, randomFrom } from '../population.ts'
import type { Row } from '../table.ts'
import type { Load } from './peer.ts'

const FIRMS = 600_000
const ROUNDS = 9

interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>
}

/** The standard's own SQL over the same 600,000 firms, in DuckDB within this process and one thread. */
export const benchDuckDb = async (standard: Standard, load: Load): Promise<readonly Row[]> => {
  const { DuckDBInstance } = (await load('@duckdb/node-api')) as unknown as {
    readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> }
  }
  const population = openPopulation(standard, FIRMS)
  const { plan, words } = population
  const random = randomFrom(63)
  const folder = mkdtempSync(join(tmpdir(), 'tidu-duckdb-'))
  try {
    const lines: string[] = []
    for (let row = 0; row < FIRMS; row++) {
      const cells = inventCells(plan, random)
      population.putCells(row, cells)
      lines.push(`${row},${cells.map((cell) => (cell === null ? '' : String(cell))).join(',')}`)
    }
    const file = join(folder, 'firms.csv')
    writeFileSync(file, `${lines.join('\n')}\n`)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run('set threads to 1')
    await connection.run(`create table firms (id integer not null, ${sqlColumns(plan).join(', ')})`)
    await connection.run(`copy firms from '${file}' (header false, nullstr '')`)
    const statement = sqlFor(plan, 'firms')
    await connection.run(`create table once as ${statement}`)
    population.run(0, FIRMS)
    const said = (await connection.runAndReadAll('select word_0 from once order by id')).getRows()
    const wrong = said.reduce(
      (count, [word], row) => count + (Number(word) === words[row * plan.layout.words] ? 0 : 1),
      0,
    )
    if (wrong > 0) throw new Error(`DuckDB and the kernel differ on ${wrong} firms`)
    const own: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      let begun = computedByAll()
      population.run(0, FIRMS)
      own.push(computedByAll() - begun)
      begun = computedByAll()
      await connection.run(`create or replace table result as ${statement}`)
      theirs.push(computedByAll() - begun)
    }
    const ratio = median(theirs) / median(own)
    return [
      {
        what: "kernel vs the standard's own SQL in DuckDB, one process, one thread",
        goal: '≥ 2×',
        value: `${ratio.toFixed(1)}×`,
        reached: ratio >= 2,
        note: `${median(own).toFixed(1)} ms against ${median(theirs).toFixed(0)} ms (result kept as a table); all 600,000 results equal`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
