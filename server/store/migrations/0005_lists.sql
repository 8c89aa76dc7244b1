-- Lists (名单): notices, filings, announcements as the desks work on them; what is published of them; objections against
-- them; draws; titles; and the inbox that people read. Kinds of tables and row security as in 0001.

-- A list as a handler puts it together and an approver decides it (第九条: 公示, 备案, 公告).
create table list (
  authority text not null,
  id uuid not null,
  kind text not null check (kind in ('notice', 'filing', 'announcement')),
  batch uuid not null references batch (id),
  tier text not null,
  title text not null,
  terms jsonb not null,
  status text not null check (status in ('waiting', 'sent-back', 'approved')),
  seq integer not null,
  prepared_by uuid not null,
  prepared_by_name text not null,
  prepared_at timestamptz not null,
  decided_by uuid check (decided_by <> prepared_by),
  decided_by_name text,
  decided_at timestamptz,
  decided_on date,
  note text,
  primary key (authority, id)
);
comment on table list is 'by authority';
create index list_desk on list (authority, kind, status, prepared_at);
create index list_filed on list (kind, status, batch);
grant select, insert, update on list to tidu_app;

-- A case on a list. `authority` is the list's; the case may stand with another one (省级名单).
create table list_entry (
  authority text not null,
  list uuid not null,
  id uuid not null,
  position integer not null,
  case_authority text not null,
  case_id uuid not null,
  enterprise uuid not null,
  name text not null,
  uscc text not null,
  status text not null check (status in ('listed', 'unlisted', 'removed')),
  note text,
  primary key (authority, list, id),
  unique (authority, list, position),
  unique (authority, list, case_id),
  foreign key (authority, list) references list (authority, id)
);
comment on table list_entry is 'by authority';
create index list_entry_case on list_entry (authority, case_id);
grant select, insert, update on list_entry to tidu_app;

-- What everybody may read, for ever: only public fields live here (第七条 公开透明). Same ids as the list it came from.
create table publication (
  authority text not null,
  id uuid not null,
  kind text not null check (kind in ('notice', 'announcement')),
  tier text not null,
  batch_title text not null,
  title text not null,
  firms integer not null,
  published_on date not null,
  contact jsonb,
  starts_on date,
  ends_on date,
  basis text check (basis in ('workday', 'calendar')),
  days integer,
  provisional boolean not null default false,
  document_number text,
  valid_from date,
  valid_to date,
  digest text not null,
  primary key (authority, id),
  check (kind <> 'notice' or (starts_on is not null and ends_on >= starts_on and basis is not null and days is not null)),
  check (kind <> 'announcement' or (document_number is not null and valid_to >= valid_from))
);
comment on table publication is 'by authority; append-only';
create index publication_recent on publication (kind, published_on);
create index publication_open on publication (kind, ends_on);
grant select, insert on publication to tidu_app;

create table publication_entry (
  authority text not null,
  publication uuid not null,
  id uuid not null,
  position integer not null,
  place text not null,
  name text not null,
  uscc text not null,
  removed_on date,
  primary key (authority, publication, id),
  unique (authority, publication, position),
  foreign key (authority, publication) references publication (authority, id)
);
comment on table publication_entry is 'by authority';
-- What was published stays; a firm taken off is marked, never erased (R9.10).
grant select, insert, update (removed_on) on publication_entry to tidu_app;

-- An objection during a notice (R9.10, 第十七条), kept with the authority that issued the notice. `seq` counts its acts
-- on record, looks at the objector's identity included; `version` only what changes its handling.
create table objection (
  authority text not null,
  id uuid not null,
  receipt text not null,
  notice uuid not null,
  entry uuid not null,
  case_authority text not null,
  case_id uuid not null,
  enterprise_name text not null,
  reason text not null,
  evidence uuid[] not null,
  status text not null check (status in ('open', 'proposed', 'upheld', 'unfounded', 'joined')),
  seq integer not null,
  version integer not null,
  received_at timestamptz not null,
  received_on date not null,
  outcome text check (outcome in ('upheld', 'unfounded')),
  opinion text,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz,
  note text,
  decided_by uuid check (decided_by <> proposed_by),
  decided_by_name text,
  decided_at timestamptz,
  decided_on date,
  primary key (authority, id),
  unique (authority, receipt),
  foreign key (authority, notice) references list (authority, id)
);
comment on table objection is 'by authority';
create index objection_desk on objection (authority, status, received_at);
create index objection_case on objection (authority, case_id);
grant select, insert, update on objection to tidu_app;

-- Who objects (第十七条 实名, 联系方式): apart from the objection, so that reading one is not reading the other.
create table objector (
  authority text not null,
  objection uuid not null,
  name text not null,
  contact text not null,
  primary key (authority, objection),
  foreign key (authority, objection) references objection (authority, id)
);
comment on table objector is 'by authority; append-only';
grant select, insert on objector to tidu_app;

-- A random draw for the provincial spot check (第九条 抽查): the committed list, the seed, what was drawn. Replayable.
create table draw (
  authority text not null,
  id uuid not null,
  batch uuid not null references batch (id),
  method text not null,
  asked jsonb not null,
  population integer not null,
  taken integer not null,
  seed text not null,
  list_digest text not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  drawn_at timestamptz not null,
  drawn_on date not null,
  primary key (authority, id)
);
comment on table draw is 'by authority; append-only';
create index draw_batch on draw (authority, batch, drawn_at);
grant select, insert on draw to tidu_app;

create table draw_entry (
  authority text not null,
  draw uuid not null,
  position integer not null,
  case_authority text not null,
  case_id uuid not null,
  name text not null,
  uscc text not null,
  -- Place in the order drawn, from 1; null: not drawn.
  rank integer,
  primary key (authority, draw, position),
  unique (authority, draw, case_id),
  foreign key (authority, draw) references draw (authority, id)
);
comment on table draw_entry is 'by authority; append-only';
create index draw_entry_case on draw_entry (authority, case_id);
grant select, insert on draw_entry to tidu_app;

-- A title (称号, 第十三条) and at the same time the public register: only public fields.
create table title (
  authority text not null,
  id uuid not null,
  enterprise uuid not null,
  name text not null,
  search_name text not null,
  uscc text not null,
  tier text not null check (tier in ('innovative', 'specialised', 'little-giant')),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  document_number text not null,
  announced_on date not null,
  announcement uuid not null,
  status text not null check (status in ('valid', 'lapsed', 'revoked')),
  primary key (authority, id)
);
comment on table title is 'by authority';
create index title_uscc on title (uscc);
create index title_order on title (announced_on, name);
create index title_enterprise on title (authority, enterprise);
create index title_announcement on title (announcement);
grant select, insert, update on title to tidu_app;

-- What people are told, delivered from the outbox under the same id (so twice is once).
create table inbox (
  authority text not null,
  id uuid not null,
  enterprise uuid,
  role text,
  subject_kind text not null,
  subject uuid not null,
  topic text not null,
  payload jsonb not null,
  at timestamptz not null,
  primary key (authority, id)
);
comment on table inbox is 'by authority; append-only';
create index inbox_enterprise on inbox (authority, enterprise, at) where enterprise is not null;
create index inbox_role on inbox (authority, role, at) where role is not null;
grant select, insert on inbox to tidu_app;

-- Who has read what; each person reads for themselves.
create table inbox_read (
  authority text not null,
  message uuid not null,
  person uuid not null,
  enterprise uuid,
  at timestamptz not null,
  primary key (authority, message, person),
  foreign key (authority, message) references inbox (authority, id)
);
comment on table inbox_read is 'by authority; append-only';
grant select, insert on inbox_read to tidu_app;

do $$
declare t text;
begin
  foreach t in array array['list', 'list_entry', 'publication', 'publication_entry', 'objection', 'objector', 'draw',
    'draw_entry', 'title', 'inbox', 'inbox_read'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  -- Working papers: the issuing authority its own, the province all.
  foreach t in array array['list', 'list_entry', 'draw', 'draw_entry'] loop
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2)))$p$, t || '_jurisdiction', t);
  end loop;

  -- Objections and who made them: nobody but the issuing authority, the province included (第十七条).
  foreach t in array array['objection', 'objector'] loop
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'province')
        and authority = split_part(current_setting('tidu.scope', true), '/', 2))$p$, t || '_issuer', t);
  end loop;

  -- Publications: everybody reads (in whatever scope; outside one nothing is shown), the issuing authority writes.
  foreach t in array array['publication', 'publication_entry'] loop
    execute format($p$create policy %I on %I for select using (current_setting('tidu.scope', true) <> '')$p$, t || '_public', t);
  end loop;

  -- Messages: an enterprise its own, an authority its own, the province all.
  foreach t in array array['inbox', 'inbox_read'] loop
    execute format($p$create policy %I on %I
      using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2))
        or (split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
            and authority = split_part(current_setting('tidu.scope', true), '/', 2)
            and enterprise::text = split_part(current_setting('tidu.scope', true), '/', 3)))$p$, t || '_jurisdiction', t);
  end loop;
end $$;

-- Only the province announces (第五条).
create policy publication_issue on publication for insert
  with check (authority = split_part(current_setting('tidu.scope', true), '/', 2)
    and (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
      or (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority' and kind = 'notice')));
create policy publication_entry_issue on publication_entry for insert
  with check (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'province')
    and authority = split_part(current_setting('tidu.scope', true), '/', 2));
create policy publication_entry_remove on publication_entry for update
  using (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'province')
    and authority = split_part(current_setting('tidu.scope', true), '/', 2));

-- Titles: everybody reads; only the province makes and changes them (第五条).
create policy title_public on title for select using (current_setting('tidu.scope', true) <> '');
create policy title_announce on title for insert
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');
create policy title_change on title for update
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');
