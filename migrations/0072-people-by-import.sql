-- Delegates whom the fund knows from paper, then their users, come by file as well (product G5). Such a file gives power over a company:
-- one supervisor asks, another agrees, and the database holds the two apart whatever the program does.
alter table imports drop constraint imports_kind_check;
alter table imports add constraint imports_kind_check
  check (kind in ('employers', 'categories', 'members', 'delegates', 'users'));
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('checking', 'checked', 'asked', 'unreadable', 'applying', 'applied', 'abandoned'));
-- Who asked that a file which gives power be applied; nobody when it was the command line.
alter table imports add column asked_by uuid references agents;
alter table imports add column asked_at timestamptz;
alter table imports add constraint imports_asked check (state <> 'asked' or asked_at is not null);
alter table imports add constraint imports_of_power_take_two check (kind not in ('delegates', 'users') or state not in ('applying', 'applied')
  or (asked_at is not null and decided_by is not null
    and decided_by is distinct from asked_by and decided_by is distinct from uploaded_by));

-- What waits for the second person is work as well, since the moment it was asked.
create or replace function work_of_import(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  import imports := (select i from imports i where i.id = the_id);
  item work_items;
begin
  if import.state not in ('checked', 'asked') then
    perform drop_work('import', the_id::text);
    return;
  end if;
  item.subject_kind := 'import';
  item.subject_id := the_id;
  item.kind := 'import';
  item.rank := 1;
  item.since := coalesce(import.asked_at, import.checked_at);
  item.clock_running_since := coalesce(import.asked_at, import.checked_at);
  item.reference := '';
  item.about := import.file_name;
  perform keep_work_item(item);
end $$;

-- Users whom a file created are looked through by the delegate, who did not choose them.
alter table delegates add column users_imported_at timestamptz;
