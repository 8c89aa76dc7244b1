-- Evidence (佐证): what was uploaded, by whom, for what. The bytes lie in the content-addressed store under their
-- SHA-256, written and synced before the row that refers to them commits. Scopes as in 0001.
--
-- What a file belongs to: `enterprise` the firm's own papers · `claim` a person's proof of speaking for a firm ·
-- `objection` what someone without an account attaches to an objection (owner: the notice) · `office` what officers take
-- up themselves, on-site photos above all (owner: the case or other subject).

create table evidence (
  authority text not null,
  id uuid not null,
  owner_kind text not null check (owner_kind in ('enterprise', 'claim', 'objection', 'office')),
  owner uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null check (bytes between 1 and 20971520),
  width integer,
  height integer,
  name text not null check (length(name) between 1 and 200),
  uploaded_by uuid not null,
  uploaded_by_name text,
  uploaded_at timestamptz not null,
  primary key (authority, id),
  -- The same file given twice by the same person for the same thing is one piece of evidence.
  unique (authority, owner_kind, owner, uploaded_by, sha256),
  check ((width is null) = (media_type = 'application/pdf') and (height is null) = (width is null))
);
comment on table evidence is 'by authority; append-only';
grant select, insert on evidence to tidu_app;

-- A file on its way: a draft of its uploader, kept until it expires, finished or not. Received bytes are counted by the
-- store, not here. Someone without an account is known by the upload's own id, which only their browser has.
create table upload (
  authority text not null,
  id uuid not null,
  owner_kind text not null check (owner_kind in ('enterprise', 'claim', 'objection', 'office')),
  owner uuid not null,
  name text not null check (length(name) between 1 and 200),
  bytes integer not null check (bytes between 1 and 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  created_by uuid not null,
  created_by_name text,
  -- Whose limits it counts against: the person, or a digest of day and network address.
  counted_as text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  evidence uuid,
  primary key (authority, id)
);
comment on table upload is 'by authority';
create index upload_counted on upload (counted_as, created_at);
create index upload_expires on upload (authority, expires_at);
grant select, insert, delete, update (evidence) on upload to tidu_app;

alter table evidence enable row level security;
alter table evidence force row level security;
alter table upload enable row level security;
alter table upload force row level security;

-- The firm reads and adds its own.
create policy evidence_enterprise on evidence
  using (owner_kind = 'enterprise'
    and split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
    and authority = split_part(current_setting('tidu.scope', true), '/', 2)
    and owner::text = split_part(current_setting('tidu.scope', true), '/', 3));
-- A person reads and adds what they gave as a claimant or objector themselves.
create policy evidence_person on evidence
  using (owner_kind in ('claim', 'objection')
    and split_part(current_setting('tidu.scope', true), '/', 1) = 'person'
    and uploaded_by::text = split_part(current_setting('tidu.scope', true), '/', 2));
-- The authority reads all that is with it; the province everything but what objectors gave to others (第十七条).
create policy evidence_authority on evidence for select
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'authority'
    and authority = split_part(current_setting('tidu.scope', true), '/', 2));
create policy evidence_province on evidence for select
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province'
    and (owner_kind <> 'objection' or authority = split_part(current_setting('tidu.scope', true), '/', 2)));
-- Officers add only what their own office takes up.
create policy evidence_office on evidence for insert
  with check (owner_kind = 'office'
    and split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'province')
    and authority = split_part(current_setting('tidu.scope', true), '/', 2));

create policy upload_person on upload
  using (split_part(current_setting('tidu.scope', true), '/', 1) = 'person'
    and created_by::text = split_part(current_setting('tidu.scope', true), '/', 2));
create policy upload_enterprise on upload
  using (owner_kind = 'enterprise'
    and split_part(current_setting('tidu.scope', true), '/', 1) = 'enterprise'
    and authority = split_part(current_setting('tidu.scope', true), '/', 2)
    and owner::text = split_part(current_setting('tidu.scope', true), '/', 3));
create policy upload_authority on upload
  using (split_part(current_setting('tidu.scope', true), '/', 1) in ('authority', 'province')
    and authority = split_part(current_setting('tidu.scope', true), '/', 2));
