-- Whoever asks sees the rows they hold a key to, and may do there what their work needs. Every policy is listed with its
-- reason in docs/operations/row-security.md, and a test compares the two.

-- ------------------------------------------------------------------ what a transaction says of who is asking
-- Beside the scope and the employer: the account, the letter in hand, and the hash of the secret that was shown (the
-- cookie of a visit, a session or a known browser; the token of a mailed link; a person's identity).
create function current_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guichet.account', true), '')::uuid;

create function current_letter() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guichet.letter', true), '')::uuid;

create function current_key() returns bytea
  language sql stable parallel safe
  return decode(nullif(current_setting('guichet.key', true), ''), 'hex');

-- A firm's person is an account like any other.
create or replace function current_profile() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guichet.account', true), '')::uuid;

-- Lets these scopes do this to these rows of a table. A row that is changed stays one of them, unless `left_as` says
-- what else it may become.
create procedure open_to(opened regclass, scopes text[], commands text[], these_rows text default 'true', left_as text default null)
  language plpgsql as $$
declare
  asking text := format(case cardinality(scopes) when 1 then 'current_scope() = %L' else 'current_scope() = any (%2$L::text[])' end,
    scopes[1], scopes);
  before text := format('using (%s and (%s))', asking, these_rows);
  after text := format('with check (%s and (%s))', asking, coalesce(left_as, these_rows));
  command text;
begin
  foreach command in array commands loop
    execute format('create policy %I on %s for %s %s', array_to_string(scopes || command, '_'), opened, command,
      case command when 'select' then before when 'delete' then before when 'insert' then after else before || ' ' || after end);
  end loop;
end $$;

-- ------------------------------------------------------------------ doors
-- A few questions must be answered to those who may not see the rows that the answer is in. Each door answers one, with
-- the least: it looks as the system does, then gives the transaction its own scope back.

-- Which company has this number. Whether there is one is never shown to whoever typed it.
create function company_with_number(wanted text) returns uuid
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
  found_id uuid;
begin
  perform set_config('guichet.scope', 'system', true);
  select id into found_id from employers where employer_number = wanted;
  perform set_config('guichet.scope', asking, true);
  return found_id;
end $$;

-- The letter of a reference, for whoever knows the address that it was asked with.
create function letter_to_follow(wanted text, asked_with text) returns uuid
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
  found_id uuid;
begin
  perform set_config('guichet.scope', 'system', true);
  select id into found_id from letters where reference = wanted and lower(trim(applicant_email)) = lower(trim(asked_with));
  perform set_config('guichet.scope', asking, true);
  return found_id;
end $$;

-- How many files the agency has decided since then, and its average of hours; of no file in particular.
create function agency_delay(since timestamptz, out decisions integer, out hours integer)
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  select count(*), coalesce(ceil(avg(clock_spent_ms) / 3600000.0), 0) into decisions, hours
    from letters where decided_at >= since and state in ('accepted', 'applied', 'refused');
  perform set_config('guichet.scope', asking, true);
end $$;

-- Whom a signed form must be told to: the delegate in function of its company, and whether it names that same person.
-- Only for a letter that whoever asks may see.
create function delegate_to_tell(the_letter uuid)
  returns table (id uuid, first_name text, last_name text, email text, language text, is_named boolean)
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
  company uuid := (select letters.employer_id from letters where letters.id = the_letter);
begin
  perform set_config('guichet.scope', 'system', true);
  return query
    select d.id, d.first_name, d.last_name, d.email, d.language, exists (
        select from subscriptions s where s.letter_id = the_letter and s.identity_key = d.identity_key)
      from delegates d where d.employer_id = company and d.state in ('active', 'suspended');
  perform set_config('guichet.scope', asking, true);
end $$;

-- Whether a delegate still is in function: their invitations are worth nothing otherwise.
create function is_in_function(the_delegate uuid) returns boolean
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
  answer boolean;
begin
  perform set_config('guichet.scope', 'system', true);
  answer := exists (select from delegates where id = the_delegate and state = 'active');
  perform set_config('guichet.scope', asking, true);
  return answer;
end $$;

-- ------------------------------------------------------------------ the policies
-- Who signs in for the agency, and which firms there are, were open to every transaction.
alter table agents enable row level security;
alter table agents force row level security;
alter table firms enable row level security;
alter table firms force row level security;
alter table secret_answers force row level security;
alter table recovery_codes force row level security;
alter table known_devices force row level security;

do $$
declare
  former record;
begin
  for former in select policyname, tablename from pg_policies where schemaname = 'public'
    and tablename not in ('audit_events', 'audit_chains', 'memberships', 'declarations', 'declaration_lines', 'declaration_findings')
  loop
    execute format('drop policy %I on %I', former.policyname, former.tablename);
  end loop;
end $$;

-- The system's jobs, the demonstration and the installation's own commands.
do $$
declare
  one text;
begin
  foreach one in array '{mails,links,files,employers,subscribed_services,employer_categories,bank_accounts,debit_mandates,letters,
    letter_proofs,letter_views,letter_reviews,objections,delegates,firms,profiles,mandates,mandate_categories,agents,
    secret_answers,recovery_codes,known_devices,sessions,subscription_drafts,subscriptions}'::text[]
  loop
    call open_to(one::regclass, '{system}', '{all}');
  end loop;
end $$;

-- Mail, links, files.
call open_to('mails', '{public}', '{insert}',
  'employer_id is null or employer_id = (select letters.employer_id from letters where letters.id = current_letter())');
call open_to('mails', '{account}', '{insert}', 'employer_id is null or exists (select from employers where employers.id = mails.employer_id)');
call open_to('mails', '{agency}', '{insert}');
call open_to('mails', '{mandating}', '{insert}', 'employer_id = current_employer()');
call open_to('mails', '{employer}', '{select,insert}', 'employer_id = current_employer()');

call open_to('links', '{link}', '{select}', 'token_hash = current_key()');
call open_to('links', '{public}', '{select,insert,update}', $$subject_kind = 'letter' and subject_id = current_letter()$$);
call open_to('links', '{account}', '{select,insert,update}', 'subject_id = current_account()');
call open_to('links', '{employer}', '{select,insert,update}', 'employer_id = current_employer()');
call open_to('links', '{mandating}', '{select,insert,update}',
  'exists (select from profiles where profiles.id = links.subject_id and profiles.firm_id is not null)');
call open_to('links', '{agency}', '{select,insert,update}');

call open_to('files', '{public}', '{insert}', $$purpose = 'letter_proof' and
  (employer_id is null or employer_id = (select letters.employer_id from letters where letters.id = current_letter()))$$);
call open_to('files', '{employer}', '{select,insert}', 'employer_id = current_employer()');
call open_to('files', '{agency}', '{select,insert}');

-- Companies.
call open_to('employers', '{sign_in,agency}', '{select}');
call open_to('employers', '{account}', '{select}', 'id in (
  select employer_id from delegates where delegates.id = current_account()
  union all select employer_id from profiles where profiles.id = current_account()
  union all select employer_id from mandates where mandates.profile_id = current_account())');
call open_to('employers', '{firm}', '{select}', $$exists (select from mandates
  where mandates.employer_id = employers.id and mandates.profile_id = current_profile() and mandates.state in ('offered', 'active'))$$);
call open_to('employers', '{mandating}', '{select}', 'id = current_employer()');
call open_to('employers', '{employer}', '{select,update}', 'id = current_employer()');
call open_to('employers', '{agency}', '{update}');

call open_to('subscribed_services', '{employer,mandating}', '{select}', 'employer_id = current_employer()');
call open_to('subscribed_services', '{agency}', '{select,insert,delete}');
call open_to('employer_categories', '{employer,mandating}', '{select}', 'employer_id = current_employer()');
call open_to('employer_categories', '{agency}', '{select}');
call open_to('bank_accounts', '{employer}', '{select,insert}', 'employer_id = current_employer()');
call open_to('bank_accounts', '{agency}', '{select}');
call open_to('debit_mandates', '{employer}', '{select,insert,update}', 'employer_id = current_employer()');
call open_to('debit_mandates', '{agency}', '{select,update}');

-- Letters. What a visitor makes of theirs: sent back signed, or given up; never decided.
call open_to('letters', '{public}', '{select}', 'id = current_letter()');
call open_to('letters', '{public}', '{insert}', $$id = current_letter() and state = 'awaiting_signature'$$);
call open_to('letters', '{public}', '{update}', 'id = current_letter()',
  $$id = current_letter() and state in ('awaiting_signature', 'received', 'withdrawn')$$);
call open_to('letters', '{employer}', '{select}', 'employer_id = current_employer()');
call open_to('letters', '{employer}', '{insert}', $$employer_id = current_employer() and state = 'awaiting_signature'$$);
call open_to('letters', '{employer}', '{update}', 'employer_id = current_employer()');
call open_to('letters', '{agency}', '{select,update}');

call open_to('letter_proofs', '{public}', '{select,insert}', 'letter_id = current_letter()');
call open_to('letter_proofs', '{agency}', '{select,insert}');
call open_to('letter_views', '{agency}', '{select,insert}');
call open_to('letter_reviews', '{agency}', '{select,insert}');

call open_to('objections', '{public}', '{select,insert}', 'letter_id = current_letter()');
call open_to('objections', '{employer}', '{select,update}', 'employer_id = current_employer()');
call open_to('objections', '{agency}', '{select,insert,update}');

call open_to('subscription_drafts', '{public}', '{select,insert,update,delete}', 'key_hash = current_key()');
call open_to('subscriptions', '{public}', '{select,insert}', 'letter_id = current_letter()');
call open_to('subscriptions', '{agency}', '{select}');

-- People and their access.
call open_to('delegates', '{sign_in}', '{select}');
call open_to('delegates', '{account}', '{select,update}', 'id = current_account()');
call open_to('delegates', '{employer}', '{select,update}', 'employer_id = current_employer()');
call open_to('delegates', '{agency}', '{select,insert,update}');

call open_to('profiles', '{sign_in}', '{select}');
call open_to('profiles', '{account}', '{select,update}', 'id = current_account()');
-- A company sees who declares for it, once that person has accepted: an offer reveals nothing, not even that the person exists.
call open_to('profiles', '{employer}', '{select}', $$employer_id = current_employer()
  or (firm_id is not null and exists (select from mandates where mandates.profile_id = profiles.id
    and mandates.employer_id = current_employer() and mandates.answered_at is not null and mandates.state <> 'declined'))$$);
call open_to('profiles', '{employer}', '{insert,update}', 'employer_id = current_employer()');
-- Offering looks for one person of a firm, by the identity that was typed, or writes again to whom it was offered.
call open_to('profiles', '{mandating}', '{select}', $$firm_id is not null and (identity_key = current_key()
  or exists (select from mandates where mandates.profile_id = profiles.id and mandates.employer_id = current_employer()))$$);
call open_to('profiles', '{mandating}', '{insert}', 'firm_id is not null and identity_key = current_key()');
call open_to('profiles', '{agency}', '{select,update}');

call open_to('firms', '{account,employer}', '{select}', 'exists (select from profiles where profiles.firm_id = firms.id)');
call open_to('firms', '{mandating}', '{select,insert}');
-- Held while an offer is made, never changed.
call open_to('firms', '{mandating}', '{update}', 'true', 'false');

call open_to('mandates', '{sign_in}', '{select}', $$state = 'active'$$);
call open_to('mandates', '{account}', '{select,update}', 'profile_id = current_account()');
call open_to('mandates', '{firm}', '{select,update}', 'profile_id = current_profile()');
call open_to('mandates', '{employer}', '{select,insert,update}', 'employer_id = current_employer()');
call open_to('mandates', '{mandating}', '{select,insert}', 'employer_id = current_employer()');
call open_to('mandates', '{agency}', '{select,update}');
call open_to('mandate_categories', '{firm}', '{select}',
  'exists (select from mandates where mandates.id = mandate_categories.mandate_id)');
call open_to('mandate_categories', '{employer}', '{select,insert,delete}', 'employer_id = current_employer()');
call open_to('mandate_categories', '{mandating}', '{select,insert}', 'employer_id = current_employer()');

call open_to('agents', '{sign_in,agency}', '{select}');
call open_to('agents', '{account}', '{select,update}', 'id = current_account()');

call open_to('secret_answers', '{account}', '{select,insert,delete}', 'profile_id = current_account()');
call open_to('secret_answers', '{employer}', '{select,delete}',
  'exists (select from profiles where profiles.id = secret_answers.profile_id and profiles.employer_id = current_employer())');
call open_to('recovery_codes', '{account}', '{select,insert,update,delete}', 'account_id = current_account()');
call open_to('known_devices', '{sign_in}', '{select}', 'token_hash = current_key()');
call open_to('known_devices', '{account}', '{select,insert,update,delete}', 'account_id = current_account()');
call open_to('known_devices', '{employer}', '{select,delete}',
  'exists (select from profiles where profiles.id = known_devices.account_id and profiles.employer_id = current_employer())');
call open_to('known_devices', '{agency}', '{select,delete}');

call open_to('sessions', '{sign_in}', '{select,update}', 'token_hash = current_key()');
call open_to('sessions', '{account}', '{select,update}', 'account_id = current_account() or token_hash = current_key()');
call open_to('sessions', '{account}', '{insert}', 'account_id = current_account()');
call open_to('sessions', '{firm}', '{select,update}', 'account_id = current_profile()');
call open_to('sessions', '{employer}', '{select,update}', 'employer_id = current_employer()');
call open_to('sessions', '{agency}', '{select,update}');
