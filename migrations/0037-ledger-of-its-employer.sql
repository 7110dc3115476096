-- The ledger is written with its owner's rights. Row-level security holds that owner too, unless it is a superuser, whom nothing
-- holds: so the function that everything written passes through asks for itself whose ledger the transaction may write.
create or replace function lock_ledger(the_employer uuid) returns ledgers
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  head ledgers;
begin
  if (current_scope() in ('agency', 'system')
      or (current_scope() = 'employer' and the_employer = current_employer())) is not true then
    raise exception 'row-level security: this transaction may not write in that ledger' using errcode = 'insufficient_privilege';
  end if;
  insert into ledgers (employer_id) values (the_employer) on conflict do nothing;
  select * into strict head from ledgers where employer_id = the_employer for update;
  return head;
end $$;
