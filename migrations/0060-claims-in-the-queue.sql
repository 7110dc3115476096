-- Claims wait for an agent like everything else: while they are examined, and while one of two agents has agreed.
create function work_of_claim(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  claim claims := (select c from claims c where c.id = the_id);
  item work_items;
begin
  if claim.state not in ('sent', 'incomplete') then
    perform drop_work('claim', the_id::text);
    return;
  end if;
  item.subject_kind := 'claim';
  item.subject_id := the_id;
  item.kind := 'claim';
  item.rank := case claim.state when 'sent' then 1 else 3 end;
  -- The clock runs from the last time that the company sent it, and stands still while it owes something.
  item.since := coalesce((select max(at) from claim_steps where claim_id = the_id and step in ('sent', 'completed')), claim.sent_at);
  item.clock_running_since := case claim.state when 'sent' then item.since end;
  item.reference := claim.reference;
  item.about := claim.last_name || ' ' || claim.first_name;
  item.employer_id := claim.employer_id;
  item.first_agent := (select proposed_by from claim_decisions where claim_id = the_id and state = 'proposed');
  perform keep_work_item(item);
end $$;

create trigger claims_work after insert or update of state, version on claims
  for each row execute function keep_work('work_of_claim', 'id');
create trigger claim_steps_work after insert on claim_steps
  for each row execute function keep_work('work_of_claim', 'claim_id');
create trigger claim_decisions_work after insert or update of state on claim_decisions
  for each row execute function keep_work('work_of_claim', 'claim_id');

set local guichet.scope = 'system';
select work_of_claim(id) from claims where state in ('sent', 'incomplete');
