-- What a virus scanner said of a document (docs/domain/scans.md): nothing was asked, it has not answered yet, it found nothing,
-- or it found something, and then the content is not kept.
alter table files
  add column check_state text not null default 'unchecked' check (check_state in ('unchecked', 'waiting', 'clean', 'infected')),
  add column checked_at timestamptz,
  add check ((checked_at is null) = (check_state in ('unchecked', 'waiting')));
create index files_waiting on files (stored_at) where check_state = 'waiting';
grant update (check_state, checked_at) on files to guichet_app;

-- Whoever follows a letter sees whether the form that they sent has been looked into; its content stays out of reach.
call open_to('files', '{public}', '{select}', $$exists (select from letter_proofs where letter_proofs.file_id = files.id
  and letter_proofs.letter_id = current_letter())$$);
