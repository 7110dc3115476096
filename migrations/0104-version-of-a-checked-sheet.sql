-- Which version of its sheet a check was made of: a sheet that has changed since is checked again before it is sent. Of the
-- checks in progress it is not known: they are checked again.
alter table entry_checks add column draft_version integer not null default 0;
alter table entry_checks alter column draft_version drop default;

-- Whether a check is ready, which a firm's board says, depends on it.
call open_to('entry_checks', '{firm}', '{select}',
  'exists (select from declarations where declarations.id = entry_checks.declaration_id)');
