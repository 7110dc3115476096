-- Members: what becomes of a provisional number, and what is kept when somebody reads a whole staff.

alter table memberships
  -- The number that the person had until the agency confirmed another: files written with it stay right.
  add column provisional_number text check (provisional_number ~ '^[0-9]{9}$'),
  -- Who a merged membership was in truth: what is declared like it goes there.
  add column merged_into uuid,
  add foreign key (merged_into, employer_id) references memberships (id, employer_id),
  add check ((state = 'merged') = (merged_into is not null));
create index memberships_by_number on memberships (member_number);
create index memberships_by_identity_everywhere on memberships (identity_key) where identity_key is not null;

-- Somebody was shown more members within an hour than work asks for: the agency looks into it.
create table reading_alerts (
  id uuid primary key default gen_random_uuid(),
  -- The company in hand; none for an agent.
  employer_id uuid references employers,
  reader_kind text not null check (reader_kind in ('profile', 'agent')),
  reader_id uuid not null,
  reader_name text not null,
  members integer not null check (members > 0),
  at timestamptz not null,
  seen_by uuid references agents,
  seen_at timestamptz,
  check ((employer_id is null) = (reader_kind = 'agent')),
  check ((seen_by is null) = (seen_at is null))
);
create index reading_alerts_open on reading_alerts (at) where seen_at is null;
alter table reading_alerts enable row level security;
alter table reading_alerts force row level security;
call open_to('reading_alerts', '{system}', '{all}');
call open_to('reading_alerts', '{employer}', '{insert}', 'employer_id = current_employer() and seen_at is null');
call open_to('reading_alerts', '{agency}', '{select,insert,update}');
grant select, insert, update on reading_alerts to guichet_app;
