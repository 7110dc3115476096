-- A letter is any coded form that must come back signed and stamped: the subscription, the three letters
-- of «Téléchargement», a debit mandate. One table, one desk, one clock for all of them.
create table letters (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  kind text not null check (kind in ('subscription', 'renewal', 'password_reset', 'email_update', 'debit_mandate')),
  employer_number text not null check (employer_number ~ '^[0-9]{6}$'),
  -- Known once the number is matched to an employer; an unknown number ends at the agent's desk.
  employer_id uuid references employers,
  state text not null check (state in
    ('awaiting_signature', 'received', 'to_complete', 'accepted', 'applied', 'refused', 'withdrawn', 'expired')),
  state_since timestamptz not null,
  language text not null check (language in ('fr', 'ar')),
  applicant_name text not null check (length(applicant_name) <= 200),
  applicant_email text not null check (length(applicant_email) <= 254),
  -- What was typed, section by section, as printed; identity numbers are not among it.
  content jsonb not null,
  -- Whether the letter replaces a delegate in function, and how many different agents must agree.
  replaces_delegate boolean not null default false,
  agents_required smallint not null check (agents_required in (1, 2)),
  -- The 48 h clock: what was spent, and since when it runs (null while the applicant owes something).
  clock_spent_ms bigint not null default 0 check (clock_spent_ms >= 0),
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
  version integer not null default 1,
  -- The clock runs on a complete file only, and stops with the decision.
  constraint letters_clock_runs_in_review check (clock_running_since is null or state = 'received'),
  -- A number that matches no company is never accepted, whatever the program thinks.
  constraint letters_accepted_for_somebody check
    (state not in ('accepted', 'applied') or (employer_id is not null and effective_at is not null)),
  constraint letters_applied_has_its_time check ((state = 'applied') = (applied_at is not null)),
  check ((taken_by is null) = (taken_at is null))
);
create index letters_waiting on letters (state, clock_running_since);
create index letters_by_number on letters (employer_number, created_at desc);
-- One proven file per employer is examined at a time: a subscription and a renewal would each put a
-- delegate in force, so they count as the same.
create unique index letters_one_in_review on letters
  (employer_number, (case kind when 'renewal' then 'subscription' else kind end))
  where state in ('received', 'to_complete', 'accepted') and kind in ('subscription', 'renewal', 'password_reset', 'email_update');
call protect('letters', '{public,agency,system}');
grant select, insert, update on letters to guichet_app;

-- A signed form that came back. Never changed: another scan is another proof, and opens the review again.
create table letter_proofs (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null references letters,
  employer_id uuid,
  -- Paper may be registered before it is scanned; nobody can decide on it until it is.
  file_id uuid references files,
  sha256 bytea check (length(sha256) = 32),
  received_by text not null check (received_by in ('upload', 'post', 'counter')),
  registered_by uuid,
  -- The order of arrival: two scans may come within one tick of the clock.
  number integer not null check (number > 0),
  received_at timestamptz not null,
  unique (letter_id, number),
  check ((file_id is null) = (sha256 is null)),
  check (received_by <> 'upload' or file_id is not null)
);
call protect('letter_proofs', '{public,agency,system}');
grant select, insert on letter_proofs to guichet_app;

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
grant select, insert on letter_views to guichet_app;

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
  note text not null default '' check (length(note) <= 1000),
  reviewed_at timestamptz not null
);
create unique index letter_reviews_one_acceptance on letter_reviews (letter_id, proof_id, agent_id) where verdict = 'accept';
create index letter_reviews_by_letter on letter_reviews (letter_id, reviewed_at);
call protect('letter_reviews', '{agency,system}');
grant select, insert on letter_reviews to guichet_app;

-- The guarantee behind the sentence: as many different agents as asked accepted the newest proof.
create function letter_needs_its_agents() returns trigger language plpgsql as $$
declare
  newest uuid := (select id from letter_proofs where letter_id = new.id order by number desc limit 1);
  agreed integer := (select count(distinct agent_id) from letter_reviews
    where letter_id = new.id and proof_id = newest and verdict = 'accept');
begin
  if agreed < new.agents_required then
    raise exception 'letter %: % of % agents accepted its newest proof', new.id, agreed, new.agents_required
      using errcode = 'check_violation', constraint = 'letters_need_their_agents';
  end if;
  return new;
end $$;
create trigger letters_need_their_agents before update of state on letters
  for each row when (new.state = 'accepted' and old.state <> 'accepted')
  execute function letter_needs_its_agents();

-- Somebody who is warned of a letter may object until then; a supervisor decides.
create table objections (
  id uuid primary key default gen_random_uuid(),
  letter_id uuid not null unique references letters,
  employer_id uuid,
  warned_at timestamptz not null,
  open_until timestamptz not null check (open_until > warned_at),
  raised_at timestamptz,
  statement text check (length(statement) <= 2000),
  decided_by uuid,
  decision text check (decision in ('upheld', 'dismissed')),
  decision_note text check (length(decision_note) <= 1000),
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  check (decision is null or raised_at is not null)
);
call protect('objections', '{public,sign_in,agency,system}');
grant select, insert, update on objections to guichet_app;
