-- A claim whose decision waits for its second agent is not given up under them: the decision would wait for ever.
drop policy employer_update on claims;
call open_to('claims', '{employer}', '{update}',
  $of$employer_id = current_employer() and state in ('draft', 'sent', 'incomplete')$of$,
  $of$employer_id = current_employer() and (state in ('draft', 'sent', 'incomplete') or state = 'withdrawn'
    and (select s.step from claim_steps s where s.claim_id = claims.id and s.step <> 'infected' order by s.number desc limit 1)
      is distinct from 'proposed')$of$);

-- Those that were given up so: nothing waits any more.
set local guichet.scope = 'system';
update claim_decisions decision set state = 'sent_back', settled_at = claim.ended_at
  from claims claim
  where claim.id = decision.claim_id and claim.state = 'withdrawn' and decision.state = 'proposed';
