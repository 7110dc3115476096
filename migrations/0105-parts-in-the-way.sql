-- A part of a firm's file that found somebody's check of its period open, or corrections of one's own: it is taken once that was
-- shown and it may take its place.
alter table firm_parts drop constraint firm_parts_left_for_check;
alter table firm_parts
  add constraint firm_parts_left_for_check check (left_for in
    ('unreadable', 'no_mandate', 'category', 'not_ended', 'not_active', 'sent', 'in_the_way')),
  -- The check that was shown, and no other: chosen until the part is dealt with again.
  add column instead_of uuid;
