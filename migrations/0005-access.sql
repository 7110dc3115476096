-- Who signs in. Identity numbers are sealed (identity_sealed) and compared by a keyed hash (identity_key);
-- a person is their identity document, whatever the number of logins.
create table delegates (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  state text not null check (state in ('active', 'suspended', 'replaced')),
  first_name text not null,
  last_name text not null,
  identity_kind text not null check (identity_kind in ('cin', 'residence_card', 'passport')),
  identity_sealed bytea not null,
  identity_key bytea not null,
  job_title text not null,
  email text not null,
  phone text not null default '',
  language text not null default 'fr' check (language in ('fr', 'ar')),
  password_hash text,
  password_set_at timestamptz,
  totp_sealed bytea,
  totp_last_step bigint,
  users_confirmed_at timestamptz,
  last_signed_in_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1
);
create unique index delegates_one_in_function on delegates (employer_id) where state in ('active', 'suspended');
call protect('delegates', '{public,sign_in,agency,system}');
grant select, insert, update on delegates to guichet_app;

create table firms (
  id uuid primary key default gen_random_uuid(),
  ice text not null unique check (ice ~ '^[0-9]{15}$'),
  name text not null,
  created_at timestamptz not null
);
grant select, insert, update on firms to guichet_app;

-- One login, one service. A firm's people belong to the firm (employer_id null) and act under mandates.
create table profiles (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid references employers,
  firm_id uuid references firms,
  service text not null check (service in
    ('declaration_internal', 'declaration_external', 'employer_account', 'payment', 'liquidation')),
  login text not null unique check (login = lower(login)),
  state text not null check (state in ('invited', 'active', 'suspended', 'removed')),
  first_name text not null,
  last_name text not null,
  identity_kind text not null check (identity_kind in ('cin', 'residence_card', 'passport')),
  identity_sealed bytea not null,
  identity_key bytea not null,
  job_title text not null,
  email text not null,
  phone text not null default '',
  language text not null default 'fr' check (language in ('fr', 'ar')),
  is_maker boolean not null default false,
  is_validator boolean not null default false,
  password_hash text,
  password_set_at timestamptz,
  -- A password typed by the delegate: works once, until then, only to choose another.
  provisional_hash text,
  provisional_until timestamptz,
  -- The questions that the delegate chose for the user; empty, the user chooses. The answers are the user's alone.
  suggested_questions text[] not null default '{}',
  totp_sealed bytea,
  totp_last_step bigint,
  last_signed_in_at timestamptz,
  mail_bounced_at timestamptz,
  created_at timestamptz not null,
  state_reason text not null default '',
  state_changed_at timestamptz not null,
  version integer not null default 1,
  check ((service = 'declaration_external') = (firm_id is not null)),
  check ((firm_id is null) = (employer_id is not null)),
  check (service = 'payment' or not (is_maker or is_validator))
);
create index profiles_by_employer on profiles (employer_id, service);
create index profiles_by_identity on profiles (identity_key);

-- What a delegate lets one login declare: the mode and the categories, from a day, until a day.
-- A person of the company has one for their own company; a firm's person has one per company.
create table mandates (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  profile_id uuid not null references profiles,
  state text not null check (state in ('offered', 'active', 'suspended', 'declined', 'revoked')),
  mode text not null check (mode in ('prepared_file', 'form')),
  -- The name that this delegate typed: what they see until the firm's person has accepted.
  typed_name text not null,
  typed_firm text not null default '',
  typed_email text not null default '',
  from_on date not null,
  until_on date,
  created_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text not null default '',
  version integer not null default 1
);
create unique index mandates_one_per_login on mandates (employer_id, profile_id) where state in ('offered', 'active', 'suspended');
create index mandates_by_profile on mandates (profile_id);
create table mandate_categories (
  mandate_id uuid not null references mandates on delete cascade,
  employer_id uuid not null,
  category text not null,
  primary key (mandate_id, category),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
call protect('mandates', '{sign_in,agency,system}');
create policy own_profile on mandates using (current_scope() = 'firm' and profile_id = current_profile());
call protect('mandate_categories', '{sign_in,agency,system}');
create policy own_profile on mandate_categories using (current_scope() = 'firm'
  and exists (select from mandates where mandates.id = mandate_categories.mandate_id));
grant select, insert, update on mandates to guichet_app;
grant select, insert, delete on mandate_categories to guichet_app;

alter table profiles enable row level security;
alter table profiles force row level security;
create policy own_employer on profiles using (current_scope() = 'employer' and employer_id = current_employer());
-- A company sees who declares for it, once that person has accepted: an offer reveals nothing, not even that the person exists.
create policy mandated on profiles for select using (current_scope() = 'employer' and firm_id is not null
  and exists (select from mandates where mandates.profile_id = profiles.id and mandates.employer_id = current_employer()
    and mandates.answered_at is not null and mandates.state <> 'declined'));
create policy own_profile on profiles using (current_scope() = 'firm' and id = current_profile());
create policy trusted_scope on profiles using (current_scope() in ('sign_in', 'agency', 'system'));
grant select, insert, update on profiles to guichet_app;

-- A firm's person sees the companies that mandate them.
create policy mandated on employers for select using (current_scope() = 'firm'
  and exists (select from mandates where mandates.employer_id = employers.id and mandates.profile_id = current_profile()
    and mandates.state in ('offered', 'active')));

create table agents (
  id uuid primary key default gen_random_uuid(),
  login text not null unique check (login = lower(login)),
  role text not null check (role in ('agent', 'supervisor')),
  state text not null check (state in ('active', 'suspended')),
  first_name text not null,
  last_name text not null,
  identity_key bytea not null,
  email text not null,
  language text not null default 'fr' check (language in ('fr', 'ar')),
  -- A company that the agent may not decide on: their own or a relative's.
  own_employer_number text,
  password_hash text,
  password_set_at timestamptz,
  totp_sealed bytea,
  totp_last_step bigint,
  last_signed_in_at timestamptz,
  created_at timestamptz not null
);
grant select, insert, update on agents to guichet_app;

-- Secret questions of the leaflet: an extra check before the e-mailed link, never enough alone.
create table secret_answers (
  profile_id uuid not null references profiles,
  question text not null,
  answer_hash text not null,
  primary key (profile_id, question)
);
create table recovery_codes (
  account_kind text not null check (account_kind in ('delegate', 'profile', 'agent')),
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
-- A browser that signed in before: wrong passwords from elsewhere do not lock it out. One browser may serve
-- several accounts, since each service has its own login.
create table known_devices (
  token_hash bytea not null,
  account_id uuid not null,
  last_used_at timestamptz not null,
  primary key (account_id, token_hash)
);
create table sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  account_kind text not null check (account_kind in ('delegate', 'profile', 'agent')),
  account_id uuid not null,
  -- Set for those who belong to one company, chosen by a firm's person.
  employer_id uuid references employers,
  stage text not null check (stage in ('second_factor', 'full')),
  second_factor_tries smallint not null default 0,
  -- «Firefox, Windows»: enough for its owner to recognise it in a list.
  browser text not null default '' check (length(browser) <= 60),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index sessions_by_account on sessions (account_id) where ended_at is null;
alter table secret_answers enable row level security;
alter table recovery_codes enable row level security;
alter table known_devices enable row level security;
alter table sessions enable row level security;
alter table sessions force row level security;
create policy sign_in_only on secret_answers using (current_scope() in ('sign_in', 'system')
  or (current_scope() = 'employer' and exists (select from profiles where profiles.id = secret_answers.profile_id)));
-- The agency and the delegate never read these: they end them, with the password or the function they go with.
create policy sign_in_only on recovery_codes using (current_scope() in ('sign_in', 'agency', 'system'));
create policy sign_in_only on known_devices using (current_scope() in ('sign_in', 'agency', 'system')
  or (current_scope() = 'employer' and exists (select from profiles where profiles.id = known_devices.account_id)));
create policy every_scope on sessions using (current_scope() in ('sign_in', 'agency', 'system')
  or (current_scope() = 'employer' and (employer_id = current_employer()
    or exists (select from mandates where mandates.profile_id = sessions.account_id and mandates.employer_id = current_employer()))));
grant select, insert, update, delete on secret_answers, recovery_codes, known_devices to guichet_app;
grant select, insert, update on sessions to guichet_app;
