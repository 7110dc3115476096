-- The answers of an applicant, kept as they type; the signed form itself is a letter.
create table subscription_drafts (
  id uuid primary key default gen_random_uuid(),
  -- Found by a cookie, of which only the hash is kept. One visit may prepare several companies' forms.
  key_hash bytea not null,
  kind text not null default 'subscription' check (kind in ('subscription', 'renewal')),
  employer_number text not null check (employer_number ~ '^[0-9]{6}$'),
  company jsonb,
  -- The identity number in it is sealed.
  delegate jsonb,
  services jsonb,
  password_hash text,
  letter_id uuid references letters,
  language text not null check (language in ('fr', 'ar')),
  created_at timestamptz not null,
  touched_at timestamptz not null
);
create index subscription_drafts_by_visit on subscription_drafts (key_hash, touched_at desc);
create unique index subscription_drafts_one_open on subscription_drafts (key_hash, kind, employer_number) where letter_id is null;
alter table subscription_drafts enable row level security;
alter table subscription_drafts force row level security;
create policy applicants on subscription_drafts using (current_scope() in ('public', 'system'));
grant select, insert, update, delete on subscription_drafts to guichet_app;

-- What the accepted letter will put in force, apart from the letter so that its print never holds a secret.
create table subscriptions (
  letter_id uuid primary key references letters,
  employer_id uuid references employers,
  identity_kind text not null check (identity_kind in ('cin', 'residence_card', 'passport')),
  identity_sealed bytea not null,
  identity_key bytea not null,
  -- Absent when a renewal keeps the delegate, who keeps their password.
  password_hash text
);
call protect('subscriptions', '{public,agency,system}');
grant select, insert, update on subscriptions to guichet_app;
