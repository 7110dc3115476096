-- What the agency decides of a claim: proposed by one agent, final at once or once another has agreed.
create table claim_decisions (
  id uuid primary key,
  claim_id uuid not null,
  employer_id uuid not null,
  number smallint not null check (number > 0),
  verdict text not null check (verdict in ('granted', 'refused', 'revised')),
  state text not null check (state in ('proposed', 'final', 'sent_back')),
  -- Why it is refused; what an agent says of amounts that are not the ones worked out.
  reason text not null default '',
  starts_on date,
  yearly_centimes bigint check (yearly_centimes >= 0),
  at_once_centimes bigint check (at_once_centimes >= 0),
  -- The points that it was worked out from, in hundredths; one that is worked out again compares them.
  points bigint check (points >= 0),
  -- The arithmetic and every value that it rests on, as they were.
  computation jsonb,
  -- Nobody: worked out again by itself.
  proposed_by uuid references agents,
  proposed_at timestamptz not null,
  settled_by uuid references agents,
  settled_at timestamptz,
  unique (employer_id, claim_id, number),
  check ((verdict = 'refused') = (starts_on is null)),
  check ((verdict = 'refused') = (yearly_centimes is null and at_once_centimes is null)),
  check (verdict <> 'refused' or reason <> ''),
  check ((state = 'proposed') = (settled_at is null)),
  check (proposed_by is not null or (verdict = 'revised' and state = 'final')),
  -- Two agents are two accounts; two accounts of one person are compared by the program.
  check (state <> 'final' or settled_by is null or settled_by <> proposed_by),
  foreign key (claim_id, employer_id) references claims (id, employer_id)
);
create unique index claim_decisions_one_proposed on claim_decisions (employer_id, claim_id) where state = 'proposed';
alter table claim_decisions enable row level security;
alter table claim_decisions force row level security;
call open_to('claim_decisions', '{system}', '{all}');
call open_to('claim_decisions', '{employer}', '{select}', $$employer_id = current_employer() and state = 'final'$$);
call open_to('claim_decisions', '{agency}', '{select,insert,update}');
grant select, insert, update (state, settled_by, settled_at) on claim_decisions to guichet_app;

insert into parameters (key, valid_from, value, source, illustrative)
values ('claim_second_agent_amount', '1990-01-01', '1000000',
  'Usage du portail : au-dessus de ce montant par mois, ou versé en une fois, deux agents décident', true);

-- When the company was warned that these rights lapse.
alter table claims add column limitation_told_at timestamptz;
