-- Dated reference data: what the fund may change without a new program. Each row says where it comes from.
create table parameters (
  key text not null,
  valid_from date not null,
  value jsonb not null,
  source text not null,
  illustrative boolean not null,
  primary key (key, valid_from)
);
create table holidays (
  holiday_on date primary key,
  name_fr text not null,
  name_ar text not null,
  source text not null
);
-- The published table of rates, in hundredths of a percent: the employer's rate is read, never computed.
create table contribution_rates (
  product text not null check (product in ('al_kamil', 'al_mounassib')),
  employee_rate integer not null check (employee_rate between 1 and 10000),
  employer_rate integer not null check (employer_rate between 1 and 10000),
  valid_from date not null,
  source text not null,
  primary key (product, employee_rate, valid_from)
);
grant select on parameters, holidays, contribution_rates to guichet_app;
