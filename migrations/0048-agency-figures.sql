-- Members by the beginning of their name, over the whole fund (product G6).
create index memberships_by_full_name on memberships ((last_name || ' ' || first_name) text_pattern_ops);

-- What counts as decided, and how long it took: one definition for the agents' figures and for what the home page says.
create view decided_letters with (security_invoker = true) as
  select id, kind, decided_at, clock_spent_ms from letters
  where decided_at is not null and state in ('accepted', 'applied', 'refused');
grant select on decided_letters to guichet_app;

create or replace function agency_delay(since timestamptz, out decisions integer, out hours integer)
  language plpgsql set search_path = pg_catalog, public as $$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  select count(*), coalesce(ceil(avg(clock_spent_ms) / 3600000.0), 0) into decisions, hours
    from decided_letters where decided_at >= since;
  perform set_config('guichet.scope', asking, true);
end $$;

create index letters_by_decision on letters (decided_at) where decided_at is not null;
create index letters_by_arrival on letters (received_at) where received_at is not null;
create index declarations_by_sending on declarations (sent_at) where sent_at is not null;
create index declarations_by_check on declarations (uploaded_at);
