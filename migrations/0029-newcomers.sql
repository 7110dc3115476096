-- People declared without a number, as the agency looks for them and decides.

alter table memberships add column decision_told_at timestamptz;
create index memberships_by_provisional_number on memberships (employer_id, provisional_number)
  where provisional_number is not null;
create index memberships_by_birth on memberships (born_on, last_name);
-- Decided, and not told to the company yet.
create index memberships_to_tell on memberships (employer_id)
  where decided_at is not null and decision_told_at is null;
