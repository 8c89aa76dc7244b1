import { sha256 } from '../../kernel/sha256.ts'
import type { Column, Plan } from '../plan/plan.ts'

const LONGEST = 63
const KEPT = 52

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A column's name in SQL, quoted. PostgreSQL cuts names at 63 bytes, so a longer one ends in its digest instead. */
export const sqlName = ({ name }: Pick<Column, 'name'>): string => {
  const own = snake(name)
  return `"${own.length <= LONGEST ? own : `${own.slice(0, KEPT)}_${sha256(own).slice(0, 10)}`}"`
}

/** Amounts in 分 and other numbers are `bigint`, null while unknown (a `_high` end: without end); the rest `smallint`. */
export const sqlType = ({ width, source }: Column): string =>
  width === 'amount' ? `bigint${source.kind === 'low' ? ' not null' : ''}` : 'smallint not null'

/** The metric columns of a standard for a `create table`, one a line. */
export const sqlColumns = ({ columns }: Plan): readonly string[] =>
  columns.map((column) => `${sqlName(column)} ${sqlType(column)}`)
