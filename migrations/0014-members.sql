-- People declared: a number at once for who has none, that an agent confirms; careers by quarter, from what was sent.

-- Numbers that the fund gives while it does not know somebody: their range is the fund's to choose.
create sequence member_numbers minvalue 900000001 maxvalue 999999998;
grant usage on sequence member_numbers to guichet_app;

alter table memberships
  -- `provisional`: declared without a number, waits for an agent. `refused`: the agent could not recognise the person.
  -- `merged`: was somebody known already, whose careers it gave.
  add column state text not null default 'known' check (state in ('known', 'provisional', 'refused', 'merged')),
  add column declared_at timestamptz,
  add column decided_by uuid references agents,
  add column decided_at timestamptz,
  add column decision_note text not null default '',
  add column version integer not null default 1,
  add constraint memberships_of_careers unique (id, employer_id),
  add check (state in ('known', 'provisional') or decided_at is not null),
  add check (state <> 'provisional' or declared_at is not null);
create index memberships_provisional on memberships (declared_at) where state = 'provisional';
create index memberships_by_name on memberships (employer_id, last_name, first_name, id);
create index memberships_by_person on memberships (last_name, first_name, born_on);

-- One quarter of one person in one category, as the latest sent version declares it.
create table careers (
  employer_id uuid not null,
  category text not null,
  year smallint not null check (year between 1990 and 2999),
  quarter smallint not null check (quarter between 1 and 4),
  membership_id uuid not null,
  declaration_id uuid not null,
  salary_centimes bigint not null check (salary_centimes >= 0),
  employee_centimes bigint not null check (employee_centimes >= 0),
  employer_centimes bigint not null check (employer_centimes >= 0),
  primary key (employer_id, category, year, quarter, membership_id),
  foreign key (employer_id, category) references employer_categories (employer_id, category),
  foreign key (membership_id, employer_id) references memberships (id, employer_id),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
create index careers_by_membership on careers (membership_id, year, quarter);
call protect('careers', '{agency,system}');
grant select, insert, update, delete on careers to guichet_app;

insert into careers (employer_id, category, year, quarter, membership_id, declaration_id, salary_centimes,
  employee_centimes, employer_centimes)
select declaration.employer_id, declaration.category, declaration.year, declaration.quarter, member.id, declaration.id,
  sum(line.salary_centimes), sum(line.employee_centimes), sum(line.employer_centimes)
from declarations declaration
join declaration_lines line on line.declaration_id = declaration.id
join memberships member on member.employer_id = declaration.employer_id and member.category = declaration.category
  and member.member_number = line.member_number and line.member_number <> '000000000'
where declaration.state = 'sent'
group by declaration.id, member.id;
