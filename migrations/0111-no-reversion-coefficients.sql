-- Nothing was ever worked out with these: what an early réversion loses is published nowhere, and depends on a child that the
-- portal does not know. The agency types the amount, with why.
select set_config('guichet.scope', 'system', true);
update parameter_proposals set state = 'withdrawn', decided_by = proposed_by, decided_at = now(), version = version + 1
  where key = 'reversion_coefficients' and state = 'waiting';
alter table parameters disable trigger parameters_are_kept;
delete from parameters where key = 'reversion_coefficients';
alter table parameters enable trigger parameters_are_kept;
