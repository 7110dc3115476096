-- Why a confirmed order did not leave on its day, until it leaves or ends (docs/domain/payment-orders.md, «Held back»): its
-- company and the agents read it where they look, not in the trail alone.
alter table payment_orders
  add column held_reason text check (held_reason in
    ('not_confirmed', 'account_closed', 'mandate_ended', 'mandate_unsigned', 'mandate_waiting', 'mandate_changed',
     'dues_not_open', 'not_systematic')),
  add column held_at timestamptz,
  add constraint payment_orders_held_since check ((held_reason is null) = (held_at is null)),
  add constraint payment_orders_held_while_open check (held_reason is null or state in ('awaiting_confirmation', 'confirmed'));
create index payment_orders_held on payment_orders (held_at) where held_reason is not null;

-- The history of an order is what the trail says of it.
create index audit_events_of_orders on audit_events (employer_id, subject_id) where subject_kind = 'payment_order';
