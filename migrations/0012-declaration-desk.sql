-- The desk of the Télédéclaration: files received in parts, lines kept whole, corrections without a new upload,
-- versions after sending, several companies in one file.

-- A file on its way: received part by part, then checked by a job. It outlives the tab that sent it.
create table deposits (
  id uuid primary key default gen_random_uuid(),
  profile_id uuid not null references profiles,
  -- Nothing for a firm's file of several companies, which only its own person sees.
  employer_id uuid references employers,
  category text,
  year smallint,
  quarter smallint check (quarter between 1 and 4),
  file_name text not null check (length(file_name) <= 200),
  size_bytes bigint not null check (size_bytes >= 0),
  received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
  state text not null check (state in ('receiving', 'received', 'checked', 'refused', 'cancelled')),
  -- Why it was refused: the code of a refusal, told in the reader's language.
  refusal text,
  file_id uuid references files,
  started_at timestamptz not null,
  received_at timestamptz,
  finished_at timestamptz,
  check ((employer_id is null) = (category is null)),
  check ((category is null) = (year is null) and (year is null) = (quarter is null)),
  check (state not in ('received', 'checked') or file_id is not null),
  check ((state = 'refused') = (refusal is not null)),
  foreign key (employer_id, category) references employer_categories (employer_id, category),
  unique (id, employer_id)
);
create index deposits_by_profile on deposits (profile_id, started_at desc);
call protect('deposits', '{agency,system}');
create policy own_firm_deposit on deposits
  using (current_scope() = 'firm' and employer_id is null and profile_id = current_profile())
  with check (current_scope() = 'firm' and employer_id is null and profile_id = current_profile());
grant select, insert, update on deposits to guichet_app;

alter table declarations
  add column deposit_id uuid references deposits,
  -- How it was made: a file, the form, nothing to declare.
  add column made_by text not null default 'file' check (made_by in ('file', 'form', 'nil')),
  -- 1, then one more at each correction or complement after sending.
  add column revision smallint not null default 1 check (revision between 1 and 999),
  add column replaces uuid,
  -- What is checked now: the file as it came, or as it was corrected here.
  add column content_file_id uuid references files,
  -- For a company's part of a larger file: the line of that file from which each of its lines came.
  add column source_lines integer[],
  add constraint declarations_replaces_of_company
    foreign key (replaces, employer_id) references declarations (id, employer_id),
  add check ((revision = 1) = (replaces is null));
update declarations set content_file_id = file_id;

-- One work in progress and one sent declaration a period: the first may be correcting the second.
drop index declarations_one_active;
create unique index declarations_one_checked on declarations (employer_id, category, year, quarter) where state = 'checked';

-- A good line is kept whole, so that any layout can be written from it again. The identity number is sealed, and
-- only kept for those whom the fund does not know yet.
alter table declaration_lines
  add column staff_number text not null default '',
  add column sex text not null default 'M' check (sex in ('M', 'F')),
  add column nationality text not null default 'M' check (nationality in ('M', 'A')),
  add column joined_on date,
  add column born_on date,
  add column marital_status text check (marital_status in ('C', 'M', 'D', 'V')),
  add column children smallint check (children between 0 and 9),
  add column identity_sealed bytea,
  add column cnss_number text not null default '',
  add column phone text not null default '',
  add column email text not null default '';
alter table declaration_lines alter column sex drop default, alter column nationality drop default;
grant delete on declaration_lines, declaration_findings to guichet_app;
create index declaration_lines_by_member on declaration_lines (employer_id, member_number);

-- A line that is not taken, as it was written, to be corrected in place. Sealed: it may hold an identity number.
create table refused_lines (
  declaration_id uuid not null,
  employer_id uuid not null,
  line integer not null check (line > 0),
  sealed bytea not null,
  primary key (declaration_id, line),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
call protect('refused_lines', '{agency,system}');
grant select, insert, delete on refused_lines to guichet_app;
