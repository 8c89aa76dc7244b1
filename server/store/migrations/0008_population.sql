-- The population of the province, as far as it has handed in: the latest submission of each firm, found firm by firm.
create index submission_latest on submission (authority, enterprise, at desc, id);
-- And how far it reaches.
create index submission_at on submission (at);
