-- What goes to the bank and what comes back (docs/domain/direct-debits.md). Only agents and the clockwork see these; a company sees
-- what became of its own orders.
create sequence collection_numbers;
grant usage on sequence collection_numbers to guichet_app;

create table collections (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  adapter text not null,
  state text not null check (state in ('made', 'handed_over')),
  collect_on date not null,
  entries integer not null check (entries > 0),
  amount_centimes bigint not null check (amount_centimes > 0),
  sha256 bytea not null check (length(sha256) = 32),
  file_id uuid not null references files,
  creditor_name text not null,
  creditor_rib text not null check (creditor_rib ~ '^[0-9]{24}$'),
  made_by uuid not null,
  made_at timestamptz not null,
  handed_over_by uuid,
  handed_over_at timestamptz,
  version integer not null default 1,
  check ((state = 'handed_over') = (handed_over_at is not null))
);
alter table collections enable row level security;
alter table collections force row level security;
call open_to('collections', '{agency,system}', '{select,insert,update}');
grant select, insert, update on collections to guichet_app;

-- One order, one collection, for ever.
create table collection_entries (
  collection_id uuid not null references collections,
  employer_id uuid not null,
  order_id uuid not null unique,
  position integer not null check (position > 0),
  end_to_end_id text not null unique,
  amount_centimes bigint not null check (amount_centimes > 0),
  debtor_name text not null,
  rib text not null check (rib ~ '^[0-9]{24}$'),
  debit_mandate_id uuid not null references debit_mandates,
  mandate_reference text not null,
  mandate_signed_on date not null,
  -- What the bank answered: nothing yet, or the last word.
  outcome text check (outcome in ('settled', 'rejected')),
  reason text not null default '',
  answered_on date,
  primary key (collection_id, position),
  foreign key (order_id, employer_id) references payment_orders (id, employer_id)
);
create index collection_entries_by_employer on collection_entries (employer_id);
alter table collection_entries enable row level security;
alter table collection_entries force row level security;
call open_to('collection_entries', '{employer}', '{select}', 'employer_id = current_employer()');
call open_to('collection_entries', '{agency,system}', '{select,insert,update}');
grant select, insert, update on collection_entries to guichet_app;

create table bank_messages (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('pain.002', 'camt.053', 'camt.054')),
  message_id text not null,
  -- The same file twice is one message.
  sha256 bytea not null unique check (length(sha256) = 32),
  file_id uuid not null references files,
  file_name text not null,
  movements integer not null check (movements >= 0),
  received_by uuid not null,
  received_at timestamptz not null
);
alter table bank_messages enable row level security;
alter table bank_messages force row level security;
call open_to('bank_messages', '{agency,system}', '{select,insert,update}');
grant select, insert on bank_messages to guichet_app;

-- What each message said; what found no order waits for an agent.
create table bank_movements (
  message_id uuid not null references bank_messages,
  position integer not null check (position > 0),
  end_to_end_id text not null,
  outcome text not null check (outcome in ('settled', 'rejected', 'accepted', 'credit')),
  amount_centimes bigint,
  booked_on date,
  reason text not null,
  bank_reference text not null,
  remittance text not null,
  state text not null check (state in ('applied', 'known', 'parked', 'set_aside')),
  -- Why it is parked, or the words of who set it aside.
  note text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  primary key (message_id, position)
);
create index bank_movements_parked on bank_movements (message_id) where state = 'parked';
create index bank_movements_by_reference on bank_movements (end_to_end_id);
alter table bank_movements enable row level security;
alter table bank_movements force row level security;
call open_to('bank_movements', '{agency,system}', '{select,insert,update}');
grant select, insert, update on bank_movements to guichet_app;
