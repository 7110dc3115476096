-- Scans that came together and have no case yet: the code typed beside each sends it to its case, one after the other.
create table desk_scans (
  id uuid primary key default gen_random_uuid(),
  file_id uuid not null references files (id),
  arrival text not null check (arrival in ('post', 'counter')),
  state text not null default 'waiting' check (state in ('waiting', 'attached', 'removed')),
  brought_by uuid not null references agents (id),
  brought_at timestamptz not null,
  position smallint not null check (position > 0),
  letter_id uuid references letters (id),
  settled_by uuid references agents (id),
  settled_at timestamptz,
  check ((state = 'waiting') = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null)),
  check ((state = 'attached') = (letter_id is not null))
);
create index desk_scans_waiting on desk_scans (brought_at, position) where state = 'waiting';
alter table desk_scans enable row level security;
alter table desk_scans force row level security;
call open_to('desk_scans', '{system}', '{all}');
call open_to('desk_scans', '{agency}', '{select,update}');
call open_to('desk_scans', '{agency}', '{insert}', $$state = 'waiting'$$);
grant select, insert on desk_scans to guichet_app;
grant update (state, letter_id, settled_by, settled_at) on desk_scans to guichet_app;
