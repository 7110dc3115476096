-- What is kept in several places is compared every night (docs/domain/reconciliation.md): what was compared, and what does not agree.
create table reconciliations (
  id uuid primary key default gen_random_uuid(),
  ran_at timestamptz not null,
  ledgers integer not null,
  entries integer not null,
  chains integer not null,
  events integer not null,
  orders integer not null,
  collections integer not null,
  faults integer not null check (faults >= 0)
);
create index reconciliations_newest on reconciliations (ran_at desc);
alter table reconciliations enable row level security;
alter table reconciliations force row level security;
call open_to('reconciliations', '{agency}', '{select}');
call open_to('reconciliations', '{system}', '{select,insert}');
grant select, insert on reconciliations to guichet_app;

create table reconciliation_faults (
  reconciliation_id uuid not null references reconciliations,
  position integer not null check (position > 0),
  kind text not null,
  -- Nothing when it is about the fund's own trail or files.
  employer_id uuid references employers,
  subject text not null,
  expected text not null,
  found text not null,
  primary key (reconciliation_id, position)
);
alter table reconciliation_faults enable row level security;
alter table reconciliation_faults force row level security;
call open_to('reconciliation_faults', '{agency}', '{select}');
call open_to('reconciliation_faults', '{system}', '{select,insert}');
grant select, insert on reconciliation_faults to guichet_app;
