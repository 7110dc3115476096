-- Decisions that were settled when claims given up under their second agent were put right: told in the company's trail and in the
-- fund's own, as anything that happens to a claim. Every other decision that was sent back names who did.
set local guichet.scope = 'system';
select append_audit_event(trail.employer_id, now(), 'system', null, 'migrate', 'claim.decision_lapsed', 'claim', claim.id::text,
    jsonb_build_object('reference', claim.reference, 'claim', claim.kind))
  from claim_decisions decision
  join claims claim on claim.id = decision.claim_id
  cross join lateral (values (claim.employer_id), (null)) as trail (employer_id)
  where decision.state = 'sent_back' and decision.settled_by is null
  order by decision.settled_at, decision.id;
