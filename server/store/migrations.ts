import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of `migrations/`: applied once, in order, and never changed afterwards. */
export interface Migration {
  /** Its file name without `.sql`: `0001_core`. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of its text with Unix line ends, in hex. */
  readonly digest: string
}

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Reads the migrations of a folder in their order; two files with one number, or a stray file, are a mistake. */
export const readMigrations = (folder = join(import.meta.dirname, 'migrations')): readonly Migration[] => {
  const numbers = new Set<string>()
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const number = NAME.exec(file)?.[1]
      if (number === undefined) throw new Error(`not a migration: ${file} (expected NNNN_name.sql)`)
      if (numbers.has(number)) throw new Error(`two migrations have the number ${number}`)
      numbers.add(number)
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { name: file.slice(0, -'.sql'.length), sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
}
