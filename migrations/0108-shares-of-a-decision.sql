-- How what was decided is divided among several beneficiaries: so many parts for each, by their number. Nothing for one alone.
alter table claim_decisions
  add column shares jsonb check (jsonb_typeof(shares) = 'object');
