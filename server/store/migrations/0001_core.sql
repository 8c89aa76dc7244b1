-- The core: batches, cases, their acts (the journal), submissions, and what makes an act happen exactly once.
-- Each table's comment names its kind (docs/decisions/0002): `by authority`, `by own key: COLUMN` or `reference`.
-- Row security reads one setting, tidu.scope, as text: 'kind/first/second'. It is spelled out in every policy because a
-- function or a view would not travel to the workers of a distributed PostgreSQL.

-- Batches (第十二条): opened by a notice of the province; pins the edition of the standard.
create table batch (
  id uuid primary key,
  document_number text not null,
  title text not null,
  tier text not null check (tier in ('innovative', 'specialised', 'little-giant')),
  standard text not null,
  edition text not null,
  eligibility text not null,
  eligibility_edition text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  local_due_on date not null check (local_due_on >= closes_on),
  province_due_on date not null check (province_due_on >= local_due_on),
  correction_workdays integer not null check (correction_workdays between 1 and 60),
  notice_basis text not null check (notice_basis in ('workday', 'calendar')),
  notice_days integer not null check (notice_days between 1 and 60),
  overlay jsonb not null default '[]',
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  status text not null check (status in ('proposed', 'open')),
  proposed_by uuid not null,
  opened_by uuid check (opened_by <> proposed_by),
  created_at timestamptz not null
);
comment on table batch is 'reference';
grant select, insert, update on batch to tidu_app;
alter table batch enable row level security;
alter table batch force row level security;
create policy batch_open on batch for select using (status = 'open');
create policy batch_province on batch using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province')
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');

-- A case: the projection of its acts, for queues and lists. `state` is exactly the fold of its acts (第九条).
create table cases (
  authority text not null,
  id uuid not null,
  enterprise uuid not null,
  enterprise_name text not null,
  uscc text not null,
  batch uuid not null references batch (id),
  tier text not null,
  step text not null,
  since date not null,
  due date,
  seq integer not null,
  state jsonb not null,
  submission uuid,
  score_min integer,
  score_max integer,
  outcome text,
  opened_at timestamptz not null,
  primary key (authority, id)
);
comment on table cases is 'by authority';
-- One living application per enterprise and batch; a withdrawn or lapsed one may be followed by another.
create unique index cases_living on cases (authority, enterprise, batch)
  where step not in ('withdrawn', 'lapsed', 'rejected', 'removed');
create index cases_queue on cases (authority, step, due);
create index cases_batch on cases (batch, step);
grant select, insert, update on cases to tidu_app;

-- The journal: every act of an official or a firm, appended once, chained by hash within its authority (B6).
create table act (
  authority text not null,
  id uuid not null,
  position bigint not null,
  subject_kind text not null,
  subject uuid not null,
  subject_seq integer not null,
  enterprise uuid,
  act text not null,
  actor_kind text not null check (actor_kind in ('public', 'person', 'firm', 'officer', 'administrator', 'clock')),
  person uuid,
  office text,
  at timestamptz not null,
  day date not null,
  payload jsonb not null,
  salt text not null,
  payload_digest text not null,
  previous text not null,
  digest text not null,
  idempotency_key uuid not null,
  primary key (authority, id),
  unique (authority, position),
  unique (authority, subject, subject_seq)
);
comment on table act is 'by authority; append-only';
create index act_person on act (authority, person, at);
grant select, insert on act to tidu_app;

-- The head of each authority's chain: locked by the act that extends it.
create table chain_head (
  authority text primary key,
  position bigint not null,
  digest text not null
);
comment on table chain_head is 'by authority';
grant select, insert, update on chain_head to tidu_app;

-- What a firm handed in, frozen (第九条): facts, evidence list, result, digest. The receipt is made from it (B9).
create table submission (
  authority text not null,
  id uuid not null,
  case_id uuid not null,
  enterprise uuid not null,
  round integer not null,
  at timestamptz not null,
  declared_by uuid not null,
  declared_by_name text not null,
  facts jsonb not null,
  sources jsonb not null,
  evidence jsonb not null,
  result jsonb not null,
  eligibility_result jsonb not null,
  digest text not null,
  receipt_number text not null,
  primary key (authority, id),
  unique (authority, case_id, round),
  unique (authority, receipt_number),
  foreign key (authority, case_id) references cases (authority, id)
);
comment on table submission is 'by authority; append-only';
grant select, insert on submission to tidu_app;

-- What the verifiers note on site before they sign (saved as they go; the signed findings are in the act).
create table visit_draft (
  authority text not null,
  case_id uuid not null,
  findings jsonb not null,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (authority, case_id),
  foreign key (authority, case_id) references cases (authority, id)
);
comment on table visit_draft is 'by authority';
grant select, insert, update, delete on visit_draft to tidu_app;

-- One row per accepted request: the same key again gives the same answer and no second effect.
create table idempotency (
  authority text not null,
  key uuid not null,
  request_digest text not null,
  response jsonb,
  at timestamptz not null,
  primary key (authority, key)
);
comment on table idempotency is 'by authority';
create index idempotency_at on idempotency (authority, at);
grant select, insert, update on idempotency to tidu_app;

-- What is to be told to whom, written with the act; a job delivers it into the inbox.
create table outbox (
  authority text not null,
  id uuid not null,
  enterprise uuid,
  role text,
  subject_kind text not null,
  subject uuid not null,
  topic text not null,
  payload jsonb not null,
  at timestamptz not null,
  delivered_at timestamptz,
  primary key (authority, id)
);
comment on table outbox is 'by authority';
create index outbox_waiting on outbox (authority, at) where delivered_at is null;
create index outbox_enterprise on outbox (authority, enterprise, at);
grant select, insert, update on outbox to tidu_app;

-- The demo's day: how many days a visitor has advanced it (demo mode only).
create table demo_clock (
  id integer primary key check (id = 1),
  started_at timestamptz not null,
  origin date not null,
  advanced_days integer not null check (advanced_days >= 0)
);
comment on table demo_clock is 'reference';
grant select, insert, update on demo_clock to tidu_app;
alter table demo_clock enable row level security;
alter table demo_clock force row level security;
create policy demo_clock_all on demo_clock using (true) with check (true);

-- Whom to call at each authority (R7.2).
create table authority_contact (
  authority text primary key,
  phone text not null,
  address text not null
);
comment on table authority_contact is 'reference';
grant select, insert, update on authority_contact to tidu_app;
alter table authority_contact enable row level security;
alter table authority_contact force row level security;
create policy authority_contact_read on authority_contact for select using (true);
create policy authority_contact_write on authority_contact
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province')
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');

-- Jurisdiction (第五条): a local authority sees and writes its own, the province all, an enterprise its own.
do $$
declare t text;
begin
  foreach t in array array['cases', 'act', 'submission'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2))
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2)
            and enterprise::text = split_part(current_setting('tidu.scope', true), '/', 3)))$p$, t || '_jurisdiction', t);
  end loop;
  foreach t in array array['visit_draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2)))$p$, t || '_jurisdiction', t);
  end loop;
  -- A firm reads what is told to it, and its acts tell its authority's desks.
  execute $p$create policy outbox_jurisdiction on outbox
    using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
      or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
          and authority = split_part(current_setting('tidu.scope', true), '/', 2))
      or (split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
          and authority = split_part(current_setting('tidu.scope', true), '/', 2)
          and enterprise::text = split_part(current_setting('tidu.scope', true), '/', 3)))
    with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
      or (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'enterprise')
          and authority = split_part(current_setting('tidu.scope', true), '/', 2)))$p$;
  execute 'alter table outbox enable row level security';
  execute 'alter table outbox force row level security';
  -- Bookkeeping of an authority's writes: whoever writes there extends its chain, a firm included.
  foreach t in array array['chain_head', 'idempotency'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
        or (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'enterprise')
            and authority = split_part(current_setting('tidu.scope', true), '/', 2)))$p$, t || '_jurisdiction', t);
  end loop;
end $$;
