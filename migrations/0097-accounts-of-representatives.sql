-- Whose name an account of somebody who survives a member is in: their own, or that of whoever represents a child by law.
alter table claim_payees
  add column account_of text not null default 'own' check (account_of in ('own', 'representative')),
  add constraint claim_payees_represented check (account_of = 'own' or relation = 'child');
