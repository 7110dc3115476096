create table employers (
  id uuid primary key default gen_random_uuid(),
  employer_number text not null unique check (employer_number ~ '^[0-9]{6}$'),
  name text not null check (length(name) between 1 and 200),
  ice text check (ice ~ '^[0-9]{15}$'),
  address text not null default '',
  city text not null default '',
  phone text not null default '',
  email text not null default '',
  state text not null default 'active' check (state in ('active', 'closed')),
  payment_option text not null default 'transfer' check (payment_option in ('case_by_case', 'systematic', 'transfer')),
  confirmations_required smallint not null default 1 check (confirmations_required in (1, 2)),
  self_confirmation boolean not null default false,
  joined_on date not null,
  version integer not null default 1,
  check (not (self_confirmation and confirmations_required = 2))
);
alter table employers enable row level security;
alter table employers force row level security;
create policy own_employer on employers using (current_scope() = 'employer' and id = current_employer());
create policy trusted_scope on employers using (current_scope() in ('public', 'sign_in', 'agency', 'system'));
grant select, insert, update on employers to guichet_app;

-- The téléservices that the company subscribed to.
create table subscribed_services (
  employer_id uuid not null references employers,
  service text not null check (service in ('declaration', 'employer_account', 'payment', 'liquidation')),
  since timestamptz not null,
  primary key (employer_id, service)
);
call protect('subscribed_services', '{public,sign_in,agency,system}');
grant select, insert, delete on subscribed_services to guichet_app;

create table employer_categories (
  employer_id uuid not null references employers,
  category text not null check (category ~ '^[0-9]{2}$'),
  label text not null,
  product text not null check (product in ('al_kamil', 'al_mounassib', 'tcnss')),
  employee_rate integer not null check (employee_rate between 1 and 10000),
  employer_rate integer not null check (employer_rate between 1 and 10000),
  active_from date not null,
  active_until date,
  primary key (employer_id, category)
);
-- A firm's people are granted categories from outside the company's own scope: `sign_in` reads them too.
call protect('employer_categories', '{sign_in,agency,system}');
grant select, insert, update on employer_categories to guichet_app;

-- Who keeps an account, by the first three digits of its number. No official list is published: the name helps
-- to recognise an account, and never refuses one.
create table banks (
  code text primary key check (code ~ '^[0-9]{3}$'),
  name text not null check (length(name) between 1 and 100),
  source text not null
);
grant select on banks to guichet_app;
insert into banks (code, name, source)
select code, name, 'Listes de tiers concordantes, à confirmer par le fonds'
from (values ('001', 'Bank Al-Maghrib'), ('007', 'Attijariwafa bank'), ('011', 'Bank of Africa'), ('013', 'BMCI'),
  ('021', 'Crédit du Maroc'), ('022', 'Saham Bank'), ('028', 'Citibank Maghreb'), ('050', 'CFG Bank'),
  ('101', 'Banque Populaire'), ('127', 'Banque Populaire'), ('145', 'Banque Populaire'), ('157', 'Banque Populaire'),
  ('181', 'Banque Populaire'), ('190', 'Banque Populaire'), ('225', 'Crédit Agricole du Maroc'), ('230', 'CIH Bank'),
  ('310', 'Trésorerie Générale du Royaume'), ('350', 'Al Barid Bank')) as known (code, name);

create table bank_accounts (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  rib text not null check (rib ~ '^[0-9]{24}$'),
  bank_name text not null,
  holder text not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  added_at timestamptz not null,
  unique (employer_id, rib)
);
call protect('bank_accounts', '{agency,system}');
grant select, insert, update on bank_accounts to guichet_app;

-- What a bank account may be debited under. Signed, sent like any letter, validated by an agent.
create table debit_mandates (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  bank_account_id uuid not null references bank_accounts,
  reference text not null unique,
  state text not null check (state in ('requested', 'active', 'refused', 'revoked')),
  requested_at timestamptz not null,
  letter_id uuid,
  usable_from date,
  ended_at timestamptz,
  check (state <> 'active' or usable_from is not null)
);
-- One debit mandate per account at a time.
create unique index debit_mandates_one_open on debit_mandates (bank_account_id) where state in ('requested', 'active');
call protect('debit_mandates', '{agency,system}');
grant select, insert, update on debit_mandates to guichet_app;
