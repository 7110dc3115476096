-- Corrections made at the desk, each undone on its own until the declaration is sent: the content before and after is
-- kept as files, which never change.
create table declaration_corrections (
  id uuid primary key default gen_random_uuid(),
  -- Two at the same instant are still one after the other.
  sequence bigint generated always as identity,
  declaration_id uuid not null,
  employer_id uuid not null,
  kind text not null check (kind in ('line', 'removal', 'addition', 'cause', 'file')),
  -- The cause corrected on all its lines.
  code text,
  field text,
  -- The line corrected, removed or added.
  line integer check (line > 0),
  -- How many lines of the content it changed.
  lines integer not null check (lines > 0),
  before_file_id uuid references files,
  after_file_id uuid not null references files,
  -- The corrected lines as they were sent again.
  sent_file_id uuid references files,
  made_by uuid not null references profiles,
  made_at timestamptz not null,
  undone_by uuid references profiles,
  undone_at timestamptz,
  check ((code is null) = (kind <> 'cause') and (code is null) = (field is null)),
  check ((line is not null) = (kind in ('line', 'removal', 'addition'))),
  check ((sent_file_id is null) or kind in ('file', 'addition')),
  check ((undone_by is null) = (undone_at is null)),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
create index declaration_corrections_by_declaration on declaration_corrections (declaration_id, sequence);
call protect('declaration_corrections', '{agency,system}');
grant select, insert, update (undone_by, undone_at) on declaration_corrections to guichet_app;

-- Findings of one cause are paged by line.
create index declaration_findings_by_cause on declaration_findings (declaration_id, code, field, line, id);
