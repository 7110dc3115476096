-- What an order's history says of its people is how they were named that day: a login renamed later rewrites no evidence.
alter table payment_order_revisions add column person_name text not null default '';
alter table payment_confirmations add column person_name text not null default '';
