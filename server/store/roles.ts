import type pg from 'pg'
import { StartRefusal } from './start-refusal.ts'

/** The role all grants and policies of the migrations are written for. */
export const APP_ROLE = 'tidu_app'

/** The oldest PostgreSQL whose features the migrations may use. */
const OLDEST = 150_000

/** What an administrator runs once, as superuser, to prepare a PostgreSQL of their own. */
export const preparation = `  CREATE ROLE tidu_owner LOGIN PASSWORD '…';
  CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '…' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  CREATE DATABASE tidu OWNER tidu_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';

  DATABASE_URL=postgresql://${APP_ROLE}:…@主机/tidu
  DATABASE_MIGRATION_URL=postgresql://tidu_owner:…@主机/tidu`

const refuse = (what: string): never => {
  throw new StartRefusal(`${what}\n请由数据库管理员用超级用户执行：\n\n${preparation}\n`)
}

/** Makes sure the application's role exists, creating it where the owner may. */
export const ensureAppRole = async (owner: pg.ClientBase): Promise<void> => {
  const { rows } = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length > 0) return
  try {
    await owner.query(`create role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501') refuse(`数据库里没有角色 ${APP_ROLE}，而 DATABASE_MIGRATION_URL 的角色无权建立它。`)
    // Someone else made it in the meantime.
    if (code !== '42710' && code !== '23505') throw error
  }
}

/**
 * Refuses to run as a role that row security does not bind: a superuser, one that may bypass it, an owner, or a member
 * of any of these; and on a database too old or not in UTF-8.
 */
export const checkAppRole = async (app: pg.ClientBase): Promise<void> => {
  const { rows } = await app.query<AppRoleFacts>(APP_ROLE_FACTS)
  const facts = rows[0] as AppRoleFacts
  if (facts.version < OLDEST) refuse(`需要 PostgreSQL 15 或更高版本，当前是 ${facts.version_text}。`)
  if (facts.encoding !== 'UTF8') refuse(`数据库编码必须是 UTF8，当前是 ${facts.encoding}。`)
  if (!facts.member) refuse(`DATABASE_URL 的角色 ${facts.role} 不是 ${APP_ROLE}，也不是它的成员。`)
  if (facts.powerful !== null)
    refuse(`DATABASE_URL 的角色 ${facts.role} 能绕过行级权限（经由 ${facts.powerful}），不能用来运行。`)
  if (facts.owned !== null) refuse(`DATABASE_URL 的角色 ${facts.role} 拥有 ${facts.owned}，不能用来运行。`)
  if (facts.creates) refuse(`DATABASE_URL 的角色 ${facts.role} 能在 public 模式中建表，不能用来运行。`)
}

interface AppRoleFacts {
  role: string
  version: number
  version_text: string
  encoding: string
  member: boolean
  powerful: string | null
  owned: string | null
  creates: boolean
}

const APP_ROLE_FACTS = `
select current_user::text as role,
  current_setting('server_version_num')::int as version,
  current_setting('server_version') as version_text,
  current_setting('server_encoding') as encoding,
  exists (select from pg_roles where rolname = '${APP_ROLE}' and pg_has_role(current_user, oid, 'usage')) as member,
  (select rolname::text from pg_roles
    where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member') order by 1 limit 1) as powerful,
  coalesce(
    (select 'database ' || datname from pg_database
      where datname = current_database() and pg_has_role(current_user, datdba, 'member')),
    (select 'schema ' || nspname from pg_namespace
      where nspname = 'public' and pg_has_role(current_user, nspowner, 'member')),
    (select 'table ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member') order by 1 limit 1)
  ) as owned,
  has_schema_privilege(current_user, 'public', 'create') as creates`
