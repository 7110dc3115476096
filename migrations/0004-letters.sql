-- A letter is any coded form that must come back signed and stamped: the subscription, the three letters
-- of «Téléchargement», a debit mandate. One table, one desk, one clock for all of them.
create table letters (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  kind text not null check (kind in ('subscription', 'renewal', 'password_reset', 'email_update', 'debit_mandate')),
  employer_number text not null check (employer_number ~ '^[0-9]{6}$'),
  -- Known once the number is matched to an employer; an unknown number ends at the agent's desk.
  employer_id uuid references employers,
  state text not null check (state in
    ('awaiting_signature', 'received', 'to_complete', 'accepted', 'applied', 'refused', 'withdrawn', 'expired')),
  language text not null check (language in ('fr', 'ar')),
  applicant_name text not null,
  applicant_email text not null,
  -- What was typed, section by section, as printed; identity numbers are sealed.
  content jsonb not null,
  -- Whether the letter replaces a delegate in function, and how many different agents must agree.
  replaces_delegate boolean not null default false,
  agents_required smallint not null check (agents_required in (1, 2)),
  -- The 48 h clock: what was spent, and since when it runs (null while the applicant owes something).
  clock_spent_ms bigint not null default 0,
  clock_running_since timestamptz,
  taken_by uuid,
  taken_at timestamptz,
  created_at timestamptz not null,
  received_at timestamptz,
  decided_at timestamptz,
  -- When what was accepted takes effect (an objection or a warned delay may stand before it).
  effective_at timestamptz,
  applied_at timestamptz,
  reasons jsonb not null default '[]',
  note text not null default '',
  version integer not null default 1
);
create index letters_waiting on letters (state, clock_running_since);
create index letters_by_number on letters (employer_number);
-- One proven file per employer and kind is examined at a time.
create unique index letters_one_in_review on letters (employer_number, kind)
  where state in ('received', 'to_complete', 'accepted') and kind in ('subscription', 'renewal', 'password_reset', 'email_update');
call protect('letters', '{public,agency,system}');
grant select, insert, update on letters to guichet_app;

create table letter_proofs (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null references letters,
  employer_id uuid,
  file_id uuid references files,
  sha256 bytea not null,
  received_by text not null check (received_by in ('upload', 'post', 'counter')),
  registered_by uuid,
  received_at timestamptz not null
);
create index letter_proofs_by_letter on letter_proofs (letter_id, received_at desc);
call protect('letter_proofs', '{public,agency,system}');
grant select, insert, update on letter_proofs to guichet_app;

-- Which agent opened which proof: nobody decides on what they have not seen.
create table letter_views (
  letter_id uuid not null references letters,
  employer_id uuid,
  agent_id uuid not null,
  proof_id uuid not null references letter_proofs,
  viewed_at timestamptz not null,
  primary key (letter_id, agent_id, proof_id)
);
call protect('letter_views', '{agency,system}');
grant select, insert, update on letter_views to guichet_app;

create table letter_reviews (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null references letters,
  employer_id uuid,
  agent_id uuid not null,
  verdict text not null check (verdict in ('accept', 'refuse', 'complete')),
  -- The verdict holds for this proof only: a new scan opens the review again.
  proof_id uuid not null references letter_proofs,
  checklist jsonb not null,
  reasons jsonb not null,
  note text not null default '',
  reviewed_at timestamptz not null
);
create unique index letter_reviews_one_acceptance on letter_reviews (letter_id, proof_id, agent_id) where verdict = 'accept';
call protect('letter_reviews', '{agency,system}');
grant select, insert on letter_reviews to guichet_app;

create table objections (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null unique references letters,
  employer_id uuid,
  warned_at timestamptz not null,
  open_until timestamptz not null,
  raised_at timestamptz,
  statement text,
  decided_by uuid,
  decision text check (decision in ('upheld', 'dismissed')),
  decision_note text,
  decided_at timestamptz
);
call protect('objections', '{public,sign_in,agency,system}');
grant select, insert, update on objections to guichet_app;
