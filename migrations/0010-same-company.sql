-- What hangs on a row of a company is of the same company: foreign keys do not look at row-level security, so they
-- say it themselves.
alter table bank_accounts add constraint bank_accounts_of_company unique (id, employer_id);
alter table debit_mandates
  drop constraint debit_mandates_bank_account_id_fkey,
  add constraint debit_mandates_bank_account_id_fkey
    foreign key (bank_account_id, employer_id) references bank_accounts (id, employer_id);

alter table mandates add constraint mandates_of_company unique (id, employer_id);
alter table mandate_categories
  drop constraint mandate_categories_mandate_id_fkey,
  add constraint mandate_categories_mandate_id_fkey
    foreign key (mandate_id, employer_id) references mandates (id, employer_id) on delete cascade;

alter table declarations add constraint declarations_of_company unique (id, employer_id);
alter table declaration_lines
  drop constraint declaration_lines_declaration_id_fkey,
  add constraint declaration_lines_declaration_id_fkey
    foreign key (declaration_id, employer_id) references declarations (id, employer_id);
alter table declaration_findings
  drop constraint declaration_findings_declaration_id_fkey,
  add constraint declaration_findings_declaration_id_fkey
    foreign key (declaration_id, employer_id) references declarations (id, employer_id);
