-- What is agreed to besides an order may be signed by a passkey too (docs/domain/payment-orders.md, docs/domain/agents.md):
-- a Validateur agrees that something counts sooner, a supervisor gives power to an agent. The text that was signed stays with
-- the signature, since nothing else keeps it.
alter table presence_assertions
  alter column employer_id drop not null,
  alter column profile_id drop not null,
  add column agent_id uuid references agents,
  add column wording text,
  add constraint presence_assertions_somebody check (
    (profile_id is not null and employer_id is not null and agent_id is null)
    or (agent_id is not null and profile_id is null and employer_id is null)),
  add constraint presence_assertions_of_wording check (wording is null or sha256(convert_to(wording, 'UTF8')) = digest),
  -- An agent confirms no order.
  add constraint presence_assertions_agent_wording check (agent_id is null or wording is not null);
call open_to('presence_assertions', '{agency}', '{insert}', 'agent_id is not null');
