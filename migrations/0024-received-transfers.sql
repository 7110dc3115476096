-- Money that comes by transfer: recognised and attributed to a company, or held in suspense until an agent decides
-- (docs/domain/received-transfers.md).

-- What the clockwork takes from the inbox was received by nobody.
alter table bank_messages alter column received_by drop not null;

-- Who paid and under which structured reference, as the bank says it.
alter table bank_movements
  add column payer_name text not null default '',
  add column payer_rib text not null default '',
  add column creditor_reference text not null default '';

create table received_transfers (
  id uuid primary key default gen_random_uuid(),
  -- What makes it one transfer, in whichever message it is told again.
  identity text not null unique,
  message_id uuid not null,
  position integer not null,
  amount_centimes bigint not null check (amount_centimes > 0),
  booked_on date not null,
  bank_reference text not null,
  payer_name text not null,
  payer_rib text not null check (payer_rib = '' or payer_rib ~ '^[0-9]{24}$'),
  -- Everything that the payer wrote: references, then words.
  written text not null,
  state text not null check (state in ('to_decide', 'attributed', 'to_identify', 'to_refund', 'refunded', 'no_payment')),
  -- Why no company was found, or the words of who decided.
  note text not null,
  decided_by uuid,
  decided_at timestamptz,
  received_at timestamptz not null,
  version integer not null default 1,
  unique (message_id, position),
  foreign key (message_id, position) references bank_movements (message_id, position)
);
create index received_transfers_waiting on received_transfers (booked_on) where state in ('to_decide', 'to_identify', 'to_refund');
create index received_transfers_by_bank_reference on received_transfers (bank_reference);
alter table received_transfers enable row level security;
alter table received_transfers force row level security;
call open_to('received_transfers', '{agency,system}', '{select,insert,update}');
grant select, insert, update on received_transfers to guichet_app;

-- Whose a transfer was found to be, and how; one at a time. A company sees its own.
create table transfer_attributions (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  transfer_id uuid not null references received_transfers,
  found_by text not null check (found_by in ('reference', 'account', 'agent')),
  -- The «ordre de virement» whose reference it carried.
  transfer_order_id uuid,
  amount_centimes bigint not null check (amount_centimes > 0),
  booked_on date not null,
  payer_name text not null,
  written text not null,
  attributed_by uuid,
  attributed_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  taken_back_reason text not null default '',
  unique (id, employer_id),
  foreign key (transfer_order_id) references transfer_orders,
  check ((taken_back_at is null) = (taken_back_by is null))
);
create unique index transfer_attributions_one on transfer_attributions (transfer_id) where taken_back_at is null;
create index transfer_attributions_by_employer on transfer_attributions (employer_id);
create index transfer_attributions_by_order on transfer_attributions (transfer_order_id) where transfer_order_id is not null;
alter table transfer_attributions enable row level security;
alter table transfer_attributions force row level security;
call open_to('transfer_attributions', '{employer}', '{select}', 'employer_id = current_employer()');
call open_to('transfer_attributions', '{agency,system}', '{select,insert,update}');
grant select, insert, update on transfer_attributions to guichet_app;

-- The suspense account: what came and belongs to nobody yet. Its balance is the sum of its entries.
create table suspense_entries (
  transfer_id uuid not null references received_transfers,
  number smallint not null check (number > 0),
  kind text not null check (kind in ('received', 'attributed', 'taken_back', 'refunded', 'no_payment')),
  -- What comes in is positive, what goes out negative.
  amount_centimes bigint not null check (amount_centimes <> 0),
  attribution_id uuid references transfer_attributions,
  recorded_at timestamptz not null,
  primary key (transfer_id, number),
  check ((amount_centimes > 0) = (kind in ('received', 'taken_back'))),
  check ((attribution_id is not null) = (kind in ('attributed', 'taken_back')))
);
alter table suspense_entries enable row level security;
alter table suspense_entries force row level security;
call open_to('suspense_entries', '{agency,system}', '{select,insert}');
grant select, insert on suspense_entries to guichet_app;
create trigger suspense_entries_are_kept before update or delete or truncate on suspense_entries
  for each statement execute function refuse_change();

-- A transfer is in suspense, whole, as long as it waits; and not at all once it has gone somewhere.
create function refuse_wrong_suspense() returns trigger language plpgsql as $$
declare
  held bigint;
  expected bigint;
  the_transfer uuid := case tg_table_name when 'received_transfers' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'transfer_id' end;
begin
  select case when state in ('to_decide', 'to_identify', 'to_refund') then amount_centimes else 0 end
    into expected from received_transfers where id = the_transfer;
  select coalesce(sum(amount_centimes), 0) into held from suspense_entries where transfer_id = the_transfer;
  if held is distinct from expected then
    raise exception 'transfer % holds % in suspense instead of %', the_transfer, held, expected
      using errcode = 'check_violation', constraint = 'suspense_entries_agree';
  end if;
  return null;
end $$;
create constraint trigger received_transfers_agree after insert or update on received_transfers
  deferrable initially deferred for each row execute function refuse_wrong_suspense();
create constraint trigger suspense_entries_agree after insert on suspense_entries
  deferrable initially deferred for each row execute function refuse_wrong_suspense();
