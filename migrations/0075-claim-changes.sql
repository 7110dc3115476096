-- What a company changed of what a document proves, once the agency had begun to read: what was said of that document is undone,
-- and the agent reads the former answer beside the new one. Accounts and identities are masked as pages show them.
create table claim_changes (
  id uuid primary key default gen_random_uuid(),
  claim_id uuid not null,
  employer_id uuid not null,
  code text not null,
  fact text not null check (fact in ('identity', 'end', 'capital', 'account', 'payee', 'married_on', 'born_on')),
  before text not null,
  after text not null,
  changed_by uuid not null references profiles,
  changed_at timestamptz not null,
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
create index claim_changes_by_claim on claim_changes (claim_id, changed_at);
grant select, insert on claim_changes to guichet_app;
create trigger claim_changes_are_kept before update or delete or truncate on claim_changes
  for each statement execute function refuse_change();
alter table claim_changes enable row level security;
alter table claim_changes force row level security;
call open_to('claim_changes', '{system}', '{all}');
call open_to('claim_changes', '{employer}', '{select}', 'employer_id = current_employer()');
call open_to('claim_changes', '{employer}', '{insert}',
  $of$employer_id = current_employer() and exists (select from claims c where c.id = claim_id and c.state = 'incomplete')$of$);
call open_to('claim_changes', '{agency}', '{select}');
