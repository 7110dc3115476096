-- A scan that an agent took out of the tray keeps its line; after a while its content goes (docs/domain/letters.md).
alter table files add column removed_at timestamptz;
grant update (removed_at) on files to guichet_app;
create index desk_scans_removed on desk_scans (settled_at) where state = 'removed';
