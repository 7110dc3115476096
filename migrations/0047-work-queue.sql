-- Everything that waits for an agent, in one table kept by the rows that it is about (docs/domain/work-queue.md).
create table work_items (
  id uuid primary key default gen_random_uuid(),
  -- What it is about: one row of one table, and so one case once.
  subject_kind text not null,
  subject_id text not null,
  kind text not null check (kind ~ '^[a-z_]+$'),
  -- 0 a supervisor must decide first, 1 the clock runs, 2 it is paused, 3 somebody outside owes something, 4 decided and not in effect.
  rank smallint not null check (rank between 0 and 4),
  -- When the 48 hours end; never while the clock stands still.
  due_at timestamptz not null default 'infinity',
  clock_spent_ms bigint not null default 0,
  clock_running_since timestamptz,
  since timestamptz not null,
  reference text not null,
  about text not null default '',
  employer_id uuid references employers,
  employer_number text not null default '',
  -- Of two agents who must agree, the one who has: it waits for another.
  first_agent uuid,
  taken_by uuid,
  taken_at timestamptz,
  unique (subject_kind, subject_id),
  check ((taken_by is null) = (taken_at is null)),
  check ((clock_running_since is null) = (due_at = 'infinity'))
);
create index work_items_in_order on work_items (rank, due_at, since, id);
create index work_items_by_kind on work_items (kind, rank, due_at, since, id);
create index work_items_in_hand on work_items (taken_by, rank, due_at, since, id) where taken_by is not null;
create index work_items_by_employer on work_items (employer_id);
alter table work_items enable row level security;
alter table work_items force row level security;
call open_to('work_items', '{system}', '{all}');
call open_to('work_items', '{agency}', '{select,update}');
-- Only the triggers below add and remove; an agent takes in hand.
grant select, update (taken_by, taken_at) on work_items to guichet_app;

-- How an agent likes to see the queue.
create table work_views (
  id uuid primary key default gen_random_uuid(),
  agent_id uuid not null references agents,
  name text not null check (length(name) between 1 and 60),
  -- The address without its path, as the filters write it.
  query text not null check (length(query) <= 500),
  is_default boolean not null default false,
  created_at timestamptz not null,
  unique (agent_id, name)
);
create unique index work_views_one_default on work_views (agent_id) where is_default;
alter table work_views enable row level security;
alter table work_views force row level security;
call open_to('work_views', '{system}', '{all}');
call open_to('work_views', '{agency}', '{select,insert,update,delete}');
grant select, insert, update, delete on work_views to guichet_app;

-- The first instant at which that much working time has gone by: whole days of Casablanca, without Saturdays, Sundays and
-- holidays. The program reckons the same (src/calendar/working-time.ts); a test compares the two.
create function working_time_after(since timestamptz, ms bigint) returns timestamptz
  language plpgsql stable set search_path = pg_catalog, public as $$
declare
  holidays date[] := (select array_agg((one ->> 'on')::date) from jsonb_array_elements(
    (select value from parameters where key = 'holidays' order by valid_from desc, revision desc limit 1)) as one);
  day date := (since at time zone 'Africa/Casablanca')::date;
  begins timestamptz;
  available bigint;
begin
  if ms <= 0 then return since; end if;
  loop
    if extract(isodow from day) < 6 and day <> all (coalesce(holidays, '{}')) then
      begins := greatest(since, day::timestamp at time zone 'Africa/Casablanca');
      available := extract(epoch from ((day + 1)::timestamp at time zone 'Africa/Casablanca') - begins) * 1000;
      if ms <= available then return begins + ms * interval '1 millisecond'; end if;
      ms := ms - available;
    end if;
    day := day + 1;
  end loop;
end $$;

-- The promise is 48 hours.
create function work_due_at(spent_ms bigint, running_since timestamptz) returns timestamptz
  language sql stable set search_path = pg_catalog, public
  return case when running_since is null then 'infinity'
    else working_time_after(running_since, 172800000 - spent_ms) end;

create function drop_work(the_kind text, the_id text) returns void
  language sql set search_path = pg_catalog, public
  begin atomic
    delete from work_items where subject_kind = the_kind and subject_id = the_id;
  end;

-- A case keeps its place and whoever has it in hand; a letter says itself whose hands it is in.
create function keep_work_item(item work_items) returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  item.since := date_trunc('milliseconds', item.since);
  item.due_at := date_trunc('milliseconds', work_due_at(coalesce(item.clock_spent_ms, 0), item.clock_running_since));
  insert into work_items as kept (subject_kind, subject_id, kind, rank, due_at, clock_spent_ms, clock_running_since, since,
      reference, about, employer_id, employer_number, first_agent, taken_by, taken_at)
    values (item.subject_kind, item.subject_id, item.kind, item.rank, item.due_at, coalesce(item.clock_spent_ms, 0),
      item.clock_running_since, item.since, item.reference, coalesce(item.about, ''), item.employer_id,
      coalesce(item.employer_number, (select e.employer_number from employers e where e.id = item.employer_id), ''),
      item.first_agent, item.taken_by, item.taken_at)
  on conflict (subject_kind, subject_id) do update set kind = excluded.kind, rank = excluded.rank, due_at = excluded.due_at,
    clock_spent_ms = excluded.clock_spent_ms, clock_running_since = excluded.clock_running_since, since = excluded.since,
    reference = excluded.reference, about = excluded.about, employer_id = excluded.employer_id,
    employer_number = excluded.employer_number, first_agent = excluded.first_agent,
    taken_by = case item.subject_kind when 'letter' then excluded.taken_by else kept.taken_by end,
    taken_at = case item.subject_kind when 'letter' then excluded.taken_at else kept.taken_at end;
end $$;

-- ------------------------------------------------------------------ sources
-- One function a kind of case: looks at its row as it now is, and keeps or drops what waits. A new kind is one more function
-- and one more trigger; its words and its page are in src/agency/work/work-kinds.ts.
create function work_of_letter(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  letter letters := (select l from letters l where l.id = the_id);
  is_opposed boolean := exists (select from objections where letter_id = the_id and raised_at is not null and decision is null);
  item work_items;
begin
  if letter.state not in ('received', 'to_complete', 'accepted') then
    perform drop_work('letter', the_id::text);
    return;
  end if;
  item.subject_kind := 'letter';
  item.subject_id := the_id;
  item.kind := case when is_opposed then 'objection' else letter.kind end;
  item.rank := case when is_opposed then 0 when letter.state = 'to_complete' then 3 when letter.state = 'accepted' then 4
    when letter.clock_running_since is null then 2 else 1 end;
  item.clock_spent_ms := letter.clock_spent_ms;
  item.clock_running_since := letter.clock_running_since;
  item.since := coalesce(letter.received_at, letter.created_at);
  item.reference := letter.reference;
  item.about := letter.kind;
  item.employer_id := letter.employer_id;
  item.employer_number := letter.employer_number;
  item.first_agent := case when letter.state = 'received' and letter.agents_required = 2 then (
    select agent_id from letter_reviews where verdict = 'accept' and proof_id = (
      select id from letter_proofs where letter_id = the_id order by number desc limit 1) limit 1) end;
  item.taken_by := letter.taken_by;
  item.taken_at := letter.taken_at;
  perform keep_work_item(item);
end $$;

-- A person declared in two categories of a company waits once.
create function work_of_membership(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  own memberships := (select m from memberships m where m.id = the_id);
  item work_items;
begin
  if own.state <> 'provisional' or exists (select from memberships earlier where earlier.employer_id = own.employer_id
      and earlier.member_number = own.member_number and earlier.state = 'provisional' and earlier.category < own.category) then
    perform drop_work('newcomer', the_id::text);
    return;
  end if;
  perform drop_work('newcomer', other.id::text) from memberships other where other.employer_id = own.employer_id
    and other.member_number = own.member_number and other.state = 'provisional' and other.category > own.category;
  item.subject_kind := 'newcomer';
  item.subject_id := the_id;
  item.kind := 'newcomer';
  item.rank := 1;
  item.since := own.declared_at;
  item.clock_running_since := own.declared_at;
  item.reference := own.member_number;
  item.employer_id := own.employer_id;
  perform keep_work_item(item);
end $$;

create function work_of_transfer(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  transfer received_transfers := (select t from received_transfers t where t.id = the_id);
  item work_items;
begin
  if transfer.state not in ('to_decide', 'to_identify', 'to_refund') then
    perform drop_work('transfer', the_id::text);
    return;
  end if;
  item.subject_kind := 'transfer';
  item.subject_id := the_id;
  item.kind := 'transfer';
  item.rank := 1;
  item.since := transfer.received_at;
  item.clock_running_since := transfer.received_at;
  item.reference := transfer.bank_reference;
  item.about := transfer.payer_name;
  perform keep_work_item(item);
end $$;

-- A line of the bank's that found no order.
create function work_of_bank_movement(the_message uuid, the_position integer) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  movement bank_movements := (select m from bank_movements m where m.message_id = the_message and m.position = the_position);
  item work_items;
begin
  item.subject_id := the_message || '-' || the_position;
  if movement.state <> 'parked' then
    perform drop_work('bank_movement', item.subject_id);
    return;
  end if;
  item.subject_kind := 'bank_movement';
  item.kind := 'bank_movement';
  item.rank := 1;
  item.since := (select received_at from bank_messages where id = the_message);
  item.clock_running_since := item.since;
  item.reference := coalesce(nullif(movement.end_to_end_id, ''), movement.bank_reference);
  perform keep_work_item(item);
end $$;

create function work_of_parameter_proposal(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  proposal parameter_proposals := (select p from parameter_proposals p where p.id = the_id);
  item work_items;
begin
  if proposal.state <> 'waiting' then
    perform drop_work('parameter_proposal', the_id::text);
    return;
  end if;
  item.subject_kind := 'parameter_proposal';
  item.subject_id := the_id;
  item.kind := 'parameter_proposal';
  item.rank := 1;
  item.since := proposal.proposed_at;
  item.clock_running_since := proposal.proposed_at;
  item.reference := '';
  item.about := proposal.key;
  item.first_agent := proposal.proposed_by;
  perform keep_work_item(item);
end $$;

create function work_of_agent_request(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  request agent_requests := (select r from agent_requests r where r.id = the_id);
  item work_items;
begin
  if request.state <> 'waiting' then
    perform drop_work('agent_request', request.agent_id::text);
    return;
  end if;
  item.subject_kind := 'agent_request';
  -- One at a time for an account: its page is where it is decided.
  item.subject_id := request.agent_id;
  item.kind := 'agent_request';
  item.rank := 1;
  item.since := request.asked_at;
  item.clock_running_since := request.asked_at;
  item.reference := '';
  item.about := (select first_name || ' ' || last_name from agents where id = request.agent_id);
  item.first_agent := request.asked_by;
  perform keep_work_item(item);
end $$;

create function work_of_import(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  import imports := (select i from imports i where i.id = the_id);
  item work_items;
begin
  if import.state <> 'checked' then
    perform drop_work('import', the_id::text);
    return;
  end if;
  item.subject_kind := 'import';
  item.subject_id := the_id;
  item.kind := 'import';
  item.rank := 1;
  item.since := import.checked_at;
  item.clock_running_since := import.checked_at;
  item.reference := '';
  item.about := import.file_name;
  perform keep_work_item(item);
end $$;

create function work_of_reading_alert(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  alert reading_alerts := (select a from reading_alerts a where a.id = the_id);
  item work_items;
begin
  if alert.seen_at is not null then
    perform drop_work('reading_alert', the_id::text);
    return;
  end if;
  item.subject_kind := 'reading_alert';
  item.subject_id := the_id;
  item.kind := 'reading_alert';
  item.rank := 1;
  item.since := alert.at;
  item.clock_running_since := alert.at;
  item.reference := '';
  item.about := alert.reader_name;
  item.employer_id := alert.employer_id;
  perform keep_work_item(item);
end $$;

-- The door: whoever changes a case keeps the queue true, and nobody writes there otherwise. Its arguments are the source and
-- the columns that name the case.
create function keep_work() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  execute format('select %I(%s)', tg_argv[0],
    (select string_agg(format('($1).%I', name), ', ') from unnest(tg_argv[1:]) as name)) using new;
  perform set_config('guichet.scope', asking, true);
  return null;
end $$;
revoke execute on function keep_work() from public;

-- Named to run after the checks of the same rows.
create trigger letters_work after insert or update on letters
  for each row execute function keep_work('work_of_letter', 'id');
create trigger letter_proofs_work after insert on letter_proofs
  for each row execute function keep_work('work_of_letter', 'letter_id');
create trigger letter_reviews_work after insert on letter_reviews
  for each row execute function keep_work('work_of_letter', 'letter_id');
create trigger objections_work after insert or update on objections
  for each row execute function keep_work('work_of_letter', 'letter_id');
create trigger memberships_work_added after insert on memberships
  for each row when (new.state = 'provisional') execute function keep_work('work_of_membership', 'id');
create trigger memberships_work_changed after update of state, member_number, employer_id on memberships
  for each row when (new.state = 'provisional' or old.state = 'provisional')
  execute function keep_work('work_of_membership', 'id');
create trigger received_transfers_work after insert or update of state on received_transfers
  for each row execute function keep_work('work_of_transfer', 'id');
create trigger bank_movements_work_added after insert on bank_movements
  for each row when (new.state = 'parked') execute function keep_work('work_of_bank_movement', 'message_id', 'position');
create trigger bank_movements_work_changed after update of state on bank_movements
  for each row when (new.state = 'parked' or old.state = 'parked') execute function keep_work('work_of_bank_movement', 'message_id', 'position');
create trigger parameter_proposals_work after insert or update of state on parameter_proposals
  for each row execute function keep_work('work_of_parameter_proposal', 'id');
create trigger agent_requests_work after insert or update of state on agent_requests
  for each row execute function keep_work('work_of_agent_request', 'id');
create trigger imports_work after insert or update of state on imports
  for each row execute function keep_work('work_of_import', 'id');
create trigger reading_alerts_work after insert or update of seen_at on reading_alerts
  for each row execute function keep_work('work_of_reading_alert', 'id');

-- Other holidays move the end of every clock that runs.
create function date_work_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  update work_items set due_at = date_trunc('milliseconds', work_due_at(clock_spent_ms, clock_running_since))
    where clock_running_since is not null;
  perform set_config('guichet.scope', asking, true);
  return null;
end $$;
revoke execute on function date_work_again() from public;
create trigger parameters_date_work_again after insert on parameters
  for each row when (new.key = 'holidays') execute function date_work_again();

-- What waits already, whoever owns the database.
set local guichet.scope = 'system';
select work_of_letter(id) from letters where state in ('received', 'to_complete', 'accepted');
select work_of_membership(id) from memberships where state = 'provisional';
select work_of_transfer(id) from received_transfers;
select work_of_bank_movement(message_id, position) from bank_movements where state = 'parked';
select work_of_parameter_proposal(id) from parameter_proposals where state = 'waiting';
select work_of_agent_request(id) from agent_requests where state = 'waiting';
select work_of_import(id) from imports where state = 'checked';
select work_of_reading_alert(id) from reading_alerts where seen_at is null;
