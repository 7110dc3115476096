-- Which members a company was told of, at which milestone before their whole pension: each once.
create table retirement_notices (
  employer_id uuid not null,
  membership_id uuid not null,
  -- Months before.
  milestone smallint not null check (milestone in (4, 6, 12)),
  pension_on date not null,
  told_at timestamptz not null,
  primary key (employer_id, membership_id, milestone),
  foreign key (membership_id, employer_id) references memberships (id, employer_id)
);
alter table retirement_notices enable row level security;
alter table retirement_notices force row level security;
call open_to('retirement_notices', '{system}', '{select,insert}');
grant select, insert on retirement_notices to guichet_app;
