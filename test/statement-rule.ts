import type pg from 'pg'

/**
 * What a statement may not do if the same program is to run on a PostgreSQL of many nodes: write, or lock, without
 * naming where the row lives (its authority, or its own key), copy rows by `insert … select`, or set the scope by a
 * function. Every test database listens to its statements and refuses to close over one that does.
 */
export interface StatementRule {
  readonly hear: (statement: string) => void
  readonly broken: () => readonly string[]
}

const KINDS = `
select c.relname as name, obj_description(c.oid) as comment from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

export const statementRule = async (owner: pg.Pool): Promise<StatementRule> => {
  const { rows } = await owner.query<{ name: string; comment: string }>(KINDS)
  const placing = new Map(rows.map(({ name, comment }) => [name, placingColumn(comment)]))
  const broken = new Set<string>()
  return {
    hear: (statement) => {
      const reason = fault(statement, placing)
      if (reason !== undefined) broken.add(`${reason}: ${statement}`)
    },
    broken: () => [...broken],
  }
}

/** The column whose value decides on which node a row lives; undefined for what is on every node. */
const placingColumn = (comment: string): string | undefined =>
  /^by authority/.test(comment) ? 'authority' : /^by own key: ([a-z_]+)/.exec(comment)?.[1]

const fault = (statement: string, placing: ReadonlyMap<string, string | undefined>): string | undefined => {
  if (/\bset_config\s*\(/i.test(statement)) return 'scope set by a function'
  const [, verb, table = ''] = /\b(insert\s+into|update|delete\s+from)\s+"?([a-z_]+)"?/i.exec(statement) ?? []
  const insert = /^insert/i.test(verb ?? '')
  if (verb !== undefined && placing.has(table)) {
    const column = placing.get(table)
    if (insert && /^[^(]*\([^)]*\)\s*select\b/i.test(statement)) return 'insert … select'
    if (column === undefined) return undefined
    const where = insert ? statement : (/\bwhere\b([\s\S]*)$/i.exec(statement)?.[1] ?? '')
    return where.includes(column) ? undefined : `${verb} without ${column}`
  }
  if (!/\bfor\s+(no\s+key\s+)?(update|share)\b/i.test(statement)) return undefined
  const [, locked = ''] = /\bfrom\s+"?([a-z_]+)"?/i.exec(statement) ?? []
  const column = placing.get(locked)
  const where = /\bwhere\b([\s\S]*)$/i.exec(statement)?.[1] ?? ''
  return column === undefined || where.includes(column) ? undefined : `lock without ${column}`
}
