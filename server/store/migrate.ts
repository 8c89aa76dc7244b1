import type pg from 'pg'
import { type Migration, readMigrations } from './migrations.ts'
import { APP_ROLE, ensureAppRole } from './roles.ts'
import { StartRefusal } from './start-refusal.ts'

/** What has been applied, in order; written only by the owner, who is as bound by row security as anybody. */
const LEDGER = `
create table if not exists migration (
  name text primary key,
  digest text not null,
  applied_at timestamptz not null
);
comment on table migration is 'reference; append-only';
alter table migration enable row level security;
alter table migration force row level security;
create policy migration_read on migration for select using (true);
create policy migration_write on migration for insert to current_user with check (true);
revoke create on schema public from public;
grant usage on schema public to ${APP_ROLE};
grant select on migration to ${APP_ROLE};`

/**
 * Brings the database up to date over one connection of its owner, each file in a transaction of its own, and gives the
 * names of those applied now. Several may try at once: the ledger is locked while one file is applied.
 */
export const migrate = async (owner: pg.ClientBase, migrations = readMigrations()): Promise<readonly string[]> => {
  await ensureAppRole(owner)
  await ensureLedger(owner)
  const done: string[] = []
  for (;;) {
    const name = await applyNext(owner, migrations)
    if (name === undefined) return done
    done.push(name)
  }
}

/** Refuses, as the app's role, a database that is not exactly at this program's migrations. */
export const checkMigrated = async (app: pg.ClientBase, migrations = readMigrations()): Promise<void> => {
  const { rows } = await app.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
  const pending = rows[0]?.there ? pendingOf(await readLedger(app), migrations) : migrations
  if (pending.length === 0) return
  throw new StartRefusal(
    `数据库结构还没有更新到本程序的版本（缺 ${pending.map(({ name }) => name).join('、')}）。\n` +
      '请设置 DATABASE_MIGRATION_URL（拥有该数据库的角色）后再启动一次，由程序自动更新。',
  )
}

type Applied = Pick<Migration, 'name' | 'digest'>

const readLedger = async (client: pg.ClientBase): Promise<readonly Applied[]> =>
  (await client.query<Applied>('select name, digest from migration order by name')).rows

const inTransaction = async <T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const ensureLedger = async (owner: pg.ClientBase): Promise<void> => {
  const isThere = async (): Promise<boolean> =>
    (await owner.query(`select from pg_tables where schemaname = 'public' and tablename = 'migration'`)).rows.length > 0
  if (await isThere()) return
  try {
    await inTransaction(owner, () => owner.query(LEDGER))
  } catch (error) {
    // Another starter made it at the same moment.
    if (!(await isThere())) throw error
  }
}

const applyNext = (owner: pg.ClientBase, migrations: readonly Migration[]): Promise<string | undefined> =>
  inTransaction(owner, async () => {
    await owner.query('lock table migration in share row exclusive mode')
    const [next] = pendingOf(await readLedger(owner), migrations)
    if (next === undefined) return undefined
    try {
      await owner.query(next.sql)
    } catch (cause) {
      throw new StartRefusal(`数据库结构更新 ${next.name} 失败，未作任何改动：${(cause as Error).message}`, { cause })
    }
    await owner.query('insert into migration (name, digest, applied_at) values ($1, $2, now())', [
      next.name,
      next.digest,
    ])
    return next.name
  })

/** Those not yet applied; what was applied must be an unchanged beginning of what this program has. */
const pendingOf = (applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] => {
  applied.forEach(({ name, digest }, index) => {
    const own = migrations[index]
    if (!migrations.some((migration) => migration.name === name))
      throw new StartRefusal(`数据库已由更新版本的程序升级过（${name}），请使用新版本的程序。`)
    if (own?.name !== name) throw new StartRefusal(`结构更新 ${own?.name} 排在已执行的 ${name} 之前，不能再插入。`)
    if (own.digest !== digest)
      throw new StartRefusal(
        `结构更新 ${name} 在执行之后被改动过，程序与数据库已不一致。请恢复原文件；若是演示数据，可换一个数据目录（TIDU_DATA）重新开始。`,
      )
  })
  return migrations.slice(applied.length)
}
