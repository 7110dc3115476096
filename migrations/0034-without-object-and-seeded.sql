-- A letter about a delegate's own password or address has no object any more once another holds the function: nobody
-- withdrew it, and nobody refused it.
alter table letters
  drop constraint letters_state_check,
  add constraint letters_state_check check (state in
    ('awaiting_signature', 'received', 'to_complete', 'accepted', 'applied', 'refused', 'withdrawn', 'expired',
     'without_object'));
