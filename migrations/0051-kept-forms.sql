-- What somebody had typed when their session was over: it comes back once they have signed in again. One form per session, the
-- last; passwords and files are never in it, and the rest is sealed.
create table kept_forms (
  session_id uuid primary key references sessions on delete cascade,
  -- Hash of the form's own token: only a form that this session was given can be kept.
  key_hash bytea not null,
  address text not null,
  fields_sealed bytea not null,
  kept_at timestamptz not null
);
call open_to('kept_forms', '{system}', '{all}');
call open_to('kept_forms', '{public}', '{select,insert,update}', 'key_hash = current_key()');
call open_to('kept_forms', '{account}', '{select}', $$exists (select from sessions
  where sessions.id = kept_forms.session_id and sessions.account_id = current_account())$$);
alter table kept_forms enable row level security;
alter table kept_forms force row level security;
grant select, insert, update, delete on kept_forms to guichet_app;

-- A volet that came back with a mistake, as it was typed, passwords aside: leaving the page loses none of its good answers.
alter table subscription_drafts add column unfinished_sealed bytea;
