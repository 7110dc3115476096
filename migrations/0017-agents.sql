-- The agents' own accounts: opened, suspended and given back by supervisors. What gives power is asked by one person and
-- confirmed by another; what takes it acts at once.
alter table agents drop constraint agents_state_check;
alter table agents add constraint agents_state_check
  check (state in ('proposed', 'invited', 'active', 'suspended', 'declined'));
alter table agents add column state_reason text not null default '' check (length(state_reason) <= 500);
alter table agents add column state_changed_at timestamptz;
update agents set state_changed_at = created_at;
-- A declined account frees its login; its row stays, since the trail names it.
alter table agents drop constraint agents_login_key;
create unique index agents_one_login on agents (login) where state <> 'declined';

create table agent_requests (
  id uuid primary key default gen_random_uuid(),
  agent_id uuid not null references agents,
  kind text not null check (kind in ('open', 'reactivate', 'reset_second_factor')),
  reason text not null check (length(reason) between 1 and 500),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'declined', 'withdrawn', 'expired')),
  asked_by uuid not null references agents check (asked_by <> agent_id),
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  -- Null when it expired, and when the operator decided on the command line.
  decided_by uuid references agents,
  decided_at timestamptz,
  check ((state = 'waiting') = (decided_at is null)),
  check (state not in ('confirmed', 'declined') or decided_by is null
    or (decided_by <> asked_by and decided_by <> agent_id))
);
create unique index agent_requests_one_waiting on agent_requests (agent_id) where state = 'waiting';
create index agent_requests_by_agent on agent_requests (agent_id, asked_at desc);
alter table agent_requests enable row level security;
alter table agent_requests force row level security;
call open_to('agent_requests', '{system}', '{all}');
call open_to('agent_requests', '{agency}', '{select,update}');
call open_to('agent_requests', '{agency}', '{insert}', $$state = 'waiting'$$);
grant select, insert, update on agent_requests to guichet_app;

call open_to('agents', '{agency}', '{insert}', $$state = 'proposed'$$);
call open_to('agents', '{agency}', '{update}');
call open_to('recovery_codes', '{agency}', '{select,delete}', $$account_kind = 'agent'$$);

-- The guarantee behind the pages: the program gives no power to an agent without a request that somebody else confirmed in
-- the same transaction. The command line and the demonstration say so by their scope.
create function agent_power_needs_two() returns trigger language plpgsql as $$
declare
  needed text := case
    when old.role <> new.role or old.identity_key <> new.identity_key then 'another person or role'
    when old.state in ('proposed', 'declined') and new.state in ('invited', 'active') then 'open'
    when old.state = 'suspended' and new.state in ('invited', 'active') then 'reactivate'
    when old.totp_sealed is not null and new.totp_sealed is null then 'reset_second_factor'
  end;
begin
  if needed is null or current_user <> 'guichet_app' or current_scope() = 'system' then
    return new;
  end if;
  if not exists (
    select from agent_requests where agent_id = new.id and kind = needed and state = 'confirmed' and decided_by is not null
      and agent_requests.xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'agent %: % was confirmed by nobody', new.id, needed
      using errcode = 'check_violation', constraint = 'agents_power_needs_two';
  end if;
  return new;
end $$;
create trigger agents_power_needs_two before update on agents
  for each row execute function agent_power_needs_two();
