-- When a key was last refused, apart from when it last served. Until now the second told of both.
alter table machine_keys add column last_refused_at timestamptz;
grant update (last_refused_at) on machine_keys to guichet_app;

-- What a key is refused again and again: the first time is in the trail at once, the others are counted here until they are told
-- there too, about an hour later.
create table machine_refusals (
  key_id uuid not null,
  employer_id uuid not null,
  -- The audit word of what was asked, and the code of why not.
  tried text not null,
  code text not null,
  -- As the trail told the first time.
  details jsonb not null,
  actor_name text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  primary key (key_id, tried, code),
  foreign key (key_id, employer_id) references machine_keys (id, employer_id)
);
alter table machine_refusals enable row level security;
alter table machine_refusals force row level security;
call open_to('machine_refusals', '{system}', '{all}');
grant select, insert, update, delete on machine_refusals to guichet_app;
