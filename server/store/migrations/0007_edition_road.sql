-- The road of a new edition or overlay (第八条): handed in by a provincial handler, put in force for new batches by an
-- approver who is another person. What was handed in never changes; only where it is on the road does.
create table edition (
  id uuid primary key,
  kind text not null check (kind in ('standard', 'overlay')),
  -- Id its document gives itself, e.g. miit-2027-1/specialised.
  document_id text not null,
  tier text not null check (tier in ('innovative', 'specialised', 'little-giant', 'eligibility', 'overlay')),
  title text not null,
  instrument text not null,
  digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  -- Standards an overlay may be put upon; empty for a standard.
  upon text[] not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- JSON: EditionDocuments of a standard, the one document of an overlay.
  documents text not null check (length(documents) <= 4000000),
  -- JSON: the files as handed in, by name.
  texts text not null check (length(texts) <= 4000000),
  note text not null,
  status text not null check (status in ('proposed', 'in-force', 'rejected', 'withdrawn')),
  seq integer not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reasons text,
  effective_on date,
  check (status not in ('in-force', 'rejected') or (decided_by is not null and decided_by <> proposed_by)),
  check (status <> 'in-force' or effective_on >= valid_from)
);
comment on table edition is 'reference';
-- One content is on the road or in force once.
create unique index edition_content on edition (digest) where status in ('proposed', 'in-force');
create index edition_status on edition (status, proposed_at);
grant select, insert on edition to tidu_app;
grant update (status, seq, decided_by, decided_by_name, decided_at, reasons, effective_on) on edition to tidu_app;
alter table edition enable row level security;
alter table edition force row level security;
-- The rules in force are open to everybody (第七条); what is still being considered, to the province alone.
create policy edition_in_force on edition for select using (status = 'in-force');
create policy edition_province on edition using (split_part(current_setting('tidu.scope', true), '/', 1) = 'province')
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');
