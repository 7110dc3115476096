-- Supervisors look for the sign-ins that were refused, whatever the company: the latest first, among all that the trail holds.
create index audit_events_of_refused_sign_ins on audit_events (at desc)
  where action in ('session.refused', 'session.code_refused', 'sign_in.account_attacked', 'sign_in.attack_suspected');
