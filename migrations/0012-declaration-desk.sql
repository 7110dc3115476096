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
  -- What the browser says of the file beside its name and its size: the same one goes on where it stopped.
  mark text not null default '' check (length(mark) <= 100),
  -- The check that the page showed: this one may take its place, and no other person's.
  instead_of uuid,
  -- Why it was refused: the code of a refusal and its values, told in the reader's language.
  refusal text,
  refusal_details jsonb not null default '{}',
  file_id uuid references files,
  -- What it has led to; or what stood in its way.
  declaration_id uuid,
  started_at timestamptz not null,
  -- When something of it last came.
  seen_at timestamptz not null,
  received_at timestamptz,
  finished_at timestamptz,
  check ((employer_id is null) = (category is null)),
  check ((category is null) = (year is null) and (year is null) = (quarter is null)),
  check (state not in ('received', 'checked') or file_id is not null),
  check ((state = 'refused') = (refusal is not null)),
  foreign key (employer_id, category) references employer_categories (employer_id, category),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id),
  foreign key (instead_of, employer_id) references declarations (id, employer_id),
  unique (id, employer_id)
);
create index deposits_by_profile on deposits (profile_id, started_at desc);
create index deposits_by_employer on deposits (employer_id, started_at desc);
create index deposits_under_way on deposits (started_at) where state in ('receiving', 'received');
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
-- Leavers and new members alone have one.
create index declaration_lines_by_identity on declaration_lines (employer_id, identity_key) where identity_key is not null;

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

-- Lines and findings come by the hundred thousand, all of one declaration. A foreign key would look for it once a row,
-- which costs as much as saving the row; it is looked for once a statement. Declarations are never removed.
create function refuse_rows_of_no_declaration() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct declaration_id, employer_id from added) as one
    where not exists (
      select from declarations d where d.id = one.declaration_id and d.employer_id = one.employer_id)
  ) then
    raise exception 'rows of % belong to no declaration of that company', tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

alter table declaration_lines drop constraint declaration_lines_declaration_id_fkey;
create trigger declaration_lines_of_declaration after insert on declaration_lines
  referencing new table as added for each statement execute function refuse_rows_of_no_declaration();
alter table declaration_findings drop constraint declaration_findings_declaration_id_fkey;
create trigger declaration_findings_of_declaration after insert on declaration_findings
  referencing new table as added for each statement execute function refuse_rows_of_no_declaration();

-- Findings of a whole file are paged by line.
create index declaration_findings_by_line on declaration_findings (declaration_id, line, "column", id);

-- A job that must not run beside others of its kind: large files are checked one after the other.
create function enqueue_job(task text, payload json, run_at timestamptz, job_key text, max_attempts integer, queue text)
  returns void
  language sql security definer set search_path = pg_catalog, public
  begin atomic
    select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key);
  end;
