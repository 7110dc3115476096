-- What every other migration stands on: who is asking (the scope of a transaction), the audit trail, jobs, mail, links, files.

-- The application's role is made at start (it owns nothing, and cannot bypass row-level security).
grant usage on schema public to guichet_app;

create function current_scope() returns text
  language sql stable parallel safe
  return current_setting('guichet.scope', true);

create function current_employer() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guichet.employer', true), '')::uuid;

create function current_profile() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guichet.profile', true), '')::uuid;

-- Puts a table under row-level security: the employer in hand sees its own rows, and the named
-- scopes see all of them. Every table that carries employer_id calls it.
create procedure protect(protected regclass, trusted text[])
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy own_employer on %s using (current_scope() = ''employer'' and employer_id = current_employer())',
    protected);
  execute format(
    'create policy trusted_scope on %s using (current_scope() = any (%L::text[]))',
    protected, trusted);
end $$;

-- ------------------------------------------------------------------ audit
-- One chain per employer, and the fund's own chain (employer_id null). Rows are only ever added, by
-- append_audit_event, which holds the chain's head until the transaction ends.
create table audit_chains (
  chain text primary key,
  employer_id uuid,
  last_sequence bigint not null default 0,
  last_hash bytea not null default '\x'
);

create table audit_events (
  chain text not null references audit_chains,
  sequence bigint not null check (sequence > 0),
  employer_id uuid,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('guest', 'delegate', 'profile', 'agent', 'system')),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null,
  hash bytea not null,
  primary key (chain, sequence)
);
create index audit_events_by_time on audit_events (employer_id, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_events_are_kept before update or delete or truncate on audit_events
  for each statement execute function refuse_change();

-- What the hash of an event covers. `guichet verify-audit` computes the same in its own code.
create function audit_text(event audit_events) returns text
  language sql immutable
  return concat_ws(E'\x1f', event.chain, event.sequence::text,
    (extract(epoch from event.at) * 1000000)::bigint::text, event.actor_kind,
    coalesce(event.actor_id::text, ''), event.actor_name, event.action,
    event.subject_kind, event.subject_id, event.details::text);

create function append_audit_event(
  the_employer uuid, happened_at timestamptz, the_actor_kind text, the_actor_id uuid, the_actor_name text,
  the_action text, the_subject_kind text, the_subject_id text, the_details jsonb
) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  the_chain text := coalesce(the_employer::text, 'fund');
  head audit_chains;
  event audit_events;
begin
  insert into audit_chains (chain, employer_id) values (the_chain, the_employer) on conflict do nothing;
  select * into head from audit_chains where chain = the_chain for update;
  event.chain := the_chain;
  event.sequence := head.last_sequence + 1;
  event.employer_id := the_employer;
  event.at := happened_at;
  event.actor_kind := the_actor_kind;
  event.actor_id := the_actor_id;
  event.actor_name := the_actor_name;
  event.action := the_action;
  event.subject_kind := the_subject_kind;
  event.subject_id := the_subject_id;
  event.details := the_details;
  event.hash := sha256(head.last_hash || convert_to(audit_text(event), 'UTF8'));
  insert into audit_events select event.*;
  update audit_chains set last_sequence = event.sequence, last_hash = event.hash where chain = the_chain;
  return event.sequence;
end $$;

alter table audit_events enable row level security;
create policy own_employer on audit_events for select to guichet_app
  using (current_scope() = 'employer' and employer_id = current_employer());
create policy trusted_scope on audit_events for select to guichet_app
  using (current_scope() in ('agency', 'system'));
grant select on audit_events to guichet_app;
alter table audit_chains enable row level security;
create policy verifying on audit_chains for select to guichet_app using (current_scope() = 'system');
grant select on audit_chains to guichet_app;

-- ------------------------------------------------------------------ jobs
create function enqueue_job(task text, payload json, run_at timestamptz, job_key text, max_attempts integer)
  returns void
  language sql security definer set search_path = pg_catalog, public
  begin atomic
    select graphile_worker.add_job(task, payload, null, run_at, max_attempts, job_key);
  end;

-- ------------------------------------------------------------------ mail
-- An intent to write to somebody. It never holds a secret: a link is derived when the mail is made.
create table mails (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid,
  recipient text not null check (length(recipient) <= 254),
  language text not null check (language in ('fr', 'ar')),
  template text not null,
  props jsonb not null,
  link_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  queued_at timestamptz not null,
  sent_at timestamptz,
  last_error text
);
create index mails_by_recipient on mails (recipient, queued_at desc);
call protect('mails', '{public,sign_in,firm,agency,system}');
grant select, insert, update on mails to guichet_app;

-- ------------------------------------------------------------------ single-use links
create table links (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid,
  purpose text not null check (purpose in (
    'activate', 'reset_password', 'confirm_email', 'first_password_code', 'object', 'follow', 'keep_email')),
  token_hash bytea not null unique,
  subject_kind text not null,
  subject_id uuid not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz
);
create index links_by_subject on links (subject_id, purpose);
call protect('links', '{public,sign_in,firm,agency,system}');
grant select, insert, update on links to guichet_app;

-- ------------------------------------------------------------------ files
-- Content lives on disk under its own hash; a row says what it is and who may see it.
create table files (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid,
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null check (length(name) <= 200),
  purpose text not null,
  stored_at timestamptz not null
);
call protect('files', '{public,agency,system}');
grant select, insert on files to guichet_app;

-- ------------------------------------------------------------------ limits on tries
-- Counters by key (an account, an address, the whole site), kept apart from tenants: they must count
-- tries on accounts that do not exist exactly like the others.
create table throttles (
  key text primary key,
  failures integer not null,
  window_started_at timestamptz not null,
  blocked_until timestamptz
);
grant select, insert, update, delete on throttles to guichet_app;

-- ------------------------------------------------------------------ the installation itself
create table installation (
  only_row boolean primary key default true check (only_row),
  demonstration boolean not null,
  made_at timestamptz not null
);
grant select on installation to guichet_app;
