-- Everybody who made a declaration what it is: prepared it, checked its sheet again, corrected it, settled its doubts. A firm is
-- shown it before it sends for a company; each hears who sent it.
create table declaration_hands (
  declaration_id uuid not null,
  employer_id uuid not null references employers (id),
  worked_by uuid not null references declarants (id),
  -- The last time.
  worked_at timestamptz not null,
  primary key (declaration_id, worked_by),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
call protect('declaration_hands', '{agency,system}');
call open_to('declaration_hands', '{firm}', '{select}',
  'exists (select from declarations where declarations.id = declaration_hands.declaration_id)');
grant select, insert, update (worked_at) on declaration_hands to guichet_app;

set local guichet.scope = 'system';
insert into declaration_hands
  select declaration_id, employer_id, worked_by, max(worked_at) from (
    select id as declaration_id, employer_id, uploaded_by as worked_by, uploaded_at as worked_at from declarations where state = 'checked'
    union all select declaration_id, employer_id, made_by, made_at from declaration_corrections
    union all select declaration_id, employer_id, undone_by, undone_at from declaration_corrections where undone_by is not null
    union all select declaration_id, employer_id, confirmed_by, confirmed_at from declaration_findings where confirmed_by is not null
  ) touched
  where declaration_id in (select id from declarations where state = 'checked')
  group by declaration_id, employer_id, worked_by;

-- Why a part of a firm's file was not taken. Of a file split before, it is not known.
alter table firm_parts
  add column left_for text check (left_for in ('unreadable', 'no_mandate', 'category', 'not_ended', 'not_active', 'sent')),
  add check (left_for is null or declaration_id is null);
