-- When the content of a document that waits was last tried in vain: the others come first (docs/domain/scans.md).
alter table files add column check_tried_at timestamptz;
drop index files_waiting;
create index files_waiting on files (check_tried_at nulls first, stored_at) where check_state = 'waiting';
grant update (check_tried_at) on files to guichet_app;
