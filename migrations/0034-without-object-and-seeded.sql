-- A letter about a delegate's own password or address has no object any more once another holds the function: nobody
-- withdrew it, and nobody refused it.
alter table letters
  drop constraint letters_state_check,
  add constraint letters_state_check check (state in
    ('awaiting_signature', 'received', 'to_complete', 'accepted', 'applied', 'refused', 'withdrawn', 'expired',
     'without_object'));

-- A demonstration is made in several transactions: one that was killed in between is begun again, and no other is.
alter table installation add column seeded_at timestamptz;
do $$
begin
  perform set_config('guichet.scope', 'system', true);
  update installation set seeded_at = made_at where demonstration and exists (select from employers);
end $$;
