-- Accounts, credentials, sessions and what is recorded about them. Nothing here belongs to an authority's shard: each
-- table is found by a key of its own, so that signing in touches one row per table wherever it lives.
-- Row security: only the scope `identity` sees these tables, except that a person sees their own account row and an
-- authority, and the enterprises it handles, see who its officers are (第七条: 经办 and 审批 are named).

create table account (
  id uuid primary key,
  name text not null,
  authority text,
  roles text[] not null default '{}' check (roles <@ array['handler', 'approver', 'verifier', 'leader']),
  office text check (office in ('system', 'security', 'auditor')),
  demo boolean not null default false,
  disabled boolean not null default false,
  created_at timestamptz not null,
  -- 三员分立: an administrator holds no post that decides.
  check (office is null or authority is null),
  check (authority is not null or roles = '{}')
);
comment on table account is 'by own key: id';
create index account_authority on account (authority) where authority is not null;
grant select, insert, update on account to tidu_app;

-- Apart from the account, so that whoever may see a name never sees a login name or a hash.
create table credential (
  account uuid primary key references account (id),
  login text not null,
  password_hash text not null,
  generation integer not null default 1,
  must_change boolean not null default false,
  created_key uuid not null,
  changed_key uuid
);
comment on table credential is 'by own key: account';
grant select, insert, update on credential to tidu_app;

-- Which account a login name belongs to; its primary key is what makes login names unique on any number of machines.
create table login_directory (
  login text primary key,
  account uuid not null
);
comment on table login_directory is 'by own key: login';
grant select, insert on login_directory to tidu_app;

-- Sessions expire and are cleared away; the token itself is never stored, only its SHA-256.
create table session (
  token_digest text primary key,
  account uuid not null,
  generation integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table session is 'by own key: token_digest';
create index session_ends on session (ends_at);
grant select, insert, update, delete on session to tidu_app;

-- Failed attempts, counted per login name, per address and per both; in the database so that a restart or a second
-- process changes nothing.
create table login_attempt (
  subject text primary key,
  since timestamptz not null,
  count integer not null
);
comment on table login_attempt is 'by own key: subject';
create index login_attempt_since on login_attempt (since);
grant select, insert, update, delete on login_attempt to tidu_app;

-- What happened to an account, for the auditor (三员分立).
create table identity_record (
  account uuid not null,
  id uuid not null,
  at timestamptz not null,
  act text not null,
  by uuid,
  address text,
  details jsonb not null default '{}',
  primary key (account, id)
);
comment on table identity_record is 'by own key: account; append-only';
create index identity_record_at on identity_record (at);
grant select, insert on identity_record to tidu_app;

do $$
declare t text;
begin
  foreach t in array array['account', 'credential', 'login_directory', 'session', 'login_attempt', 'identity_record'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy %I on %I using (current_setting('tidu.scope', true) = 'identity')$p$, t || '_identity', t);
  end loop;
end $$;

create policy account_own on account for select using (
  split_part(current_setting('tidu.scope', true), '/', 1) = 'person'
  and id::text = split_part(current_setting('tidu.scope', true), '/', 2));
create policy account_officers on account for select using (
  authority is not null and (
    split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
    or (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'enterprise')
        and authority in (split_part(current_setting('tidu.scope', true), '/', 2), '410000'))));
