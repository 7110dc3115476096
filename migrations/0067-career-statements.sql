-- A member's statement is attested like the papers of the company: kept as it was printed, found again by its code.
alter table attestations add column membership_id uuid;
alter table attestations add constraint attestations_of_members
  foreign key (membership_id, employer_id) references memberships (id, employer_id);
alter table attestations drop constraint attestations_kind_check;
alter table attestations add constraint attestations_kind_check check (kind in ('regularity', 'affiliation', 'career'));
-- One of a person says whose it is, and only that.
alter table attestations add constraint attestations_of_whom check ((kind = 'career') = (membership_id is not null));
