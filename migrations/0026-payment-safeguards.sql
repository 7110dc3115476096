-- What lets money leave with fewer checks waits before it counts: a new Validateur, a higher ceiling, fewer confirmations
-- (docs/domain/payment-orders.md, Safeguards).
alter table profiles add column confirms_from timestamptz;
update profiles set confirms_from = created_at where is_validator;
-- Nobody gets the power without it being said from when it counts.
alter table profiles add constraint profiles_validators_wait check (not is_validator or confirms_from is not null);

-- What the delegate decided and does not count yet; what counts is in «employers».
create table payment_settings_to_come (
  employer_id uuid primary key references employers,
  confirmations_required smallint not null check (confirmations_required in (1, 2)),
  self_confirmation boolean not null,
  order_ceiling_centimes bigint check (order_ceiling_centimes > 0),
  daily_ceiling_centimes bigint check (daily_ceiling_centimes > 0),
  decided_by text not null,
  decided_at timestamptz not null,
  takes_effect_at timestamptz not null check (takes_effect_at > decided_at),
  check (not (self_confirmation and confirmations_required = 2))
);
call protect('payment_settings_to_come', '{system}');
grant select, insert, update, delete on payment_settings_to_come to guichet_app;

insert into parameters (key, valid_from, value, source, illustrative)
values ('payment_waiting_hours', '1990-01-01', '24', 'Usage du portail : délai avant qu’un pouvoir élargi compte', true);
