-- Arrears paid after an amount was paid at once: an agent fixes the complement, alone or by two, and the claim waits in the queue
-- until it is fixed.
alter table claim_decisions drop constraint claim_decisions_verdict_check;
alter table claim_decisions add constraint claim_decisions_verdict_check
  check (verdict in ('granted', 'refused', 'revised', 'complement'));
-- None due is said with its amount of nothing, and with why.
alter table claim_decisions add constraint claim_decisions_complement_said
  check (verdict <> 'complement' or (at_once_centimes is not null and reason <> ''));

alter table claim_steps drop constraint claim_steps_step_check;
alter table claim_steps add constraint claim_steps_step_check check (step in
  ('started', 'sent', 'completed', 'taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused', 'withdrawn', 'revised',
   'arrears_paid', 'complemented'));
drop policy agency_insert on claim_steps;
call open_to('claim_steps', '{agency}', '{insert}',
  $of$by_kind = 'agent' and step in ('taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused', 'complemented')$of$);

-- A claim that was granted waits again from the day that arrears are paid until their complement is fixed.
create or replace function work_of_claim(the_id uuid) returns void
  language plpgsql set search_path = pg_catalog, public as $$
declare
  claim claims := (select c from claims c where c.id = the_id);
  settled claim_steps := (select s from claim_steps s where s.claim_id = the_id
    and s.step in ('granted', 'revised', 'arrears_paid', 'complemented') order by s.number desc limit 1);
  is_owed boolean := claim.state = 'granted' and coalesce(settled.step = 'arrears_paid', false);
  item work_items;
begin
  if claim.state not in ('sent', 'incomplete') and not is_owed then
    perform drop_work('claim', the_id::text);
    return;
  end if;
  item.subject_kind := 'claim';
  item.subject_id := the_id;
  item.kind := 'claim';
  item.rank := case claim.state when 'incomplete' then 3 else 1 end;
  -- The clock runs from the last time that the company sent it, or since the arrears; it stands still while the company owes something.
  item.since := case when is_owed then settled.at else
    coalesce((select max(at) from claim_steps where claim_id = the_id and step in ('sent', 'completed')), claim.sent_at) end;
  item.clock_running_since := case when claim.state <> 'incomplete' then item.since end;
  item.reference := claim.reference;
  item.about := claim.last_name || ' ' || claim.first_name;
  item.employer_id := claim.employer_id;
  item.first_agent := (select proposed_by from claim_decisions where claim_id = the_id and state = 'proposed');
  perform keep_work_item(item);
end $$;

set local guichet.scope = 'system';
select work_of_claim(id) from claims where state = 'granted';
