-- The account of each employer, in double entry (docs/domain/ledger.md). The program's role only reads these tables: what is
-- written goes through append_ledger_entry, so that balances, versions and hashes are the database's own work.

-- The head of one employer's ledger: whoever writes holds it until the transaction ends.
create table ledgers (
  employer_id uuid primary key references employers,
  last_number bigint not null default 0,
  owed_centimes bigint not null default 0,
  last_hash bytea not null default '\x'
);
call protect('ledgers', '{agency,system}');
grant select on ledgers to guichet_app;

-- What one category owes for one quarter, with the terms that stay with it.
create table ledger_dues (
  employer_id uuid not null references ledgers,
  category text not null,
  year smallint not null check (year between 1990 and 2999),
  quarter smallint not null check (quarter between 1 and 4),
  due_on date not null,
  grace_days integer not null check (grace_days >= 0),
  -- Hundredths of a percent a year: 1200 is 12 %.
  yearly_rate integer not null check (yearly_rate between 0 and 10000),
  year_days integer not null check (year_days between 360 and 366),
  primary key (employer_id, category, year, quarter),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
call protect('ledger_dues', '{agency,system}');
grant select on ledger_dues to guichet_app;

create table ledger_accounts (
  id bigint generated always as identity primary key,
  employer_id uuid not null references ledgers,
  kind text not null check (kind in ('contributions_due', 'interest_due', 'advances', 'employee_contributions',
    'employer_contributions', 'surcharge', 'late_interest', 'bank_in_transit', 'bank', 'rejections')),
  category text,
  year smallint,
  quarter smallint,
  -- A debit is positive, a credit negative.
  balance_centimes bigint not null default 0,
  version bigint not null default 0,
  unique (id, employer_id),
  unique nulls not distinct (employer_id, kind, category, year, quarter),
  foreign key (employer_id, category, year, quarter) references ledger_dues (employer_id, category, year, quarter),
  check ((category is null) = (kind in ('advances', 'bank_in_transit', 'bank', 'rejections'))),
  check ((category is null) = (year is null) and (category is null) = (quarter is null))
);
create index ledger_accounts_open on ledger_accounts (employer_id)
  where kind in ('contributions_due', 'interest_due') and balance_centimes <> 0;
call protect('ledger_accounts', '{agency,system}');
grant select on ledger_accounts to guichet_app;

create table ledger_entries (
  employer_id uuid not null references ledgers,
  number bigint not null check (number > 0),
  kind text not null check (kind in ('declaration', 'declaration_reversed', 'payment', 'payment_settled', 'payment_rejected',
    'payment_reversed', 'interest', 'interest_cancelled', 'advance_kept', 'advance_used', 'advance_taken_back')),
  -- Why it was written: what kind of thing, which one, which version of it.
  cause_kind text not null,
  cause_id text not null,
  cause_version integer not null,
  -- When it happened, apart from when it was written.
  occurred_on date not null,
  recorded_at timestamptz not null,
  reverses bigint,
  -- What was told, or the calculation: enough to write the entry again.
  details jsonb not null,
  -- The one due that it is about, when it is about one.
  category text,
  year smallint,
  quarter smallint,
  -- Employer side: what this entry adds to and takes from what is owed, and what is owed after it.
  debit_centimes bigint not null check (debit_centimes >= 0),
  credit_centimes bigint not null check (credit_centimes >= 0),
  owed_after_centimes bigint not null,
  hash bytea not null,
  primary key (employer_id, number),
  foreign key (employer_id, reverses) references ledger_entries (employer_id, number)
);
-- The same fact told twice is written once; what the ledger derives may have one cause many times.
create unique index ledger_entries_once on ledger_entries (employer_id, kind, cause_kind, cause_id, cause_version)
  where kind in ('declaration', 'declaration_reversed', 'payment', 'payment_settled', 'payment_rejected', 'payment_reversed');
create unique index ledger_entries_reversed_once on ledger_entries (employer_id, reverses) where reverses is not null;
create index ledger_entries_by_kind on ledger_entries (employer_id, kind, number desc);
create index ledger_entries_by_day on ledger_entries (employer_id, occurred_on, number desc);
create index ledger_entries_by_due on ledger_entries (employer_id, category, year, quarter) where category is not null;
create index ledger_entries_by_cause on ledger_entries (employer_id, cause_kind, cause_id);
call protect('ledger_entries', '{agency,system}');
grant select on ledger_entries to guichet_app;
create trigger ledger_entries_are_kept before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();

create table ledger_postings (
  employer_id uuid not null,
  entry bigint not null,
  line smallint not null,
  account_id bigint not null,
  amount_centimes bigint not null check (amount_centimes <> 0),
  balance_after_centimes bigint not null,
  account_version bigint not null check (account_version > 0),
  primary key (employer_id, entry, line),
  unique (account_id, account_version),
  foreign key (employer_id, entry) references ledger_entries (employer_id, number),
  foreign key (account_id, employer_id) references ledger_accounts (id, employer_id)
);
call protect('ledger_postings', '{agency,system}');
grant select on ledger_postings to guichet_app;
create trigger ledger_postings_are_kept before update or delete or truncate on ledger_postings
  for each statement execute function refuse_change();

-- Which categories an entry is about, so that the statement of one of them is read as fast as the whole.
create table ledger_entry_categories (
  employer_id uuid not null,
  category text not null,
  entry bigint not null,
  primary key (employer_id, category, entry),
  foreign key (employer_id, entry) references ledger_entries (employer_id, number)
);
call protect('ledger_entry_categories', '{agency,system}');
grant select on ledger_entry_categories to guichet_app;
create trigger ledger_entry_categories_are_kept before update or delete or truncate on ledger_entry_categories
  for each statement execute function refuse_change();

create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
begin
  if (select sum(amount_centimes) from ledger_postings where employer_id = new.employer_id and entry = new.entry) <> 0 then
    raise exception 'entry % does not balance', new.entry using errcode = 'check_violation', constraint = 'ledger_entries_balance';
  end if;
  return null;
end $$;
create constraint trigger ledger_postings_balance after insert on ledger_postings
  deferrable initially deferred for each row execute function refuse_unbalanced_entry();

-- What the hash of an entry covers, its postings written out one a line. `guichet verify-ledger` computes the same in its own code.
create function ledger_text(entry ledger_entries, postings text) returns text
  language sql immutable
  return concat_ws(E'\x1f', entry.employer_id::text, entry.number::text, entry.kind, entry.cause_kind, entry.cause_id,
    entry.cause_version::text, entry.occurred_on::text, (extract(epoch from entry.recorded_at) * 1000000)::bigint::text,
    coalesce(entry.reverses::text, ''), entry.details::text, entry.owed_after_centimes::text, postings);

-- Whoever writes in an employer's ledger takes turns from here to the end of the transaction.
create function lock_ledger(the_employer uuid) returns ledgers
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head ledgers;
begin
  insert into ledgers (employer_id) values (the_employer) on conflict do nothing;
  select * into strict head from ledgers where employer_id = the_employer for update;
  return head;
end $$;

-- The accounts that these moves need, made where they are missing, then locked in one order for everybody.
create function lock_ledger_accounts(the_employer uuid, moves jsonb) returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into ledger_accounts (employer_id, kind, category, year, quarter)
    select distinct the_employer, move.account, move.category, move.year, move.quarter
    from jsonb_to_recordset(moves) as move (account text, category text, year smallint, quarter smallint)
    on conflict do nothing;
  perform from ledger_accounts account
    join jsonb_to_recordset(moves) as move (account text, category text, year smallint, quarter smallint)
      on account.kind = move.account and account.category is not distinct from move.category
        and account.year is not distinct from move.year and account.quarter is not distinct from move.quarter
    where account.employer_id = the_employer order by account.id for update of account;
end $$;

-- Adds one entry. `moves` is a list of {account, category, year, quarter, amount}; the balances that it leads to are found here.
create function append_ledger_entry(
  the_employer uuid, the_kind text, the_cause_kind text, the_cause_id text, the_cause_version integer, happened_on date,
  written_at timestamptz, reversed bigint, told jsonb, moves jsonb
) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head ledgers := lock_ledger(the_employer);
  entry ledger_entries;
  move record;
  posting ledger_postings;
  postings ledger_postings[] := '{}';
  written text[] := '{}';
begin
  entry.category := told ->> 'category';
  entry.year := split_part(told ->> 'quarter', 'T', 1)::smallint;
  entry.quarter := split_part(told ->> 'quarter', 'T', 2)::smallint;
  -- The terms of a due are fixed when it is first declared.
  if the_kind = 'declaration' then
    insert into ledger_dues (employer_id, category, year, quarter, due_on, grace_days, yearly_rate, year_days)
    values (the_employer, entry.category, entry.year, entry.quarter, (told #>> '{terms,dueOn}')::date,
      (told #>> '{terms,graceDays}')::integer, (told #>> '{terms,yearlyRate}')::integer, (told #>> '{terms,yearDays}')::integer)
    on conflict do nothing;
  end if;
  perform lock_ledger_accounts(the_employer, moves);
  entry.employer_id := the_employer;
  entry.number := head.last_number + 1;
  entry.kind := the_kind;
  entry.cause_kind := the_cause_kind;
  entry.cause_id := the_cause_id;
  entry.cause_version := the_cause_version;
  entry.occurred_on := happened_on;
  entry.recorded_at := written_at;
  entry.reverses := reversed;
  entry.details := told;
  entry.debit_centimes := 0;
  entry.credit_centimes := 0;
  posting.employer_id := the_employer;
  posting.entry := entry.number;
  for move in
    select one.value ->> 'account' as account, one.value ->> 'category' as category, (one.value ->> 'year')::smallint as year,
      (one.value ->> 'quarter')::smallint as quarter, (one.value ->> 'amount')::bigint as amount, one.ordinality
    from jsonb_array_elements(moves) with ordinality as one order by one.ordinality
  loop
    update ledger_accounts account
      set balance_centimes = account.balance_centimes + move.amount, version = account.version + 1
      where account.employer_id = the_employer and account.kind = move.account
        and account.category is not distinct from move.category and account.year is not distinct from move.year
        and account.quarter is not distinct from move.quarter
      returning account.id, account.balance_centimes, account.version
      into strict posting.account_id, posting.balance_after_centimes, posting.account_version;
    posting.line := move.ordinality;
    posting.amount_centimes := move.amount;
    postings := postings || posting;
    written := written || concat_ws(' ', move.account, move.category, move.year::text, move.quarter::text, move.amount::text,
      posting.balance_after_centimes::text, posting.account_version::text);
    if move.account in ('contributions_due', 'interest_due', 'advances') then
      entry.debit_centimes := entry.debit_centimes + greatest(move.amount, 0);
      entry.credit_centimes := entry.credit_centimes + greatest(-move.amount, 0);
    end if;
  end loop;
  entry.owed_after_centimes := head.owed_centimes + entry.debit_centimes - entry.credit_centimes;
  entry.hash := sha256(head.last_hash || convert_to(ledger_text(entry, array_to_string(written, E'\x1e')), 'UTF8'));
  insert into ledger_entries select entry.*;
  insert into ledger_postings select * from unnest(postings);
  insert into ledger_entry_categories
    select the_employer, category, entry.number
    from (select one.value ->> 'category' as category from jsonb_array_elements(moves) as one union select entry.category) as all_categories
    where category is not null;
  update ledgers set last_number = entry.number, owed_centimes = entry.owed_after_centimes, last_hash = entry.hash
    where employer_id = the_employer;
  return entry.number;
end $$;

-- How each due stands: the sums of its accounts.
create view ledger_positions with (security_invoker = true) as
  select due.employer_id, due.category, due.year, due.quarter, due.due_on, due.grace_days, due.yearly_rate, due.year_days,
    -coalesce(sum(balance_centimes) filter (where kind = 'employee_contributions'), 0)::bigint as employee_centimes,
    -coalesce(sum(balance_centimes) filter (where kind = 'employer_contributions'), 0)::bigint as employer_centimes,
    -coalesce(sum(balance_centimes) filter (where kind = 'surcharge'), 0)::bigint as surcharge_centimes,
    coalesce(sum(balance_centimes) filter (where kind = 'contributions_due'), 0)::bigint as open_centimes,
    -coalesce(sum(balance_centimes) filter (where kind = 'late_interest'), 0)::bigint as interest_centimes,
    coalesce(sum(balance_centimes) filter (where kind = 'interest_due'), 0)::bigint as open_interest_centimes
  from ledger_dues due
  left join ledger_accounts account using (employer_id, category, year, quarter)
  group by due.employer_id, due.category, due.year, due.quarter;
grant select on ledger_positions to guichet_app;

-- The statement: every entry but the bank's confirmations, which move nothing that the employer owes.
create view ledger_statement with (security_invoker = true) as
  select employer_id, number, kind, cause_kind, cause_id, cause_version, occurred_on, recorded_at, reverses, details,
    category, year, quarter, debit_centimes, credit_centimes, owed_after_centimes
  from ledger_entries where kind <> 'payment_settled';
grant select on ledger_statement to guichet_app;

-- A printed «ordre de virement»: what its reference says to pay, so that the transfer finds its dues when it arrives.
create table transfer_orders (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  reference text not null unique,
  bank_account_id uuid,
  amount_centimes bigint not null check (amount_centimes > 0),
  -- [{category, quarter, part, amount}], as shown when it was drawn up.
  dues jsonb not null,
  drawn_by uuid not null references profiles,
  drawn_at timestamptz not null,
  foreign key (bank_account_id, employer_id) references bank_accounts (id, employer_id)
);
create index transfer_orders_by_employer on transfer_orders (employer_id, drawn_at desc);
call protect('transfer_orders', '{agency,system}');
grant select, insert on transfer_orders to guichet_app;

-- What the fund attested, word for word, found again by its code; anybody who holds the code may check it.
create table attestations (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  kind text not null check (kind in ('regularity', 'affiliation')),
  code text not null unique,
  facts jsonb not null,
  issued_by uuid not null references profiles,
  issued_at timestamptz not null
);
create index attestations_by_employer on attestations (employer_id, issued_at desc);
call protect('attestations', '{agency,system}');
-- The scope of whoever checks a code holds its hash (`{ as: 'public', code }`).
call open_to('attestations', '{public}', '{select}', 'sha256(convert_to(code, ''UTF8'')) = current_key()');
grant select, insert on attestations to guichet_app;
create trigger attestations_are_kept before update or delete or truncate on attestations
  for each statement execute function refuse_change();
