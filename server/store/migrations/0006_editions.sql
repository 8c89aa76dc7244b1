-- Editions of standards (第八条): what batches pin, kept whole for ever, and the road on which a new one comes into force.

-- The documents of every edition a batch pinned: its decisions are evaluated under these and no others, whatever the
-- program ships later. Text as it was taken in; the digest is that of standards (regime/evaluation/edition.ts).
create table pinned_edition (
  digest text primary key check (digest ~ '^sha256:[0-9a-f]{64}$'),
  standard text not null,
  documents text not null check (length(documents) <= 4000000),
  pinned_at timestamptz not null
);
comment on table pinned_edition is 'reference; append-only';
grant select, insert on pinned_edition to tidu_app;
alter table pinned_edition enable row level security;
alter table pinned_edition force row level security;
-- The rules a batch goes by are public (第七条); only the province pins them.
create policy pinned_edition_read on pinned_edition for select using (true);
create policy pinned_edition_write on pinned_edition for insert
  with check (split_part(current_setting('tidu.scope', true), '/', 1) = 'province');
