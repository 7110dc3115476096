-- One transfer may be money of several companies, each on its own account (docs/domain/received-transfers.md). What stands
-- attributed of it is all of it or nothing, like what is in suspense.
drop index transfer_attributions_one;
create unique index transfer_attributions_one on transfer_attributions (transfer_id, employer_id) where taken_back_at is null;

create or replace function refuse_wrong_suspense() returns trigger language plpgsql as $$
declare
  held bigint;
  attributed bigint;
  the_transfer uuid := case tg_table_name when 'received_transfers' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'transfer_id' end;
  transfer received_transfers := (select t from received_transfers t where t.id = the_transfer);
  expected bigint := case when transfer.state in ('to_decide', 'to_identify', 'to_refund') then transfer.amount_centimes else 0 end;
begin
  select coalesce(sum(amount_centimes), 0) into held from suspense_entries where transfer_id = the_transfer;
  if held is distinct from expected then
    raise exception 'transfer % holds % in suspense instead of %', the_transfer, held, expected
      using errcode = 'check_violation', constraint = 'suspense_entries_agree';
  end if;
  expected := case transfer.state when 'attributed' then transfer.amount_centimes else 0 end;
  select coalesce(sum(amount_centimes), 0) into attributed from transfer_attributions
    where transfer_id = the_transfer and taken_back_at is null;
  if attributed is distinct from expected then
    raise exception 'transfer % has % attributed instead of %', the_transfer, attributed, expected
      using errcode = 'check_violation', constraint = 'transfer_attributions_agree';
  end if;
  return null;
end $$;
create constraint trigger transfer_attributions_agree after insert or update on transfer_attributions
  deferrable initially deferred for each row execute function refuse_wrong_suspense();
