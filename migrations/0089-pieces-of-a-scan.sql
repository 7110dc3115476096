-- A PDF of several forms is cut by drawing its pages again: each piece says which scan it was cut from, and that one, as it was
-- received, is kept. How many pages a PDF says that it has: one of a single page has nothing to share out.
alter table desk_scans
  add column split_from uuid references desk_scans (id),
  add column pages smallint check (pages > 0);
create index desk_scans_pieces on desk_scans (split_from) where split_from is not null;

-- Pieces made before were brought, said their rows, at the instant of the cut.
set local guichet.scope = 'system';
update desk_scans piece set split_from = whole.id
  from desk_scans whole
  where whole.state = 'removed' and whole.settled_at = piece.brought_at and whole.settled_by = piece.brought_by
    and whole.id::text in (select event.subject_id from audit_events event where event.action = 'tray.scan_split');
update desk_scans piece set brought_at = whole.brought_at, brought_by = whole.brought_by
  from desk_scans whole
  where whole.id = piece.split_from and piece.state = 'waiting';
select work_of_desk_scan(id) from desk_scans where state = 'waiting' and split_from is not null;
