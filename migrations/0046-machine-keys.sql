-- Keys of a company's software, and what they ask (docs/domain/machine-interface.md).

-- A key acts for its company like a login: what it did is in the same trail, under its own name.
alter table audit_events drop constraint audit_events_actor_kind_check,
  add constraint audit_events_actor_kind_check check (actor_kind in ('guest', 'delegate', 'profile', 'key', 'agent', 'system'));

create table machine_keys (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  -- One key, one service, as for logins (leaflet, N.B.).
  service text not null check (service in ('declaration_internal', 'employer_account')),
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ case service
    when 'declaration_internal' then '{check,declare,receipts}'::text[] else '{statement}'::text[] end),
  name text not null check (length(name) between 1 and 60),
  -- Where it may be used from: addresses and networks; everywhere when there is none.
  addresses text[] not null default '{}',
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  -- Its first characters, by which people know it again.
  secret_start text not null,
  -- In function and active, or the key serves nobody.
  made_by uuid not null references delegates,
  made_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '367 days'),
  warned_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text not null default '',
  -- What it asked in the running minute.
  window_started_at timestamptz,
  window_requests integer not null default 0,
  unique (id, employer_id)
);
create index machine_keys_by_employer on machine_keys (employer_id, created_at desc);
create index machine_keys_to_warn on machine_keys (expires_at) where revoked_at is null and warned_at is null;
alter table machine_keys enable row level security;
alter table machine_keys force row level security;
call open_to('machine_keys', '{system}', '{all}');
call open_to('machine_keys', '{sign_in}', '{select,update}', 'secret_hash = current_key()');
call open_to('machine_keys', '{employer}', '{select,insert,update}', 'employer_id = current_employer()');
-- A delegate who is replaced leaves no key behind.
call open_to('machine_keys', '{agency}', '{select,update}');
grant select, insert on machine_keys to guichet_app;
grant update (warned_at, last_used_at, revoked_at, revoked_by, window_started_at, window_requests) on machine_keys to guichet_app;

create table machine_key_categories (
  key_id uuid not null,
  employer_id uuid not null,
  category text not null,
  primary key (key_id, category),
  foreign key (key_id, employer_id) references machine_keys (id, employer_id),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
alter table machine_key_categories enable row level security;
alter table machine_key_categories force row level security;
call open_to('machine_key_categories', '{system}', '{all}');
call open_to('machine_key_categories', '{employer}', '{select,insert}', 'employer_id = current_employer()');
grant select, insert on machine_key_categories to guichet_app;

-- Whether the service of a key is still subscribed to.
call open_to('subscribed_services', '{sign_in}', '{select}',
  'exists (select from machine_keys where machine_keys.employer_id = subscribed_services.employer_id)');

-- What was asked with an Idempotency-Key, and the answer that it gets for a day.
create table machine_requests (
  key_id uuid not null,
  employer_id uuid not null,
  idempotency_key text not null check (length(idempotency_key) between 1 and 128),
  -- Of the address and of the content.
  fingerprint bytea not null check (length(fingerprint) = 32),
  begun_at timestamptz not null,
  status integer,
  -- To the byte: the same answer again is the same.
  answer json,
  check ((status is null) = (answer is null)),
  primary key (key_id, idempotency_key),
  foreign key (key_id, employer_id) references machine_keys (id, employer_id)
);
create index machine_requests_by_age on machine_requests (begun_at);
alter table machine_requests enable row level security;
alter table machine_requests force row level security;
call open_to('machine_requests', '{system}', '{all}');
call open_to('machine_requests', '{employer}', '{select,insert,update,delete}', 'employer_id = current_employer()');
grant select, insert, update, delete on machine_requests to guichet_app;

-- Who may be named on a file or a declaration: a login or a key. Each is written here as it is made.
create table declarants (id uuid primary key);
alter table declarants enable row level security;
select set_config('guichet.scope', 'system', true);
insert into declarants select id from profiles;
create function become_declarant() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into declarants values (new.id);
  return null;
end $$;
create trigger profiles_are_declarants after insert on profiles for each row execute function become_declarant();
create trigger machine_keys_are_declarants after insert on machine_keys for each row execute function become_declarant();

alter table deposits drop constraint deposits_profile_id_fkey,
  add constraint deposits_profile_id_fkey foreign key (profile_id) references declarants;
alter table declarations
  drop constraint declarations_uploaded_by_fkey,
  drop constraint declarations_sent_by_fkey,
  add constraint declarations_uploaded_by_fkey foreign key (uploaded_by) references declarants,
  add constraint declarations_sent_by_fkey foreign key (sent_by) references declarants;

-- Software that reads too much is told to the agency like people.
alter table reading_alerts drop constraint reading_alerts_reader_kind_check,
  add constraint reading_alerts_reader_kind_check check (reader_kind in ('profile', 'agent', 'key'));
