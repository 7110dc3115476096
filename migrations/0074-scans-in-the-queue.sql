-- A scan brought to the desk waits for the code of its case like everything else: its 48 hours run since it was brought.
create function work_of_desk_scan(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  scan desk_scans := (select s from desk_scans s where s.id = the_id);
  item work_items;
begin
  if scan.state <> 'waiting' then
    perform drop_work('desk_scan', the_id::text);
    return;
  end if;
  item.subject_kind := 'desk_scan';
  item.subject_id := the_id;
  item.kind := 'desk_scan';
  item.rank := 1;
  item.since := scan.brought_at;
  item.clock_running_since := scan.brought_at;
  item.reference := '';
  item.about := (select name from files where id = scan.file_id);
  perform keep_work_item(item);
end $$;
create trigger desk_scans_work after insert or update of state on desk_scans
  for each row execute function keep_work('work_of_desk_scan', 'id');

set local guichet.scope = 'system';
select work_of_desk_scan(id) from desk_scans where state = 'waiting';
