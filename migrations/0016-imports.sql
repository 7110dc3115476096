-- Employers, categories and members brought in by file (product G5): checked whole, applied once an agent has seen what it does.
create table imports (
  id uuid primary key,
  kind text not null check (kind in ('employers', 'categories', 'members')),
  state text not null default 'checking'
    check (state in ('checking', 'checked', 'unreadable', 'applying', 'applied', 'abandoned')),
  file_id uuid not null references files,
  file_name text not null,
  file_sha256 bytea not null,
  encoding text,
  -- Fields that the file gives, in its order.
  fields text[] not null default '{}',
  lines integer not null default 0 check (lines >= 0),
  new_lines integer not null default 0 check (new_lines >= 0),
  changed_lines integer not null default 0 check (changed_lines >= 0),
  same_lines integer not null default 0 check (same_lines >= 0),
  refused_lines integer not null default 0 check (refused_lines >= 0),
  -- How far the application has come: it goes company by company, so that each has its events together.
  reached_employer text not null default '',
  reached_line integer not null default 0 check (reached_line >= 0),
  done_lines integer not null default 0 check (done_lines >= 0),
  -- A check begun again makes the one before it stop.
  check_run integer not null default 0,
  -- Nobody when it came from the command line.
  uploaded_by uuid references agents,
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  decided_by uuid references agents,
  decided_at timestamptz,
  applied_at timestamptz,
  -- Lines that somebody else's change stopped at the last moment.
  skipped_lines integer not null default 0 check (skipped_lines >= 0),
  version integer not null default 1,
  check (new_lines + changed_lines + same_lines + refused_lines <= lines),
  check ((state = 'applied') = (applied_at is not null)),
  check (state not in ('applying', 'applied') or decided_at is not null)
);
create index imports_by_time on imports (uploaded_at desc);
alter table imports enable row level security;
call open_to('imports', '{system}', '{all}');
call open_to('imports', '{agency}', '{select,insert,update}');
grant select, insert, update on imports to guichet_app;

-- What a line would do, until it is done. Identity numbers are sealed here as they are where they go.
create table import_rows (
  import_id uuid not null references imports,
  line integer not null check (line > 0),
  employer_number text not null,
  employer_id uuid,
  action text not null check (action in ('new', 'changed')),
  label text not null,
  fields jsonb not null,
  -- Of a changed row: what its fields were when it was shown.
  before jsonb not null default '{}',
  identity_sealed bytea,
  primary key (import_id, line)
);
create index import_rows_by_company on import_rows (import_id, employer_number, line);
create index import_rows_changed on import_rows (import_id, line) where action = 'changed';
-- Not a company's before it is applied: only agents and the job see what waits.
alter table import_rows enable row level security;
alter table import_rows force row level security;
call open_to('import_rows', '{system}', '{all}');
call open_to('import_rows', '{agency}', '{select,delete}');
grant select, insert, delete on import_rows to guichet_app;

create table import_findings (
  import_id uuid not null references imports,
  line integer not null check (line >= 0),
  position integer not null,
  "column" integer not null check ("column" >= 0),
  field text not null,
  code text not null,
  severity text not null check (severity in ('refused', 'to_check')),
  value text not null,
  correction text,
  params jsonb not null default '{}',
  primary key (import_id, line, position)
);
create index import_findings_by_cause on import_findings (import_id, code, field, line);
alter table import_findings enable row level security;
call open_to('import_findings', '{system}', '{all}');
call open_to('import_findings', '{agency}', '{select}');
grant select, insert, delete on import_findings to guichet_app;

-- A member without a number is known by their identity.
create index memberships_by_identity on memberships (employer_id, category, identity_key) where identity_key is not null;
