-- A delegate who lost telephone and recovery codes: the signed letter that two agents accepted takes the second factor off,
-- in the agents' transaction or in the job's (docs/domain/sign-in.md).
drop policy agency_select on recovery_codes;
drop policy agency_delete on recovery_codes;
call open_to('recovery_codes', '{agency}', '{select,delete}', $$account_kind in ('agent', 'delegate')$$);
