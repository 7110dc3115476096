create sequence receipt_numbers;
grant usage on sequence receipt_numbers to guichet_app;

create table declarations (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  category text not null,
  year smallint not null check (year between 1990 and 2999),
  quarter smallint not null check (quarter between 1 and 4),
  state text not null check (state in ('checked', 'sent', 'replaced', 'abandoned')),
  file_id uuid references files,
  file_name text not null,
  file_sha256 bytea not null,
  layout text not null,
  encoding text not null,
  lines integer not null check (lines >= 0),
  accepted_lines integer not null check (accepted_lines >= 0),
  salary_centimes bigint not null check (salary_centimes >= 0),
  employee_centimes bigint not null check (employee_centimes >= 0),
  employer_centimes bigint not null check (employer_centimes >= 0),
  uploaded_by uuid not null references profiles,
  uploaded_at timestamptz not null,
  receipt_number text unique,
  sent_by uuid references profiles,
  sent_at timestamptz,
  version integer not null default 1,
  foreign key (employer_id, category) references employer_categories (employer_id, category),
  check ((state = 'sent') = (receipt_number is not null) or state = 'replaced')
);
create unique index declarations_one_sent on declarations (employer_id, category, year, quarter) where state = 'sent';
-- Two people of one company may upload at the same instant: one check remains, and none beside what was sent.
create unique index declarations_one_active on declarations (employer_id, category, year, quarter)
  where state in ('checked', 'sent');
create index declarations_by_period on declarations (employer_id, year, quarter);
call protect('declarations', '{agency,system}');
grant select, insert, update on declarations to guichet_app;

create table declaration_lines (
  declaration_id uuid not null references declarations,
  employer_id uuid not null,
  line integer not null check (line > 0),
  record_code text not null check (record_code in ('2', '7')),
  member_number text not null,
  last_name text not null,
  first_name text not null,
  exit_on date,
  identity_key bytea,
  employee_rate integer not null,
  employer_rate integer not null,
  salary_centimes bigint not null check (salary_centimes >= 0),
  employee_centimes bigint not null check (employee_centimes >= 0),
  employer_centimes bigint not null check (employer_centimes >= 0),
  primary key (declaration_id, line)
);
call protect('declaration_lines', '{agency,system}');
grant select, insert on declaration_lines to guichet_app;

create table declaration_findings (
  id bigint generated always as identity primary key,
  declaration_id uuid not null references declarations,
  employer_id uuid not null,
  line integer not null,
  "column" integer not null,
  field text not null,
  code text not null,
  severity text not null check (severity in ('blocking', 'to_confirm', 'information')),
  value text not null,
  correction text,
  params jsonb not null default '{}',
  confirmed_reason text,
  confirmed_by uuid,
  confirmed_at timestamptz
);
create index declaration_findings_by_declaration on declaration_findings (declaration_id, severity, code, line);
call protect('declaration_findings', '{agency,system}');
grant select, insert, update on declaration_findings to guichet_app;
