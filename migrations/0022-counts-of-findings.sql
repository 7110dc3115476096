-- What every look at a check begins with is counted as findings come and go: a hundred thousand of them are too many to
-- be counted at each look.

-- How many findings of each cause, and for which reason they are confirmed. Written by the triggers below alone,
-- whoever changes a finding.
create table declaration_causes (
  declaration_id uuid not null,
  employer_id uuid not null,
  severity text not null,
  code text not null,
  field text not null,
  -- Empty for those that nobody has confirmed.
  reason text not null,
  findings integer not null check (findings >= 0),
  correctable integer not null check (correctable between 0 and findings),
  primary key (declaration_id, code, field, severity, reason),
  foreign key (declaration_id, employer_id) references declarations (id, employer_id)
);
call protect('declaration_causes', '{agency,system}');
grant select on declaration_causes to guichet_app;

create function reason_of(finding declaration_findings) returns text
  language sql immutable
  return case when finding.confirmed_at is null then '' else coalesce(nullif(finding.confirmed_reason, ''), '—') end;

create function count_findings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  if tg_op <> 'DELETE' then
    insert into declaration_causes as c
      select declaration_id, employer_id, severity, code, field, reason_of(one), count(*), count(correction)
      from added as one group by 1, 2, 3, 4, 5, 6
    on conflict (declaration_id, code, field, severity, reason) do update
      set findings = c.findings + excluded.findings, correctable = c.correctable + excluded.correctable;
  end if;
  if tg_op <> 'INSERT' then
    update declaration_causes as c
      set findings = c.findings - gone.findings, correctable = c.correctable - gone.correctable
      from (select declaration_id, severity, code, field, reason_of(one) as reason, count(*) as findings,
          count(correction) as correctable from removed as one group by 1, 2, 3, 4, 5) as gone
      where c.declaration_id = gone.declaration_id and c.severity = gone.severity and c.code = gone.code
        and c.field = gone.field and c.reason = gone.reason;
    delete from declaration_causes
      where findings = 0 and declaration_id in (select distinct declaration_id from removed);
  end if;
  perform set_config('guichet.scope', asking, true);
  return null;
end $$;
revoke execute on function count_findings() from public;

-- By their names, after the one that looks for the declaration.
create trigger declaration_findings_tally_added after insert on declaration_findings
  referencing new table as added for each statement execute function count_findings();
create trigger declaration_findings_tally_changed after update on declaration_findings
  referencing old table as removed new table as added for each statement execute function count_findings();
create trigger declaration_findings_tally_removed after delete on declaration_findings
  referencing old table as removed for each statement execute function count_findings();

-- Checks of before are counted too, whoever owns the database.
set local guichet.scope = 'system';
insert into declaration_causes
  select declaration_id, employer_id, severity, code, field, reason_of(one), count(*), count(correction)
  from declaration_findings as one group by 1, 2, 3, 4, 5, 6;

-- Good lines with a doubt that nobody has settled yet: counted when findings have changed, read at every look.
alter table declarations add column doubtful_lines integer not null default 0 check (doubtful_lines >= 0);
create index declaration_findings_unsettled on declaration_findings (declaration_id, line)
  where severity = 'to_confirm' and confirmed_at is null;
update declarations d set doubtful_lines = (
  select count(distinct f.line) from declaration_findings f
  where f.declaration_id = d.id and f.severity = 'to_confirm' and f.confirmed_at is null
    and exists (select from declaration_lines l where l.declaration_id = f.declaration_id and l.line = f.line));
