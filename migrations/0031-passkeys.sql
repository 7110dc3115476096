-- Passkeys: a second factor that the browser holds, and proof that somebody was there when an order was confirmed
-- (docs/domain/sign-in.md, docs/domain/payment-orders.md).
create table passkeys (
  id uuid primary key default gen_random_uuid(),
  account_kind text not null check (account_kind in ('delegate', 'profile', 'agent')),
  account_id uuid not null,
  -- Chosen by the authenticator, at random.
  credential_id bytea not null unique check (length(credential_id) between 16 and 1023),
  -- As the authenticator gave it (COSE).
  public_key bytea not null check (length(public_key) <= 2000),
  -- How often it signed, as it says itself; some always say zero. One that goes back was copied.
  signatures bigint not null default 0 check (signatures between 0 and 4294967295),
  -- How a browser may reach it: «internal», «usb», «hybrid» …
  transports text[] not null default '{}',
  -- Kept by its owner's account at Apple, Google or elsewhere: losing the device does not lose it.
  is_synced boolean not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_account on passkeys (account_id);
alter table passkeys enable row level security;
alter table passkeys force row level security;
call open_to('passkeys', '{system}', '{all}');
call open_to('passkeys', '{account}', '{select,insert,update,delete}', 'account_id = current_account()');
-- Ended with the other factors of an account whose owner lost them all.
call open_to('passkeys', '{agency}', '{select,delete}', $$account_kind in ('agent', 'delegate')$$);
call open_to('passkeys', '{employer}', '{select,delete}', $$account_kind = 'profile'
  and exists (select from profiles where profiles.id = passkeys.account_id and profiles.employer_id = current_employer())$$);
grant select, insert, update, delete on passkeys to guichet_app;

-- How many an account has stands in its own row: whether a second factor must be asked is known wherever the account is,
-- and never by failing to see a row.
alter table delegates add column passkey_count smallint not null default 0 check (passkey_count >= 0);
alter table profiles add column passkey_count smallint not null default 0 check (passkey_count >= 0);
alter table agents add column passkey_count smallint not null default 0 check (passkey_count >= 0);

create function count_passkeys() returns trigger language plpgsql as $$
declare
  change smallint := case tg_op when 'INSERT' then 1 else -1 end;
  one passkeys := case tg_op when 'INSERT' then new else old end;
  changed integer;
begin
  execute format('update %I set passkey_count = passkey_count + $1 where id = $2', one.account_kind || 's')
    using change, one.account_id;
  get diagnostics changed = row_count;
  if changed <> 1 then
    raise exception '% % does not exist, or may not be changed from here', one.account_kind, one.account_id;
  end if;
  return null;
end $$;
create trigger passkeys_are_counted after insert or delete on passkeys
  for each row execute function count_passkeys();

-- Random, for one session and one purpose, answered once: the next page asks another.
create table passkey_challenges (
  session_id uuid not null references sessions,
  account_id uuid not null,
  -- «register» is only given once the password and the factor in use were.
  purpose text not null check (purpose in ('prove', 'register')),
  challenge bytea not null check (length(challenge) = 32),
  expires_at timestamptz not null,
  primary key (session_id, purpose)
);
alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
call open_to('passkey_challenges', '{system}', '{all}');
call open_to('passkey_challenges', '{account}', '{select,insert,update,delete}', $$account_id = current_account()
  and exists (select from sessions where sessions.id = passkey_challenges.session_id and sessions.account_id = current_account())$$);
grant select, insert, update, delete on passkey_challenges to guichet_app;

-- An agent is stripped of a second factor when neither an application nor a passkey is left.
create or replace function agent_power_needs_two() returns trigger language plpgsql as $$
declare
  needed text := case
    when old.role <> new.role or old.identity_key <> new.identity_key then 'another person or role'
    when old.state in ('proposed', 'declined') and new.state in ('invited', 'active') then 'open'
    when old.state = 'suspended' and new.state in ('invited', 'active') then 'reactivate'
    when (old.totp_sealed is not null or old.passkey_count > 0) and new.totp_sealed is null and new.passkey_count = 0
      then 'reset_second_factor'
  end;
begin
  if needed is null or current_user <> 'guichet_app' or current_scope() = 'system' then
    return new;
  end if;
  if not exists (
    select from agent_requests where agent_id = new.id and kind = needed and state = 'confirmed' and decided_by is not null
      and agent_requests.xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'agent %: % was confirmed by nobody', new.id, needed
      using errcode = 'check_violation', constraint = 'agents_power_needs_two';
  end if;
  return new;
end $$;

insert into parameters (key, valid_from, value, source, illustrative)
values ('validator_factor_required', '1990-01-01', '"no"', 'Usage du portail : recommandée aux Validateurs, exigée quand la caisse le décide', true);

-- What a passkey signed when its owner confirmed something, with all that it takes to verify it without the portal
-- (`guichet verify-confirmations`). Never changed, and kept when the passkey is gone.
create table presence_assertions (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  profile_id uuid not null references profiles,
  -- What was confirmed: the challenge of the assertion.
  digest bytea not null check (length(digest) = 32),
  credential_id bytea not null,
  public_key bytea not null,
  -- The moment of the event that added this key to the trail.
  key_added_at timestamptz not null,
  authenticator_data bytea not null,
  client_data bytea not null,
  signature bytea not null,
  made_at timestamptz not null,
  unique (id, employer_id, profile_id, digest)
);
alter table presence_assertions enable row level security;
alter table presence_assertions force row level security;
call open_to('presence_assertions', '{system}', '{all}');
call open_to('presence_assertions', '{employer}', '{insert}', 'employer_id = current_employer()');
grant select, insert on presence_assertions to guichet_app;
create trigger presence_assertions_are_kept before update or delete or truncate on presence_assertions
  for each statement execute function refuse_change();

-- A confirmation by passkey is by that person and of that digest, and an assertion serves once.
alter table payment_confirmations
  add constraint payment_confirmations_assertion foreign key (assertion_id, employer_id, profile_id, digest)
    references presence_assertions (id, employer_id, profile_id, digest),
  add constraint payment_confirmations_one_assertion unique (assertion_id);
