-- Whose power ended has lost the confirmation that they gave under it, and may confirm again once they hold it anew
-- (docs/domain/payment-orders.md). That nobody counts twice is decided under the row lock of the order.
alter table payment_confirmations
  drop constraint payment_confirmations_order_id_revision_person_key_key,
  add constraint payment_confirmations_once unique (order_id, revision, person_key, confirmed_at);
