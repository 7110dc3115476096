-- Passwords that were ended without another in their place, or that the delegate typed, the last three: none of them is
-- chosen again (docs/domain/sign-in.md).
alter table delegates add column former_hashes text[] not null default '{}' check (cardinality(former_hashes) <= 3);
alter table profiles add column former_hashes text[] not null default '{}' check (cardinality(former_hashes) <= 3);
alter table agents add column former_hashes text[] not null default '{}' check (cardinality(former_hashes) <= 3);

-- A delegate takes a lost second factor off their own users (docs/domain/users.md).
call open_to('recovery_codes', '{employer}', '{select,delete}', $$account_kind = 'profile'
  and exists (select from profiles where profiles.id = recovery_codes.account_id and profiles.employer_id = current_employer())$$);
