-- Arrears paid after an amount was paid at once: no rule revises it, so the agency is asked, and the company reads it.
alter table claim_steps drop constraint claim_steps_step_check;
alter table claim_steps add constraint claim_steps_step_check check (step in
  ('started', 'sent', 'completed', 'taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused', 'withdrawn', 'revised',
   'arrears_paid'));
