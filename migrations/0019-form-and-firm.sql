-- The form: what somebody typed about the members of a quarter, kept until it is sent. The members themselves are not
-- copied: the sheet is the fund's list as it is now.

alter table memberships add constraint memberships_of_company unique (id, employer_id);

create table entry_drafts (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  category text not null,
  year smallint not null,
  quarter smallint not null check (quarter between 1 and 4),
  -- One more at each save: a sheet that changed while it was being checked is checked again.
  version integer not null default 0,
  saved_by uuid not null references profiles,
  saved_at timestamptz not null,
  unique (employer_id, category, year, quarter),
  unique (id, employer_id),
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
call protect('entry_drafts', '{system}');
grant select, insert, update, delete on entry_drafts to guichet_app;

create table entry_draft_rows (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null,
  employer_id uuid not null,
  -- Nothing for somebody whom the fund does not know yet.
  membership_id uuid,
  kind text not null check (kind in ('known', 'reinstated', 'new')),
  -- As typed: a mistake is kept too.
  salary text not null default '' check (length(salary) <= 40),
  left_on text not null default '' check (length(left_on) <= 20),
  unpaid_reason text not null default '' check (length(unpaid_reason) <= 200),
  -- The salary was taken from an earlier quarter, and nobody has confirmed it yet.
  is_carried boolean not null default false,
  -- Civil data of a new member or corrected, sealed: it holds an identity number.
  person_sealed bytea,
  -- Why the name is another one.
  name_reason text not null default '' check (length(name_reason) <= 200),
  check ((kind = 'new') = (membership_id is null)),
  check (kind <> 'new' or person_sealed is not null),
  foreign key (draft_id, employer_id) references entry_drafts (id, employer_id) on delete cascade,
  foreign key (membership_id, employer_id) references memberships (id, employer_id)
);
create unique index entry_draft_rows_one_a_member on entry_draft_rows (draft_id, membership_id);
call protect('entry_draft_rows', '{system}');
grant select, insert, update, delete on entry_draft_rows to guichet_app;

-- Which row of the sheet each line of a declaration is, so that a finding leads back to its field.
create table entry_checks (
  declaration_id uuid primary key,
  employer_id uuid not null,
  draft_id uuid not null,
  -- Line 1 first.
  row_keys uuid[] not null,
  foreign key (draft_id, employer_id) references entry_drafts (id, employer_id) on delete cascade,
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
create index entry_checks_by_draft on entry_checks (draft_id);
call protect('entry_checks', '{system}');
grant select, insert, update, delete on entry_checks to guichet_app;

-- ------------------------------------------------------------------ a firm and its companies
-- A firm's person sees, to read only, what a mandate in force lets them declare: the terms of those categories, their
-- declarations and drafts. What changes something is done in the scope of one company.
call open_to('employer_categories', '{firm}', '{select}', $$(employer_id, category) in (select c.employer_id, c.category
  from mandates m join mandate_categories c on c.mandate_id = m.id where m.profile_id = current_profile() and m.state = 'active')$$);
call open_to('declarations', '{firm}', '{select}', $$(employer_id, category) in (select c.employer_id, c.category
  from mandates m join mandate_categories c on c.mandate_id = m.id where m.profile_id = current_profile() and m.state = 'active')$$);
call open_to('entry_drafts', '{firm}', '{select}', $$(employer_id, category) in (select c.employer_id, c.category
  from mandates m join mandate_categories c on c.mandate_id = m.id where m.profile_id = current_profile() and m.state = 'active')$$);
call open_to('declaration_findings', '{firm}', '{select}', 'exists (select from declarations where declarations.id = declaration_findings.declaration_id)');

-- A firm's file belongs to no company: its own person hands it in, and finds it again by its deposit.
call open_to('files', '{firm}', '{insert}', $$employer_id is null and purpose = 'declaration'$$);
call open_to('files', '{firm}', '{select}', 'exists (select from deposits where deposits.file_id = files.id)');

-- Of a firm's file, what became of each part: company, category and quarter as the lines say them.
create table firm_parts (
  deposit_id uuid not null references deposits,
  part integer not null check (part > 0),
  profile_id uuid not null references profiles,
  employer_number text not null check (length(employer_number) <= 6),
  category text not null check (length(category) <= 2),
  period text not null check (length(period) <= 6),
  -- Lines of the whole file.
  source_lines integer[] not null,
  -- Known only of what this person may declare: nothing is learned from the others.
  employer_id uuid references employers,
  declaration_id uuid,
  primary key (deposit_id, part),
  check ((employer_id is null) = (declaration_id is null)),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
call protect('firm_parts', '{system}');
call open_to('firm_parts', '{firm}', '{select,insert,update,delete}', 'profile_id = current_profile()');
grant select, insert, update, delete on firm_parts to guichet_app;
