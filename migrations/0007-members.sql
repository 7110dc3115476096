-- Members as one employer knows them, by category: enough to prepare a file and to notice who is missing.
create table memberships (
  id uuid primary key default gen_random_uuid(),
  employer_id uuid not null references employers,
  category text not null,
  -- Zeros while the fund has not numbered them.
  member_number text not null check (member_number ~ '^[0-9]{9}$'),
  last_name text not null,
  first_name text not null,
  staff_number text not null default '',
  sex text not null check (sex in ('M', 'F')),
  nationality text not null check (nationality in ('M', 'A')),
  joined_on date not null,
  born_on date not null,
  family_situation text not null check (family_situation in ('C', 'M', 'D', 'V')),
  children smallint not null default 0 check (children between 0 and 9),
  identity_sealed bytea,
  identity_key bytea,
  cnss_number text not null default '',
  phone text not null default '',
  email text not null default '',
  left_on date,
  foreign key (employer_id, category) references employer_categories (employer_id, category)
);
create unique index memberships_one_number on memberships (employer_id, category, member_number)
  where member_number <> '000000000';
call protect('memberships', '{agency,system}');
grant select, insert, update on memberships to guichet_app;
