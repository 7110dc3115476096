-- Everything of one company, in one archive: a supervisor asks, another one agrees, one of them collects it for a day.
create table takeouts (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers (id),
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'waiting' check (state in ('waiting', 'agreed', 'declined', 'withdrawn')),
  asked_by uuid not null references agents (id),
  asked_at timestamptz not null,
  decided_by uuid references agents (id),
  decided_at timestamptz,
  -- Once agreed, it may be collected until then.
  expires_at timestamptz,
  collected_at timestamptz,
  check ((state = 'waiting') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  check (state = 'waiting' or (state = 'withdrawn') = (decided_by = asked_by)),
  check ((state = 'agreed') = (expires_at is not null)),
  check (collected_at is null or state = 'agreed')
);
create unique index takeouts_one_waiting on takeouts (employer_id) where state = 'waiting';
create index takeouts_by_employer on takeouts (employer_id, asked_at desc);
alter table takeouts enable row level security;
alter table takeouts force row level security;
call open_to('takeouts', '{system}', '{all}');
call open_to('takeouts', '{agency}', '{select,update}');
call open_to('takeouts', '{agency}', '{insert}', $$state = 'waiting'$$);
grant select, insert on takeouts to guichet_app;
grant update (state, decided_by, decided_at, expires_at, collected_at) on takeouts to guichet_app;

-- It waits for a second supervisor like their other requests, on the page of its company.
create function work_of_takeout(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  takeout takeouts := (select t from takeouts t where t.id = the_id);
  item work_items;
begin
  if takeout.state <> 'waiting' then
    perform drop_work('takeout', the_id::text);
    return;
  end if;
  item.subject_kind := 'takeout';
  item.subject_id := the_id;
  item.kind := 'takeout';
  item.rank := 1;
  item.since := takeout.asked_at;
  item.clock_running_since := takeout.asked_at;
  item.reference := '';
  item.about := (select name from employers where id = takeout.employer_id);
  item.employer_id := takeout.employer_id;
  item.first_agent := takeout.asked_by;
  perform keep_work_item(item);
end $$;
create trigger takeouts_work after insert or update of state on takeouts
  for each row execute function keep_work('work_of_takeout', 'id');
