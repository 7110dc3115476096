-- E@syPaiement: orders to debit a bank account, confirmed by people, and what each confirmed exactly (docs/domain/payment-orders.md).
alter table employers
  add column order_ceiling_centimes bigint check (order_ceiling_centimes > 0),
  add column daily_ceiling_centimes bigint check (daily_ceiling_centimes > 0);

create sequence payment_order_numbers;
grant usage on sequence payment_order_numbers to guichet_app;

create table payment_orders (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  reference text not null unique,
  state text not null check (state in
    ('awaiting_confirmation', 'confirmed', 'refused', 'cancelled', 'expired', 'collected', 'settled', 'rejected')),
  bank_account_id uuid not null,
  amount_centimes bigint not null check (amount_centimes > 0),
  debit_on date not null,
  -- As they were when the order was drawn up: a later choice of the company never touches it.
  confirmations_required smallint not null check (confirmations_required in (1, 2)),
  self_confirmation boolean not null,
  -- One more at each edit: confirmations of an earlier one no longer count.
  revision smallint not null default 1 check (revision between 1 and 999),
  digest bytea not null check (length(digest) = 32),
  drawn_up_by uuid not null references profiles,
  drawn_up_at timestamptz not null,
  expires_at timestamptz not null,
  -- Said by whoever refused, cancelled, or by the bank.
  reason text not null default '',
  ended_at timestamptz,
  -- The key of the form that drew it up: sent twice, it is one order.
  form_key uuid not null,
  version integer not null default 1,
  unique (id, employer_id),
  unique (employer_id, form_key),
  check (not (self_confirmation and confirmations_required = 2)),
  foreign key (bank_account_id, employer_id) references bank_accounts (id, employer_id)
);
create index payment_orders_by_employer on payment_orders (employer_id, state, drawn_up_at desc);
create index payment_orders_open on payment_orders (expires_at) where state = 'awaiting_confirmation';
call protect('payment_orders', '{agency,system}');
grant select, insert, update on payment_orders to guichet_app;

-- Each revision as it was: what the maker wrote, what a validator may compare.
create table payment_order_revisions (
  order_id uuid not null,
  employer_id uuid not null,
  revision smallint not null check (revision > 0),
  bank_account_id uuid not null,
  amount_centimes bigint not null check (amount_centimes > 0),
  debit_on date not null,
  digest bytea not null check (length(digest) = 32),
  -- The canonical text that the digest is of.
  wording text not null,
  written_by uuid not null references profiles,
  -- The person behind the login.
  person_key bytea not null,
  written_at timestamptz not null,
  primary key (order_id, revision),
  foreign key (order_id, employer_id) references payment_orders (id, employer_id),
  foreign key (bank_account_id, employer_id) references bank_accounts (id, employer_id)
);
call protect('payment_order_revisions', '{agency,system}');
grant select, insert on payment_order_revisions to guichet_app;
create trigger payment_order_revisions_are_kept before update or delete or truncate on payment_order_revisions
  for each statement execute function refuse_change();

create table payment_order_dues (
  order_id uuid not null,
  employer_id uuid not null,
  revision smallint not null,
  category text not null,
  year smallint not null,
  quarter smallint not null check (quarter between 1 and 4),
  part text not null check (part in ('contributions', 'interest')),
  amount_centimes bigint not null check (amount_centimes > 0),
  primary key (order_id, revision, category, year, quarter, part),
  foreign key (order_id, revision) references payment_order_revisions (order_id, revision),
  foreign key (order_id, employer_id) references payment_orders (id, employer_id),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
create index payment_order_dues_by_due on payment_order_dues (employer_id, category, year, quarter);
call protect('payment_order_dues', '{agency,system}');
grant select, insert on payment_order_dues to guichet_app;
create trigger payment_order_dues_are_kept before update or delete or truncate on payment_order_dues
  for each statement execute function refuse_change();

-- Who confirmed which digest, and how they proved their presence. Never changed: whether it counts is derived.
create table payment_confirmations (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null,
  employer_id uuid not null,
  revision smallint not null,
  digest bytea not null check (length(digest) = 32),
  profile_id uuid not null references profiles,
  person_key bytea not null,
  presence text not null check (presence in ('password', 'passkey')),
  assertion_id uuid,
  confirmed_at timestamptz not null,
  -- One person, one confirmation of a revision, whatever their logins.
  unique (order_id, revision, person_key),
  check ((presence = 'passkey') = (assertion_id is not null)),
  foreign key (order_id, revision) references payment_order_revisions (order_id, revision),
  foreign key (order_id, employer_id) references payment_orders (id, employer_id)
);
call protect('payment_confirmations', '{agency,system}');
grant select, insert on payment_confirmations to guichet_app;
create trigger payment_confirmations_are_kept before update or delete or truncate on payment_confirmations
  for each statement execute function refuse_change();

insert into parameters (key, valid_from, value, source, illustrative)
values ('payment_order_days', '1990-01-01', '30', 'Usage du portail : un ordre que personne ne confirme expire', true);
