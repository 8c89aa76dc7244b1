-- Enterprises, who speaks for them, and the profile of facts each of them keeps.
-- Every scope's view is spelled out per policy, as in 0001.

-- Where a USCC lives. It is the only uniqueness that spans authorities, so it is a table of its own, keyed by the code.
-- `authority` is null while nobody's claim stands: registering alone binds no firm to an authority and locks nobody out.
create table enterprise_directory (
  uscc text primary key check (uscc ~ '^[0-9A-Z]{18}$'),
  authority text,
  enterprise uuid not null,
  registered_at timestamptz not null
);
comment on table enterprise_directory is 'by own key: uscc';
grant select, insert on enterprise_directory to tidu_app;
grant update (authority) on enterprise_directory to tidu_app;
alter table enterprise_directory enable row level security;
alter table enterprise_directory force row level security;
create policy enterprise_directory_read on enterprise_directory for select
  using (split_part(current_setting('tidu.scope', true), '/', 1) in ('province', 'identity')
    or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
        and (authority is null or authority = split_part(current_setting('tidu.scope', true), '/', 2)))
    or (split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
        and authority = split_part(current_setting('tidu.scope', true), '/', 2)
        and enterprise::text = split_part(current_setting('tidu.scope', true), '/', 3)));
create policy enterprise_directory_enter on enterprise_directory for insert
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
    and (authority is null or authority = split_part(current_setting('tidu.scope', true), '/', 2)));
create policy enterprise_directory_settle on enterprise_directory for update
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
    and (authority is null or authority = split_part(current_setting('tidu.scope', true), '/', 2)))
  with check (authority is null or authority = split_part(current_setting('tidu.scope', true), '/', 2));

-- An enterprise at its local authority. The authority is the firm's choice and the officer's confirmation, never read
-- from the code: positions 3–8 name the office that registered it and do not move with it.
create table enterprise (
  authority text not null,
  id uuid not null,
  uscc text not null check (uscc ~ '^[0-9A-Z]{18}$'),
  uscc_confirmed boolean not null,
  name text not null check (length(name) between 2 and 200),
  registered_by uuid not null,
  registered_at timestamptz not null,
  claimed_at timestamptz,
  seq integer not null,
  primary key (authority, id),
  unique (authority, uscc)
);
comment on table enterprise is 'by authority';
grant select, insert, update on enterprise to tidu_app;

-- Who speaks for an enterprise. Ended, never deleted. `pending`: may fill in the profile until the claim is decided.
create table membership (
  authority text not null,
  enterprise uuid not null,
  person uuid not null,
  person_name text not null,
  enterprise_name text not null,
  uscc text not null,
  role text not null check (role in ('owner', 'member')),
  standing text not null check (standing in ('pending', 'confirmed')),
  money_unit text not null check (money_unit in ('yuan', 'wan')),
  since timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (authority, enterprise, person),
  foreign key (authority, enterprise) references enterprise (authority, id)
);
comment on table membership is 'by authority';
create index membership_person on membership (person) where ended_at is null;
grant select, insert, update on membership to tidu_app;

-- Claims: a person's proof of speaking for a firm. A claim on a firm that has an owner, or beside another open claim,
-- is a dispute: one officer proposes, another decides.
create table claim (
  authority text not null,
  id uuid not null,
  enterprise uuid not null,
  enterprise_name text not null,
  uscc text not null,
  person uuid not null,
  person_name text not null,
  position text not null,
  phone text not null,
  statement text not null,
  licence uuid[] not null,
  letter uuid[] not null,
  status text not null check (status in ('draft', 'waiting', 'proposed', 'confirmed', 'refused', 'withdrawn')),
  since timestamptz not null,
  answer text,
  answer_evidence uuid[],
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  outcome text check (outcome in ('owner', 'member', 'refuse')),
  former_owners text check (former_owners in ('stay-members', 'leave')),
  reasons jsonb,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz,
  send_back_note text,
  decided_by uuid check (decided_by <> proposed_by),
  decided_by_name text,
  decided_at timestamptz,
  seq integer not null,
  primary key (authority, id),
  foreign key (authority, enterprise) references enterprise (authority, id),
  check (status <> 'confirmed' or decided_by is not null),
  check (status <> 'refused' or (decided_by is not null and reasons is not null))
);
comment on table claim is 'by authority';
create unique index claim_open on claim (authority, enterprise, person)
  where status in ('draft', 'waiting', 'proposed');
create index claim_queue on claim (authority, status, since);
create index claim_person on claim (person);
grant select, insert, update on claim to tidu_app;

-- Invitations to colleagues: only the hash of the token is kept; used once; expires.
create table invitation (
  authority text not null,
  id uuid not null,
  enterprise uuid not null,
  role text not null check (role in ('owner', 'member')),
  invitee text not null,
  token_hash text not null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (authority, id),
  foreign key (authority, enterprise) references enterprise (authority, id)
);
comment on table invitation is 'by authority';
create index invitation_enterprise on invitation (authority, enterprise, created_at);
grant select, insert, update on invitation to tidu_app;

-- Codes of early pilots that break GB 32100: admitted one by one, the licence seen by two officers.
create table uscc_admission (
  authority text not null,
  id uuid not null,
  uscc text not null check (uscc ~ '^[0-9A-Z]{18}$'),
  enterprise_name text not null,
  grounds text not null,
  evidence uuid[] not null,
  status text not null check (status in ('proposed', 'confirmed', 'refused')),
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid check (decided_by <> proposed_by),
  decided_by_name text,
  decided_at timestamptz,
  note text,
  seq integer not null,
  primary key (authority, id),
  check (status = 'proposed' or decided_by is not null)
);
comment on table uscc_admission is 'by authority';
create unique index uscc_admission_living on uscc_admission (authority, uscc) where status in ('proposed', 'confirmed');
grant select, insert, update on uscc_admission to tidu_app;

-- The profile: one row per fact, text as typed. `path` is that of regime/profile; `version` counts the accepted writes.
create table fact (
  authority text not null,
  enterprise uuid not null,
  path text not null check (length(path) <= 300),
  raw text check (length(raw) <= 4000),
  unit text check (unit in ('yuan', 'wan')),
  source text,
  dated_on date,
  evidence uuid[] not null,
  version integer not null check (version > 0),
  person uuid not null,
  at timestamptz not null,
  primary key (authority, enterprise, path),
  foreign key (authority, enterprise) references enterprise (authority, id)
);
comment on table fact is 'by authority';
grant select, insert, update on fact to tidu_app;

-- Every accepted write, for ever. The id is the request's key, so a write sent twice is entered once.
create table fact_change (
  authority text not null,
  id uuid not null,
  enterprise uuid not null,
  path text not null,
  raw text,
  unit text,
  source text,
  dated_on date,
  evidence uuid[] not null,
  version integer not null,
  person uuid not null,
  at timestamptz not null,
  primary key (authority, id),
  unique (authority, enterprise, path, version),
  foreign key (authority, enterprise) references enterprise (authority, id)
);
comment on table fact_change is 'by authority; append-only';
grant select, insert on fact_change to tidu_app;

do $$
declare
  t text;
  kind constant text := 'split_part(current_setting(''tidu.scope'', true), ''/'', 1)';
  first constant text := 'split_part(current_setting(''tidu.scope'', true), ''/'', 2)';
  second constant text := 'split_part(current_setting(''tidu.scope'', true), ''/'', 3)';
  own_enterprise constant text := format('(%s = ''enterprise'' and authority = %s and %%s::text = %s)', kind, first, second);
  own_authority constant text := format('(%s = ''authority'' and authority = %s)', kind, first);
  whole_province constant text := format('%s = ''province''', kind);
begin
  foreach t in array array['enterprise', 'membership', 'claim', 'invitation', 'uscc_admission', 'fact', 'fact_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  execute format('create policy enterprise_jurisdiction on enterprise using (%s or %s or %s)',
    whole_province, own_authority, format(own_enterprise, 'id'));
  -- What a firm types before it submits is the firm's own: no office reads a profile, only what was submitted.
  foreach t in array array['fact', 'fact_change'] loop
    execute format('create policy %I on %I using (%s)', t || '_own', t, format(own_enterprise, 'enterprise'));
  end loop;
  foreach t in array array['membership', 'claim', 'invitation'] loop
    execute format('create policy %I on %I using (%s or %s or %s)', t || '_jurisdiction', t,
      whole_province, own_authority, format(own_enterprise, 'enterprise'));
  end loop;
  -- A person sees which firms they speak for, and their own claims.
  foreach t in array array['membership', 'claim'] loop
    execute format('create policy %I on %I for select using (%s = ''person'' and person::text = %s)',
      t || '_person', t, kind, first);
  end loop;
  execute format('create policy uscc_admission_jurisdiction on uscc_admission using (%s or %s)',
    whole_province, own_authority);
end $$;
