-- A printed «ordre de virement» that will not be handed to the bank: withdrawn by who drew it up, once, with a reason. Money that comes
-- under its reference all the same is still recognised.
alter table transfer_orders
  add column withdrawn_at timestamptz,
  add column withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 200),
  add constraint transfer_orders_withdrawn_why check ((withdrawn_at is null) = (withdrawn_reason = ''));
grant update (withdrawn_at, withdrawn_reason) on transfer_orders to guichet_app;
create trigger transfer_orders_withdrawn_once before update on transfer_orders
  for each row when (old.withdrawn_at is not null) execute function refuse_change();
