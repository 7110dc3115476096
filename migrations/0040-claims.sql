-- e-Liquidation@: claims of pensions, prepared by a company for its people (docs/domain/liquidations.md).

create sequence claim_numbers;
grant usage on sequence claim_numbers to guichet_app;

create table claims (
  id uuid primary key,
  employer_id uuid not null references employers,
  -- «LQ-005839-000012», given when it is begun: what is kept and quoted.
  reference text not null unique,
  kind text not null check (kind in
    ('normal', 'early', 'deferred', 'single_payment', 'reversion', 'orphan', 'death_capital')),
  state text not null check (state in ('draft', 'sent', 'incomplete', 'granted', 'refused', 'withdrawn')),
  -- Whose career it is; the name and number as they were when it was begun.
  membership_id uuid not null,
  member_number text not null check (member_number ~ '^[0-9]{9}$'),
  last_name text not null,
  first_name text not null,
  sex text not null check (sex in ('M', 'F')),
  born_on date not null,
  -- The document of identity that the company read again, compared with the one that it declared if it declared any.
  identity_kind text check (identity_kind in ('cin', 'residence_card', 'passport')),
  identity_sealed bytea,
  identity_key bytea,
  identity_compared boolean,
  -- The end of employment; the day of death when survivors ask.
  ended_on date,
  end_note text not null default '',
  career_confirmed_at timestamptz,
  career_note text not null default '',
  as_capital boolean,
  started_by uuid not null references profiles,
  started_at timestamptz not null,
  sent_by uuid references profiles,
  sent_at timestamptz,
  -- What was said last: what is missing, why it was refused or withdrawn.
  note text not null default '',
  ended_at timestamptz,
  -- The key of the form that began it: sent twice, it is one claim.
  form_key uuid not null,
  version integer not null default 1,
  unique (id, employer_id),
  unique (employer_id, form_key),
  check ((identity_kind is null) = (identity_sealed is null) and (identity_kind is null) = (identity_key is null)),
  check ((identity_kind is null) = (identity_compared is null)),
  check ((sent_at is null) = (sent_by is null)),
  check (sent_at is not null or state in ('draft', 'withdrawn')),
  check ((ended_at is null) = (state in ('draft', 'sent', 'incomplete'))),
  foreign key (membership_id, employer_id) references memberships (id, employer_id)
);
-- One at a time of a kind for a person.
create unique index claims_one_open on claims (employer_id, member_number, kind)
  where state in ('draft', 'sent', 'incomplete');
create index claims_by_employer on claims (employer_id, started_at desc);
grant select, insert, update on claims to guichet_app;

-- Who is paid, each into an account of their own: the member, or those who survive them.
create table claim_payees (
  id uuid primary key,
  claim_id uuid not null,
  employer_id uuid not null,
  relation text not null check (relation in ('self', 'spouse', 'child', 'heir')),
  last_name text not null,
  first_name text not null,
  born_on date not null,
  identity_kind text check (identity_kind in ('cin', 'residence_card', 'passport')),
  identity_sealed bytea,
  identity_key bytea,
  married_on date,
  is_disabled boolean not null default false,
  rib text not null check (rib ~ '^[0-9]{24}$'),
  bank_name text not null,
  added_at timestamptz not null,
  check ((identity_kind is null) = (identity_sealed is null) and (identity_kind is null) = (identity_key is null)),
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
create index claim_payees_by_claim on claim_payees (claim_id);
create unique index claim_payees_one_self on claim_payees (employer_id, claim_id) where relation = 'self';
grant select, insert, update, delete on claim_payees to guichet_app;

-- The pages of each document of the checklist. Nothing of it changes, but that it may be taken out.
create table claim_documents (
  id uuid primary key,
  claim_id uuid not null,
  employer_id uuid not null,
  code text not null,
  number smallint not null check (number > 0),
  file_id uuid not null references files,
  sha256 bytea not null check (length(sha256) = 32),
  added_by uuid not null references profiles,
  added_at timestamptz not null,
  removed_at timestamptz,
  unique (employer_id, claim_id, number),
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
grant select, insert, update (removed_at) on claim_documents to guichet_app;

-- What an agent said of a document; it speaks of the pages up to that number.
create table claim_document_reviews (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null,
  employer_id uuid not null,
  code text not null,
  seen_number smallint not null check (seen_number > 0),
  verdict text not null check (verdict in ('accepted', 'refused')),
  reason text not null,
  agent_id uuid not null references agents,
  reviewed_at timestamptz not null,
  check ((verdict = 'refused') = (reason <> '')),
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
create index claim_document_reviews_by_claim on claim_document_reviews (claim_id, reviewed_at);
grant select, insert on claim_document_reviews to guichet_app;
create trigger claim_document_reviews_are_kept before update or delete or truncate on claim_document_reviews
  for each statement execute function refuse_change();

-- The steps that the company follows.
create table claim_steps (
  claim_id uuid not null,
  employer_id uuid not null,
  number smallint not null check (number > 0),
  step text not null check (step in
    ('started', 'sent', 'completed', 'taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused', 'withdrawn', 'revised')),
  by_kind text not null check (by_kind in ('profile', 'agent', 'system')),
  by_name text not null,
  note text not null default '',
  at timestamptz not null,
  primary key (employer_id, claim_id, number),
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
grant select, insert on claim_steps to guichet_app;
create trigger claim_steps_are_kept before update or delete or truncate on claim_steps
  for each statement execute function refuse_change();

-- A company writes in its claims until they are sent, completes them when it is asked to, and gives them up before they are
-- decided; only the agency decides, and says what it thinks of a document. Nothing of a claim that is over changes for it: an
-- account least of all.
do $$
declare
  one text;
  mine constant text := 'employer_id = current_employer()';
  in_claim constant text := mine || ' and exists (select from claims c where c.id = claim_id and c.state in (''draft'', ''incomplete''))';
begin
  foreach one in array '{claims,claim_payees,claim_documents,claim_document_reviews,claim_steps}'::text[]
  loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    call open_to(one::regclass, '{system}', '{all}');
    call open_to(one::regclass, '{employer}', '{select}', mine);
    call open_to(one::regclass, '{agency}', '{select}');
  end loop;
  call open_to('claims', '{employer}', '{insert}', mine || $of$ and state = 'draft'$of$);
  call open_to('claims', '{employer}', '{update}', mine || $of$ and state in ('draft', 'sent', 'incomplete')$of$,
    mine || $of$ and state in ('draft', 'sent', 'incomplete', 'withdrawn')$of$);
  call open_to('claims', '{agency}', '{update}');
  call open_to('claim_payees', '{employer}', '{insert,update,delete}', in_claim);
  call open_to('claim_documents', '{employer}', '{insert,update}', in_claim);
  call open_to('claim_document_reviews', '{agency}', '{insert}');
  call open_to('claim_steps', '{employer}', '{insert}',
    mine || $of$ and by_kind = 'profile' and step in ('started', 'sent', 'completed', 'withdrawn')$of$);
  call open_to('claim_steps', '{agency}', '{insert}',
    $of$by_kind = 'agent' and step in ('taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused')$of$);
end $$;
