-- In a policy, `current_employer()` is asked again for each row; in a sub-select it is asked once a statement. These tables are read and
-- written a hundred thousand rows at a time (0089).
do $$
declare
  one text;
begin
  foreach one in array '{declaration_lines,refused_lines,declaration_findings,memberships,careers,ledger_entries,ledger_postings}'::text[]
  loop
    execute format(
      'alter policy own_employer on %I using ((select current_scope()) = ''employer'' and employer_id = (select current_employer()))', one);
    execute format('alter policy trusted_scope on %I using ((select current_scope()) = any (''{agency,system}''::text[]))', one);
  end loop;
end $$;
