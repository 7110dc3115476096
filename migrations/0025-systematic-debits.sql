-- Systematic debit: orders that the clockwork draws up under a mandate which says so, announced before they leave
-- (docs/domain/payment-orders.md, «Systematic debit»).

-- What the company signed: to be debited only for orders that its people confirm, or for whatever is due.
alter table debit_mandates
  add column kind text not null default 'case_by_case' check (kind in ('case_by_case', 'systematic'));

alter table payment_orders
  add column kind text not null default 'case_by_case' check (kind in ('case_by_case', 'systematic')),
  alter column drawn_up_by drop not null,
  drop constraint payment_orders_confirmations_required_check,
  add constraint payment_orders_confirmations_required_check check (confirmations_required between 0 and 2),
  -- Only the mandate replaces the people: nobody draws it up, nobody confirms it.
  add constraint payment_orders_kind_agrees check ((kind = 'systematic') = (confirmations_required = 0)
    and (kind = 'systematic') = (drawn_up_by is null)
    and not (kind = 'systematic' and (self_confirmation or state = 'awaiting_confirmation')));

alter table payment_order_revisions
  alter column written_by drop not null,
  alter column person_key drop not null,
  add constraint payment_order_revisions_writer_agrees check ((written_by is null) = (person_key is null));

-- Each due is announced once for what it was: a debit that was opposed or came back is not tried again by the clockwork.
create table systematic_debits (
  employer_id uuid not null,
  category text not null,
  year smallint not null,
  quarter smallint not null check (quarter between 1 and 4),
  part text not null check (part in ('contributions', 'interest')),
  -- The whole of the due at that time: a later declaration that raises it is another debit.
  owed_centimes bigint not null check (owed_centimes > 0),
  amount_centimes bigint not null check (amount_centimes > 0 and amount_centimes <= owed_centimes),
  order_id uuid not null,
  primary key (employer_id, category, year, quarter, part, owed_centimes),
  foreign key (order_id, employer_id) references payment_orders (id, employer_id),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
create index systematic_debits_by_order on systematic_debits (order_id);
alter table systematic_debits enable row level security;
alter table systematic_debits force row level security;
call open_to('systematic_debits', '{employer}', '{select}', 'employer_id = current_employer()');
call open_to('systematic_debits', '{agency}', '{select}');
call open_to('systematic_debits', '{system}', '{select,insert,delete}');
grant select, insert, delete on systematic_debits to guichet_app;

insert into parameters (key, valid_from, value, source, illustrative)
values ('systematic_notice_days', '1990-01-01', '5', 'Usage du portail : l’entreprise est prévenue avant un prélèvement systématique', true);
