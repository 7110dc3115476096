-- A company removes an account that it may not debit, and may add it again; its number and its bank never change.
revoke update on bank_accounts from guichet_app;
grant update (state, holder) on bank_accounts to guichet_app;
call open_to('bank_accounts', '{employer}', '{update}', 'employer_id = current_employer()');
