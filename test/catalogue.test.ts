import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_ROLE } from '../server/store/roles.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** What docs/decisions asks of every table, read from the catalogue of a really migrated database. */
interface Table {
  name: string
  comment: string | null
  secured: boolean
  forced: boolean
  policies: number
  /** The columns of the primary key and of every unique index. */
  keys: { name: string; columns: string[] }[]
  foreign: { name: string; columns: string[]; target: string; targetColumns: string[] }[]
  granted: string[]
}

const TABLES = `
select c.relname as name, obj_description(c.oid) as comment, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
  (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
  coalesce((select json_agg(json_build_object('name', i.indexrelid::regclass::text, 'columns',
      (select json_agg(a.attname order by k.n) from unnest(i.indkey) with ordinality k(attnum, n)
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)))
    from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as keys,
  coalesce((select json_agg(json_build_object('name', f.conname, 'target', f.confrelid::regclass::text, 'columns',
      (select json_agg(a.attname order by k.n) from unnest(f.conkey) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum), 'targetColumns',
      (select json_agg(a.attname order by k.n) from unnest(f.confkey) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum)))
    from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as foreign,
  (select coalesce(array_agg(distinct p order by p), '{}') from unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE',
      'REFERENCES','TRIGGER']) p where has_table_privilege('${APP_ROLE}', c.oid, p)
      or (p in ('SELECT','INSERT','UPDATE') and has_any_column_privilege('${APP_ROLE}', c.oid, p))) as granted
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
order by c.relname`

const kindOf = ({ comment }: Table): string => (comment ?? '').split(';')[0]?.trim() ?? ''
/** The column whose value decides on which node a row lives; none for what is on every node. */
const placingColumn = (table: Table): string | undefined =>
  kindOf(table) === 'by authority' ? 'authority' : /^by own key: ([a-z_]+)$/.exec(kindOf(table))?.[1]
const isAppendOnly = ({ comment }: Table): boolean => (comment ?? '').includes('append-only')

describe('数据库目录', () => {
  let database: TestDatabase
  let tables: Table[]
  const rows = async <T extends pg.QueryResultRow>(query: string): Promise<T[]> =>
    (await database.owner.query<T>(query)).rows
  const namesOf = (wrong: (table: Table) => boolean): string[] => tables.filter(wrong).map(({ name }) => name)

  beforeAll(async () => {
    database = await testDatabase()
    tables = await rows<Table>(TABLES)
  })
  afterAll(() => database.close())

  test('每张表都注明按什么分布', () => {
    expect(tables.length).toBeGreaterThan(5)
    expect(namesOf((table) => !/^(by authority|by own key: [a-z_]+|reference)$/.test(kindOf(table)))).toEqual([])
  })

  test('主键和唯一键都含决定本行在何处的列（authority 或自有键）', () => {
    const wrong = tables.flatMap((table) => {
      const column = placingColumn(table)
      if (table.keys.length === 0) return [`${table.name}: no key`]
      if (column === undefined) return []
      return table.keys.filter(({ columns }) => !columns.includes(column)).map(({ name }) => name)
    })
    expect(wrong).toEqual([])
  })

  test('外键只指向随处可读的表，或与本行同在一处的行', () => {
    const tableOf = new Map(tables.map((table) => [table.name, table]))
    const wrong = tables.flatMap((table) =>
      table.foreign
        .filter(({ columns, target, targetColumns }) => {
          const other = tableOf.get(target)
          if (other !== undefined && kindOf(other) === 'reference') return false
          const column = placingColumn(table)
          const at = columns.indexOf(column ?? '')
          return other === undefined || column === undefined || at < 0 || targetColumns[at] !== placingColumn(other)
        })
        .map(({ name }) => `${table.name}.${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('每张表都启用并强制行级权限，且有策略', () => {
    expect(namesOf(({ secured, forced, policies }) => !secured || !forced || policies === 0)).toEqual([])
  })

  test('只增不改的表，应用角色没有修改和删除的权限', () => {
    expect(namesOf(isAppendOnly).length).toBeGreaterThan(0)
    expect(
      namesOf((table) => isAppendOnly(table) && ['UPDATE', 'DELETE'].some((right) => table.granted.includes(right))),
    ).toEqual([])
  })

  test('任何表都不能由应用角色清空、挂触发器或被引用', () => {
    expect(namesOf(({ granted }) => granted.some((right) => /TRUNCATE|TRIGGER|REFERENCES/.test(right)))).toEqual([])
  })

  test('没有触发器、规则、视图和越过调用者权限的函数', async () => {
    const found = await rows<{ what: string }>(`
      select 'trigger ' || tgname as what from pg_trigger where not tgisinternal
      union all select 'rule ' || rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
        where c.relnamespace = 'public'::regnamespace
      union all select 'function ' || proname from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef`)
    expect(found).toEqual([])
  })

  test('没有序列：编号都由程序给出', async () => {
    const found = await rows(
      `select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
    )
    expect(found).toEqual([])
  })

  test('应用角色什么也不拥有，不能绕过行级权限，不能建任何东西', async () => {
    const [role] = await rows(`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        has_schema_privilege(r.oid, 'public', 'create') as creates
      from pg_roles r where rolname = '${APP_ROLE}'`)
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      tables: 0,
      functions: 0,
      memberships: 0,
      creates: false,
    })
  })

  test('人人可读的表只有公示、公告、名册和各地共用的', async () => {
    const policies = await rows<{ tablename: string }>(`
      select distinct tablename from pg_policies where schemaname = 'public' and qual = 'true' and cmd in ('SELECT', 'ALL')`)
    const open = new Set(policies.map(({ tablename }) => tablename))
    const published = ['publication', 'publication_entry', 'title']
    expect(
      namesOf((table) => kindOf(table) !== 'reference' && open.has(table.name) && !published.includes(table.name)),
    ).toEqual([])
  })
})
