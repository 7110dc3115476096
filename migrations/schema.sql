-- Made by `npm run schema` from a migrated database. Do not edit.
extension plpgsql

table platform.migrations
  name text not null
  hash text not null
  applied_at timestamp with time zone not null default now()
  constraint migrations_pkey PRIMARY KEY (name)

table platform.workers
  id text not null
  seen_at timestamp with time zone not null
  constraint workers_pkey PRIMARY KEY (id)

table public.agent_requests · row-level security forced
  id uuid not null default gen_random_uuid()
  agent_id uuid not null
  kind text not null
  reason text not null
  state text not null default 'waiting'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  constraint agent_requests_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id)
  constraint agent_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.agents(id)
  constraint agent_requests_check CHECK ((asked_by <> agent_id))
  constraint agent_requests_check1 CHECK ((expires_at > asked_at))
  constraint agent_requests_check2 CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
  constraint agent_requests_check3 CHECK (((state <> ALL (ARRAY['confirmed'::text, 'declined'::text])) OR (decided_by IS NULL) OR ((decided_by <> asked_by) AND (decided_by <> agent_id))))
  constraint agent_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.agents(id)
  constraint agent_requests_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'reactivate'::text, 'reset_second_factor'::text])))
  constraint agent_requests_pkey PRIMARY KEY (id)
  constraint agent_requests_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint agent_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))
  CREATE INDEX agent_requests_by_agent ON public.agent_requests USING btree (agent_id, asked_at DESC)
  CREATE UNIQUE INDEX agent_requests_one_waiting ON public.agent_requests USING btree (agent_id) WHERE (state = 'waiting'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND (state = 'waiting'::text))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER agent_requests_work AFTER INSERT OR UPDATE OF state ON public.agent_requests FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_agent_request', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.agents · row-level security forced
  id uuid not null default gen_random_uuid()
  login text not null
  role text not null
  state text not null
  first_name text not null
  last_name text not null
  identity_key bytea not null
  email text not null
  language text not null default 'fr'::text
  own_employer_number text
  password_hash text
  password_set_at timestamp with time zone
  totp_sealed bytea
  totp_last_step bigint
  last_signed_in_at timestamp with time zone
  created_at timestamp with time zone not null
  state_reason text not null default ''::text
  state_changed_at timestamp with time zone
  passkey_count smallint not null default 0
  former_hashes text[] not null default '{}'::text[]
  constraint agents_former_hashes_check CHECK ((cardinality(former_hashes) <= 3))
  constraint agents_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint agents_login_check CHECK ((login = lower(login)))
  constraint agents_passkey_count_check CHECK ((passkey_count >= 0))
  constraint agents_pkey PRIMARY KEY (id)
  constraint agents_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'supervisor'::text])))
  constraint agents_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'invited'::text, 'active'::text, 'suspended'::text, 'declined'::text])))
  constraint agents_state_reason_check CHECK ((length(state_reason) <= 500))
  CREATE UNIQUE INDEX agents_one_login ON public.agents USING btree (login) WHERE (state <> 'declined'::text)
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND (state = 'proposed'::text))
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy sign_in_agency_select for select using ((public.current_scope() = ANY ('{sign_in,agency}'::text[])) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER agents_power_needs_two BEFORE UPDATE ON public.agents FOR EACH ROW EXECUTE FUNCTION public.agent_power_needs_two()
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.attestations · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  kind text not null
  code text not null
  facts jsonb not null
  issued_by uuid not null
  issued_at timestamp with time zone not null
  membership_id uuid
  constraint attestations_code_key UNIQUE (code)
  constraint attestations_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint attestations_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES public.profiles(id)
  constraint attestations_kind_check CHECK ((kind = ANY (ARRAY['regularity'::text, 'affiliation'::text, 'career'::text])))
  constraint attestations_of_members FOREIGN KEY (membership_id, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint attestations_of_whom CHECK (((kind = 'career'::text) = (membership_id IS NOT NULL)))
  constraint attestations_pkey PRIMARY KEY (id)
  CREATE INDEX attestations_by_employer ON public.attestations USING btree (employer_id, issued_at DESC)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (sha256(convert_to(code, 'UTF8'::name)) = public.current_key()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER attestations_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.attestations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.audit_chains · row-level security
  chain text not null
  employer_id uuid
  last_sequence bigint not null default 0
  last_hash bytea not null default '\x'::bytea
  constraint audit_chains_pkey PRIMARY KEY (chain)
  policy verifying for select to guichet_app using (public.current_scope() = 'system'::text)
  grant SELECT to guichet_app

table public.audit_events · row-level security
  chain text not null
  sequence bigint not null
  employer_id uuid
  at timestamp with time zone not null
  actor_kind text not null
  actor_id uuid
  actor_name text not null
  action text not null
  subject_kind text not null
  subject_id text not null
  details jsonb not null
  hash bytea not null
  constraint audit_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['guest'::text, 'delegate'::text, 'profile'::text, 'key'::text, 'agent'::text, 'system'::text])))
  constraint audit_events_chain_fkey FOREIGN KEY (chain) REFERENCES public.audit_chains(chain)
  constraint audit_events_pkey PRIMARY KEY (chain, sequence)
  constraint audit_events_sequence_check CHECK ((sequence > 0))
  CREATE INDEX audit_events_by_time ON public.audit_events USING btree (employer_id, at DESC)
  CREATE INDEX audit_events_of_orders ON public.audit_events USING btree (employer_id, subject_id) WHERE (subject_kind = 'payment_order'::text)
  CREATE INDEX audit_events_of_refused_sign_ins ON public.audit_events USING btree (at DESC) WHERE (action = ANY (ARRAY['session.refused'::text, 'session.code_refused'::text, 'sign_in.account_attacked'::text, 'sign_in.attack_suspected'::text]))
  policy own_employer for select to guichet_app using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope for select to guichet_app using (public.current_scope() = ANY (ARRAY['agency'::text, 'system'::text]))
  CREATE TRIGGER audit_events_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_events FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant SELECT to guichet_app

table public.bank_accounts · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  rib text not null
  bank_name text not null
  holder text not null
  state text not null default 'active'::text
  added_at timestamp with time zone not null
  constraint bank_accounts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint bank_accounts_employer_id_rib_key UNIQUE (employer_id, rib)
  constraint bank_accounts_of_company UNIQUE (id, employer_id)
  constraint bank_accounts_pkey PRIMARY KEY (id)
  constraint bank_accounts_rib_check CHECK ((rib ~ '^[0-9]{24}$'::text))
  constraint bank_accounts_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (holder) to guichet_app
  grant UPDATE (state) to guichet_app

table public.bank_messages · row-level security forced
  id uuid not null default gen_random_uuid()
  kind text not null
  message_id text not null
  sha256 bytea not null
  file_id uuid not null
  file_name text not null
  movements integer not null
  received_by uuid
  received_at timestamp with time zone not null
  constraint bank_messages_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint bank_messages_kind_check CHECK ((kind = ANY (ARRAY['pain.002'::text, 'camt.053'::text, 'camt.054'::text])))
  constraint bank_messages_movements_check CHECK ((movements >= 0))
  constraint bank_messages_pkey PRIMARY KEY (id)
  constraint bank_messages_sha256_check CHECK ((length(sha256) = 32))
  constraint bank_messages_sha256_key UNIQUE (sha256)
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.bank_movements · row-level security forced
  message_id uuid not null
  position integer not null
  end_to_end_id text not null
  outcome text not null
  amount_centimes bigint
  booked_on date
  reason text not null
  bank_reference text not null
  remittance text not null
  state text not null
  note text not null default ''::text
  decided_by uuid
  decided_at timestamp with time zone
  payer_name text not null default ''::text
  payer_rib text not null default ''::text
  creditor_reference text not null default ''::text
  constraint bank_movements_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.bank_messages(id)
  constraint bank_movements_outcome_check CHECK ((outcome = ANY (ARRAY['settled'::text, 'rejected'::text, 'accepted'::text, 'credit'::text])))
  constraint bank_movements_pkey PRIMARY KEY (message_id, "position")
  constraint bank_movements_position_check CHECK (("position" > 0))
  constraint bank_movements_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'known'::text, 'parked'::text, 'set_aside'::text])))
  CREATE INDEX bank_movements_by_reference ON public.bank_movements USING btree (end_to_end_id)
  CREATE INDEX bank_movements_parked ON public.bank_movements USING btree (message_id) WHERE (state = 'parked'::text)
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  CREATE TRIGGER bank_movements_work_added AFTER INSERT ON public.bank_movements FOR EACH ROW WHEN ((new.state = 'parked'::text)) EXECUTE FUNCTION public.keep_work('work_of_bank_movement', 'message_id', 'position')
  CREATE TRIGGER bank_movements_work_changed AFTER UPDATE OF state ON public.bank_movements FOR EACH ROW WHEN (((new.state = 'parked'::text) OR (old.state = 'parked'::text))) EXECUTE FUNCTION public.keep_work('work_of_bank_movement', 'message_id', 'position')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.careers · row-level security forced
  employer_id uuid not null
  category text not null
  year smallint not null
  quarter smallint not null
  membership_id uuid not null
  declaration_id uuid not null
  salary_centimes bigint not null
  employee_centimes bigint not null
  employer_centimes bigint not null
  constraint careers_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint careers_employee_centimes_check CHECK ((employee_centimes >= 0))
  constraint careers_employer_centimes_check CHECK ((employer_centimes >= 0))
  constraint careers_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint careers_membership_id_employer_id_fkey FOREIGN KEY (membership_id, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint careers_pkey PRIMARY KEY (employer_id, category, year, quarter, membership_id)
  constraint careers_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint careers_salary_centimes_check CHECK ((salary_centimes >= 0))
  constraint careers_year_check CHECK (((year >= 1990) AND (year <= 2999)))
  CREATE INDEX careers_by_membership ON public.careers USING btree (membership_id, year, quarter)
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.claim_changes · row-level security forced
  id uuid not null default gen_random_uuid()
  claim_id uuid not null
  employer_id uuid not null
  code text not null
  fact text not null
  before text not null
  after text not null
  changed_by uuid not null
  changed_at timestamp with time zone not null
  constraint claim_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES public.profiles(id)
  constraint claim_changes_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_changes_fact_check CHECK ((fact = ANY (ARRAY['identity'::text, 'end'::text, 'capital'::text, 'account'::text, 'payee'::text, 'married_on'::text, 'born_on'::text])))
  constraint claim_changes_pkey PRIMARY KEY (id)
  CREATE INDEX claim_changes_by_claim ON public.claim_changes USING btree (claim_id, changed_at)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_changes.claim_id) AND (c.state = 'incomplete'::text))))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER claim_changes_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.claim_changes FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.claim_decisions · row-level security forced
  id uuid not null
  claim_id uuid not null
  employer_id uuid not null
  number smallint not null
  verdict text not null
  state text not null
  reason text not null default ''::text
  starts_on date
  yearly_centimes bigint
  at_once_centimes bigint
  points bigint
  computation jsonb
  proposed_by uuid
  proposed_at timestamp with time zone not null
  settled_by uuid
  settled_at timestamp with time zone
  shares jsonb
  constraint claim_decisions_at_once_centimes_check CHECK ((at_once_centimes >= 0))
  constraint claim_decisions_check CHECK (((verdict = 'refused'::text) = (starts_on IS NULL)))
  constraint claim_decisions_check1 CHECK (((verdict = 'refused'::text) = ((yearly_centimes IS NULL) AND (at_once_centimes IS NULL))))
  constraint claim_decisions_check2 CHECK (((verdict <> 'refused'::text) OR (reason <> ''::text)))
  constraint claim_decisions_check3 CHECK (((state = 'proposed'::text) = (settled_at IS NULL)))
  constraint claim_decisions_check4 CHECK (((proposed_by IS NOT NULL) OR ((verdict = 'revised'::text) AND (state = 'final'::text))))
  constraint claim_decisions_check5 CHECK (((state <> 'final'::text) OR (settled_by IS NULL) OR (settled_by <> proposed_by)))
  constraint claim_decisions_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_decisions_complement_said CHECK (((verdict <> 'complement'::text) OR ((at_once_centimes IS NOT NULL) AND (reason <> ''::text))))
  constraint claim_decisions_employer_id_claim_id_number_key UNIQUE (employer_id, claim_id, number)
  constraint claim_decisions_number_check CHECK ((number > 0))
  constraint claim_decisions_pkey PRIMARY KEY (id)
  constraint claim_decisions_points_check CHECK ((points >= 0))
  constraint claim_decisions_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.agents(id)
  constraint claim_decisions_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.agents(id)
  constraint claim_decisions_shares_check CHECK ((jsonb_typeof(shares) = 'object'::text))
  constraint claim_decisions_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'final'::text, 'sent_back'::text])))
  constraint claim_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['granted'::text, 'refused'::text, 'revised'::text, 'complement'::text])))
  constraint claim_decisions_yearly_centimes_check CHECK ((yearly_centimes >= 0))
  CREATE UNIQUE INDEX claim_decisions_one_proposed ON public.claim_decisions USING btree (employer_id, claim_id) WHERE (state = 'proposed'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (state = 'final'::text)))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER claim_decisions_work AFTER INSERT OR UPDATE OF state ON public.claim_decisions FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_claim', 'claim_id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (settled_at) to guichet_app
  grant UPDATE (settled_by) to guichet_app
  grant UPDATE (state) to guichet_app

table public.claim_document_reviews · row-level security forced
  id uuid not null default gen_random_uuid()
  claim_id uuid not null
  employer_id uuid not null
  code text not null
  seen_number smallint not null
  verdict text not null
  reason text not null
  agent_id uuid not null
  reviewed_at timestamp with time zone not null
  constraint claim_document_reviews_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id)
  constraint claim_document_reviews_check CHECK (((verdict = 'refused'::text) = (reason <> ''::text)))
  constraint claim_document_reviews_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_document_reviews_pkey PRIMARY KEY (id)
  constraint claim_document_reviews_seen_number_check CHECK ((seen_number > 0))
  constraint claim_document_reviews_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'refused'::text])))
  CREATE INDEX claim_document_reviews_by_claim ON public.claim_document_reviews USING btree (claim_id, reviewed_at)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND ((verdict = 'refused'::text) OR (NOT (EXISTS ( SELECT
   FROM public.claim_documents page
  WHERE ((page.claim_id = claim_document_reviews.claim_id) AND (page.code = claim_document_reviews.code) AND (page.removed_at IS NULL) AND (NOT (EXISTS ( SELECT
           FROM public.claim_page_views seen
          WHERE ((seen.page_id = page.id) AND (seen.agent_id = claim_document_reviews.agent_id)))))))))))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER claim_document_reviews_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.claim_document_reviews FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.claim_documents · row-level security forced
  id uuid not null
  claim_id uuid not null
  employer_id uuid not null
  code text not null
  number smallint not null
  file_id uuid not null
  sha256 bytea not null
  added_by uuid not null
  added_at timestamp with time zone not null
  removed_at timestamp with time zone
  constraint claim_documents_added_by_fkey FOREIGN KEY (added_by) REFERENCES public.profiles(id)
  constraint claim_documents_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_documents_employer_id_claim_id_number_key UNIQUE (employer_id, claim_id, number)
  constraint claim_documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint claim_documents_number_check CHECK ((number > 0))
  constraint claim_documents_of_claim UNIQUE (id, claim_id, employer_id)
  constraint claim_documents_pkey PRIMARY KEY (id)
  constraint claim_documents_sha256_check CHECK ((length(sha256) = 32))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_documents.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text])))))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_documents.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text]))))))) check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_documents.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text])))))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (removed_at) to guichet_app

sequence public.claim_numbers
  grant USAGE to guichet_app

table public.claim_page_views · row-level security forced
  employer_id uuid not null
  claim_id uuid not null
  page_id uuid not null
  agent_id uuid not null
  viewed_at timestamp with time zone not null
  constraint claim_page_views_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id)
  constraint claim_page_views_page_id_claim_id_employer_id_fkey FOREIGN KEY (page_id, claim_id, employer_id) REFERENCES public.claim_documents(id, claim_id, employer_id)
  constraint claim_page_views_pkey PRIMARY KEY (employer_id, claim_id, page_id, agent_id)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.claim_payees · row-level security forced
  id uuid not null
  claim_id uuid not null
  employer_id uuid not null
  relation text not null
  last_name text not null
  first_name text not null
  born_on date not null
  identity_kind text
  identity_sealed bytea
  identity_key bytea
  married_on date
  is_disabled boolean not null default false
  rib text not null
  bank_name text not null
  added_at timestamp with time zone not null
  account_of text not null default 'own'::text
  constraint claim_payees_account_of_check CHECK ((account_of = ANY (ARRAY['own'::text, 'representative'::text])))
  constraint claim_payees_check CHECK ((((identity_kind IS NULL) = (identity_sealed IS NULL)) AND ((identity_kind IS NULL) = (identity_key IS NULL))))
  constraint claim_payees_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_payees_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['cin'::text, 'residence_card'::text, 'passport'::text])))
  constraint claim_payees_pkey PRIMARY KEY (id)
  constraint claim_payees_relation_check CHECK ((relation = ANY (ARRAY['self'::text, 'spouse'::text, 'child'::text, 'heir'::text])))
  constraint claim_payees_represented CHECK (((account_of = 'own'::text) OR (relation = 'child'::text)))
  constraint claim_payees_rib_check CHECK ((rib ~ '^[0-9]{24}$'::text))
  CREATE INDEX claim_payees_by_claim ON public.claim_payees USING btree (claim_id)
  CREATE UNIQUE INDEX claim_payees_one_self ON public.claim_payees USING btree (employer_id, claim_id) WHERE (relation = 'self'::text)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_payees.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text])))))))
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_payees.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text])))))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_payees.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text]))))))) check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (EXISTS ( SELECT
   FROM public.claims c
  WHERE ((c.id = claim_payees.claim_id) AND (c.state = ANY (ARRAY['draft'::text, 'incomplete'::text])))))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.claim_steps · row-level security forced
  claim_id uuid not null
  employer_id uuid not null
  number smallint not null
  step text not null
  by_kind text not null
  by_name text not null
  note text not null default ''::text
  at timestamp with time zone not null
  constraint claim_steps_by_kind_check CHECK ((by_kind = ANY (ARRAY['profile'::text, 'agent'::text, 'system'::text])))
  constraint claim_steps_claim_id_employer_id_fkey FOREIGN KEY (claim_id, employer_id) REFERENCES public.claims(id, employer_id)
  constraint claim_steps_number_check CHECK ((number > 0))
  constraint claim_steps_pkey PRIMARY KEY (employer_id, claim_id, number)
  constraint claim_steps_step_check CHECK ((step = ANY (ARRAY['started'::text, 'sent'::text, 'completed'::text, 'taken'::text, 'asked'::text, 'proposed'::text, 'sent_back'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'revised'::text, 'arrears_paid'::text, 'complemented'::text, 'infected'::text])))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND ((by_kind = 'agent'::text) AND (step = ANY (ARRAY['taken'::text, 'asked'::text, 'proposed'::text, 'sent_back'::text, 'granted'::text, 'refused'::text, 'complemented'::text]))))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (by_kind = 'profile'::text) AND (step = ANY (ARRAY['started'::text, 'sent'::text, 'completed'::text, 'withdrawn'::text]))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER claim_steps_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.claim_steps FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  CREATE TRIGGER claim_steps_work AFTER INSERT ON public.claim_steps FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_claim', 'claim_id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.claims · row-level security forced
  id uuid not null
  employer_id uuid not null
  reference text not null
  kind text not null
  state text not null
  membership_id uuid not null
  member_number text not null
  last_name text not null
  first_name text not null
  sex text not null
  born_on date not null
  identity_kind text
  identity_sealed bytea
  identity_key bytea
  identity_compared boolean
  ended_on date
  end_note text not null default ''::text
  career_confirmed_at timestamp with time zone
  career_note text not null default ''::text
  as_capital boolean
  started_by uuid not null
  started_at timestamp with time zone not null
  sent_by uuid
  sent_at timestamp with time zone
  note text not null default ''::text
  ended_at timestamp with time zone
  form_key uuid not null
  version integer not null default 1
  limitation_told_at timestamp with time zone
  constraint claims_check CHECK ((((identity_kind IS NULL) = (identity_sealed IS NULL)) AND ((identity_kind IS NULL) = (identity_key IS NULL))))
  constraint claims_check1 CHECK (((identity_kind IS NULL) = (identity_compared IS NULL)))
  constraint claims_check2 CHECK (((sent_at IS NULL) = (sent_by IS NULL)))
  constraint claims_check3 CHECK (((sent_at IS NOT NULL) OR (state = ANY (ARRAY['draft'::text, 'withdrawn'::text]))))
  constraint claims_check4 CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['draft'::text, 'sent'::text, 'incomplete'::text]))))
  constraint claims_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint claims_employer_id_form_key_key UNIQUE (employer_id, form_key)
  constraint claims_id_employer_id_key UNIQUE (id, employer_id)
  constraint claims_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['cin'::text, 'residence_card'::text, 'passport'::text])))
  constraint claims_kind_check CHECK ((kind = ANY (ARRAY['normal'::text, 'early'::text, 'deferred'::text, 'single_payment'::text, 'reversion'::text, 'orphan'::text, 'death_capital'::text])))
  constraint claims_member_number_check CHECK ((member_number ~ '^[0-9]{9}$'::text))
  constraint claims_membership_id_employer_id_fkey FOREIGN KEY (membership_id, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint claims_pkey PRIMARY KEY (id)
  constraint claims_reference_key UNIQUE (reference)
  constraint claims_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES public.profiles(id)
  constraint claims_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])))
  constraint claims_started_by_fkey FOREIGN KEY (started_by) REFERENCES public.profiles(id)
  constraint claims_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'incomplete'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
  CREATE INDEX claims_by_employer ON public.claims USING btree (employer_id, started_at DESC)
  CREATE UNIQUE INDEX claims_one_open ON public.claims USING btree (employer_id, member_number, kind) WHERE (state = ANY (ARRAY['draft'::text, 'sent'::text, 'incomplete'::text]))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (state = 'draft'::text)))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (state = ANY (ARRAY['draft'::text, 'sent'::text, 'incomplete'::text])))) check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'incomplete'::text])) OR ((state = 'withdrawn'::text) AND (( SELECT s.step
   FROM public.claim_steps s
  WHERE ((s.claim_id = claims.id) AND (s.step <> 'infected'::text))
  ORDER BY s.number DESC
 LIMIT 1) IS DISTINCT FROM 'proposed'::text)))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER claims_work AFTER INSERT OR UPDATE OF state, version ON public.claims FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_claim', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.collection_entries · row-level security forced
  collection_id uuid not null
  employer_id uuid not null
  order_id uuid not null
  position integer not null
  end_to_end_id text not null
  amount_centimes bigint not null
  debtor_name text not null
  rib text not null
  debit_mandate_id uuid not null
  mandate_reference text not null
  mandate_signed_on date not null
  outcome text
  reason text not null default ''::text
  answered_on date
  constraint collection_entries_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint collection_entries_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES public.collections(id)
  constraint collection_entries_debit_mandate_id_fkey FOREIGN KEY (debit_mandate_id) REFERENCES public.debit_mandates(id)
  constraint collection_entries_end_to_end_id_key UNIQUE (end_to_end_id)
  constraint collection_entries_order_id_employer_id_fkey FOREIGN KEY (order_id, employer_id) REFERENCES public.payment_orders(id, employer_id)
  constraint collection_entries_order_id_key UNIQUE (order_id)
  constraint collection_entries_outcome_check CHECK ((outcome = ANY (ARRAY['settled'::text, 'rejected'::text])))
  constraint collection_entries_pkey PRIMARY KEY (collection_id, "position")
  constraint collection_entries_position_check CHECK (("position" > 0))
  constraint collection_entries_rib_check CHECK ((rib ~ '^[0-9]{24}$'::text))
  CREATE INDEX collection_entries_by_employer ON public.collection_entries USING btree (employer_id)
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

sequence public.collection_numbers
  grant USAGE to guichet_app

table public.collections · row-level security forced
  id uuid not null default gen_random_uuid()
  reference text not null
  adapter text not null
  state text not null
  collect_on date not null
  entries integer not null
  amount_centimes bigint not null
  sha256 bytea not null
  file_id uuid not null
  creditor_name text not null
  creditor_rib text not null
  made_by uuid not null
  made_at timestamp with time zone not null
  handed_over_by uuid
  handed_over_at timestamp with time zone
  version integer not null default 1
  constraint collections_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint collections_check CHECK (((state = 'handed_over'::text) = (handed_over_at IS NOT NULL)))
  constraint collections_creditor_rib_check CHECK ((creditor_rib ~ '^[0-9]{24}$'::text))
  constraint collections_entries_check CHECK ((entries > 0))
  constraint collections_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint collections_pkey PRIMARY KEY (id)
  constraint collections_reference_key UNIQUE (reference)
  constraint collections_sha256_check CHECK ((length(sha256) = 32))
  constraint collections_state_check CHECK ((state = ANY (ARRAY['made'::text, 'handed_over'::text])))
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.debit_mandates · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  bank_account_id uuid not null
  reference text not null
  state text not null
  requested_at timestamp with time zone not null
  letter_id uuid
  usable_from date
  ended_at timestamp with time zone
  kind text not null default 'case_by_case'::text
  constraint debit_mandates_bank_account_id_fkey FOREIGN KEY (bank_account_id, employer_id) REFERENCES public.bank_accounts(id, employer_id)
  constraint debit_mandates_check CHECK (((state <> 'active'::text) OR (usable_from IS NOT NULL)))
  constraint debit_mandates_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint debit_mandates_kind_check CHECK ((kind = ANY (ARRAY['case_by_case'::text, 'systematic'::text])))
  constraint debit_mandates_pkey PRIMARY KEY (id)
  constraint debit_mandates_reference_key UNIQUE (reference)
  constraint debit_mandates_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'active'::text, 'refused'::text, 'revoked'::text])))
  CREATE UNIQUE INDEX debit_mandates_one_open ON public.debit_mandates USING btree (bank_account_id) WHERE (state = ANY (ARRAY['requested'::text, 'active'::text]))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

view public.decided_letters · security_invoker=true
  id uuid
  kind text
  decided_at timestamp with time zone
  clock_spent_ms bigint
  grant SELECT to guichet_app
 SELECT id,
    kind,
    decided_at,
    clock_spent_ms
   FROM public.letters
  WHERE ((decided_at IS NOT NULL) AND (state = ANY (ARRAY['accepted'::text, 'applied'::text, 'refused'::text])));

table public.declarants · row-level security
  id uuid not null
  constraint declarants_pkey PRIMARY KEY (id)

table public.declaration_causes · row-level security forced
  declaration_id uuid not null
  employer_id uuid not null
  severity text not null
  code text not null
  field text not null
  reason text not null
  findings integer not null
  correctable integer not null
  constraint declaration_causes_check CHECK (((correctable >= 0) AND (correctable <= findings)))
  constraint declaration_causes_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint declaration_causes_findings_check CHECK ((findings >= 0))
  constraint declaration_causes_pkey PRIMARY KEY (declaration_id, code, field, severity, reason)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant SELECT to guichet_app

table public.declaration_corrections · row-level security forced
  id uuid not null default gen_random_uuid()
  sequence bigint not null generated always as identity
  declaration_id uuid not null
  employer_id uuid not null
  kind text not null
  code text
  field text
  line integer
  lines integer not null
  before_file_id uuid
  after_file_id uuid not null
  sent_file_id uuid
  made_by uuid not null
  made_at timestamp with time zone not null
  undone_by uuid
  undone_at timestamp with time zone
  constraint declaration_corrections_after_file_id_fkey FOREIGN KEY (after_file_id) REFERENCES public.files(id)
  constraint declaration_corrections_before_file_id_fkey FOREIGN KEY (before_file_id) REFERENCES public.files(id)
  constraint declaration_corrections_check CHECK ((((code IS NULL) = (kind <> 'cause'::text)) AND ((code IS NULL) = (field IS NULL))))
  constraint declaration_corrections_check1 CHECK (((line IS NOT NULL) = (kind = ANY (ARRAY['line'::text, 'removal'::text, 'addition'::text]))))
  constraint declaration_corrections_check2 CHECK (((sent_file_id IS NULL) OR (kind = ANY (ARRAY['file'::text, 'addition'::text]))))
  constraint declaration_corrections_check3 CHECK (((undone_by IS NULL) = (undone_at IS NULL)))
  constraint declaration_corrections_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint declaration_corrections_kind_check CHECK ((kind = ANY (ARRAY['line'::text, 'removal'::text, 'addition'::text, 'cause'::text, 'file'::text])))
  constraint declaration_corrections_line_check CHECK ((line > 0))
  constraint declaration_corrections_lines_check CHECK ((lines > 0))
  constraint declaration_corrections_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.profiles(id)
  constraint declaration_corrections_pkey PRIMARY KEY (id)
  constraint declaration_corrections_sent_file_id_fkey FOREIGN KEY (sent_file_id) REFERENCES public.files(id)
  constraint declaration_corrections_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES public.profiles(id)
  CREATE INDEX declaration_corrections_by_declaration ON public.declaration_corrections USING btree (declaration_id, sequence)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (undone_at) to guichet_app
  grant UPDATE (undone_by) to guichet_app

table public.declaration_findings · row-level security forced
  id bigint not null generated always as identity
  declaration_id uuid not null
  employer_id uuid not null
  line integer not null
  column integer not null
  field text not null
  code text not null
  severity text not null
  value text not null
  correction text
  params jsonb not null default '{}'::jsonb
  confirmed_reason text
  confirmed_by uuid
  confirmed_at timestamp with time zone
  constraint declaration_findings_pkey PRIMARY KEY (id)
  constraint declaration_findings_severity_check CHECK ((severity = ANY (ARRAY['blocking'::text, 'to_confirm'::text, 'information'::text])))
  CREATE INDEX declaration_findings_by_cause ON public.declaration_findings USING btree (declaration_id, code, field, line, id)
  CREATE INDEX declaration_findings_by_declaration ON public.declaration_findings USING btree (declaration_id, severity, code, line)
  CREATE INDEX declaration_findings_by_line ON public.declaration_findings USING btree (declaration_id, line, "column", id)
  CREATE INDEX declaration_findings_unsettled ON public.declaration_findings USING btree (declaration_id, line) WHERE ((severity = 'to_confirm'::text) AND (confirmed_at IS NULL))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.declarations
  WHERE (declarations.id = declaration_findings.declaration_id))))
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER declaration_findings_of_declaration AFTER INSERT ON public.declaration_findings REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rows_of_no_declaration()
  CREATE TRIGGER declaration_findings_tally_added AFTER INSERT ON public.declaration_findings REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.count_findings()
  CREATE TRIGGER declaration_findings_tally_changed AFTER UPDATE ON public.declaration_findings REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.count_findings()
  CREATE TRIGGER declaration_findings_tally_removed AFTER DELETE ON public.declaration_findings REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.count_findings()
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.declaration_hands · row-level security forced
  declaration_id uuid not null
  employer_id uuid not null
  worked_by uuid not null
  worked_at timestamp with time zone not null
  constraint declaration_hands_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint declaration_hands_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint declaration_hands_pkey PRIMARY KEY (declaration_id, worked_by)
  constraint declaration_hands_worked_by_fkey FOREIGN KEY (worked_by) REFERENCES public.declarants(id)
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.declarations
  WHERE (declarations.id = declaration_hands.declaration_id))))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (worked_at) to guichet_app

table public.declaration_lines · row-level security forced
  declaration_id uuid not null
  employer_id uuid not null
  line integer not null
  record_code text not null
  member_number text not null
  last_name text not null
  first_name text not null
  exit_on date
  identity_key bytea
  employee_rate integer not null
  employer_rate integer not null
  salary_centimes bigint not null
  employee_centimes bigint not null
  employer_centimes bigint not null
  staff_number text not null default ''::text
  sex text not null
  nationality text not null
  joined_on date
  born_on date
  marital_status text
  children smallint
  identity_sealed bytea
  cnss_number text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  constraint declaration_lines_children_check CHECK (((children >= 0) AND (children <= 9)))
  constraint declaration_lines_employee_centimes_check CHECK ((employee_centimes >= 0))
  constraint declaration_lines_employer_centimes_check CHECK ((employer_centimes >= 0))
  constraint declaration_lines_line_check CHECK ((line > 0))
  constraint declaration_lines_marital_status_check CHECK ((marital_status = ANY (ARRAY['C'::text, 'M'::text, 'D'::text, 'V'::text])))
  constraint declaration_lines_nationality_check CHECK ((nationality = ANY (ARRAY['M'::text, 'A'::text])))
  constraint declaration_lines_pkey PRIMARY KEY (declaration_id, line)
  constraint declaration_lines_record_code_check CHECK ((record_code = ANY (ARRAY['2'::text, '7'::text])))
  constraint declaration_lines_salary_centimes_check CHECK ((salary_centimes >= 0))
  constraint declaration_lines_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])))
  CREATE INDEX declaration_lines_by_identity ON public.declaration_lines USING btree (employer_id, identity_key) WHERE (identity_key IS NOT NULL)
  CREATE INDEX declaration_lines_by_member ON public.declaration_lines USING btree (employer_id, member_number)
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER declaration_lines_of_declaration AFTER INSERT ON public.declaration_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_rows_of_no_declaration()
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.declarations · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  category text not null
  year smallint not null
  quarter smallint not null
  state text not null
  file_id uuid
  file_name text not null
  file_sha256 bytea not null
  layout text not null
  encoding text not null
  lines integer not null
  accepted_lines integer not null
  salary_centimes bigint not null
  employee_centimes bigint not null
  employer_centimes bigint not null
  uploaded_by uuid not null
  uploaded_at timestamp with time zone not null
  receipt_number text
  sent_by uuid
  sent_at timestamp with time zone
  version integer not null default 1
  deposit_id uuid
  made_by text not null default 'file'::text
  revision smallint not null default 1
  replaces uuid
  content_file_id uuid
  source_lines integer[]
  doubtful_lines integer not null default 0
  constraint declarations_accepted_lines_check CHECK ((accepted_lines >= 0))
  constraint declarations_check CHECK ((((state = 'sent'::text) = (receipt_number IS NOT NULL)) OR (state = 'replaced'::text)))
  constraint declarations_check1 CHECK (((revision = 1) = (replaces IS NULL)))
  constraint declarations_content_file_id_fkey FOREIGN KEY (content_file_id) REFERENCES public.files(id)
  constraint declarations_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES public.deposits(id)
  constraint declarations_doubtful_lines_check CHECK ((doubtful_lines >= 0))
  constraint declarations_employee_centimes_check CHECK ((employee_centimes >= 0))
  constraint declarations_employer_centimes_check CHECK ((employer_centimes >= 0))
  constraint declarations_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint declarations_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint declarations_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint declarations_lines_check CHECK ((lines >= 0))
  constraint declarations_made_by_check CHECK ((made_by = ANY (ARRAY['file'::text, 'form'::text, 'nil'::text])))
  constraint declarations_of_company UNIQUE (id, employer_id)
  constraint declarations_pkey PRIMARY KEY (id)
  constraint declarations_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint declarations_receipt_number_key UNIQUE (receipt_number)
  constraint declarations_replaces_of_company FOREIGN KEY (replaces, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint declarations_revision_check CHECK (((revision >= 1) AND (revision <= 999)))
  constraint declarations_salary_centimes_check CHECK ((salary_centimes >= 0))
  constraint declarations_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES public.declarants(id)
  constraint declarations_state_check CHECK ((state = ANY (ARRAY['checked'::text, 'sent'::text, 'replaced'::text, 'abandoned'::text])))
  constraint declarations_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.declarants(id)
  constraint declarations_year_check CHECK (((year >= 1990) AND (year <= 2999)))
  CREATE INDEX declarations_by_check ON public.declarations USING btree (uploaded_at)
  CREATE INDEX declarations_by_period ON public.declarations USING btree (employer_id, year, quarter)
  CREATE INDEX declarations_by_sending ON public.declarations USING btree (sent_at) WHERE (sent_at IS NOT NULL)
  CREATE UNIQUE INDEX declarations_one_checked ON public.declarations USING btree (employer_id, category, year, quarter) WHERE (state = 'checked'::text)
  CREATE UNIQUE INDEX declarations_one_sent ON public.declarations USING btree (employer_id, category, year, quarter) WHERE (state = 'sent'::text)
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND ((employer_id, category) IN ( SELECT c.employer_id,
    c.category
   FROM (public.mandates m
     JOIN public.mandate_categories c ON ((c.mandate_id = m.id)))
  WHERE ((m.profile_id = public.current_profile()) AND (m.state = 'active'::text)))))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.delegates · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  state text not null
  first_name text not null
  last_name text not null
  identity_kind text not null
  identity_sealed bytea not null
  identity_key bytea not null
  job_title text not null
  email text not null
  phone text not null default ''::text
  language text not null default 'fr'::text
  password_hash text
  password_set_at timestamp with time zone
  totp_sealed bytea
  totp_last_step bigint
  users_confirmed_at timestamp with time zone
  last_signed_in_at timestamp with time zone
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  version integer not null default 1
  passkey_count smallint not null default 0
  former_hashes text[] not null default '{}'::text[]
  users_imported_at timestamp with time zone
  constraint delegates_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint delegates_former_hashes_check CHECK ((cardinality(former_hashes) <= 3))
  constraint delegates_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['cin'::text, 'residence_card'::text, 'passport'::text])))
  constraint delegates_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint delegates_passkey_count_check CHECK ((passkey_count >= 0))
  constraint delegates_pkey PRIMARY KEY (id)
  constraint delegates_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'replaced'::text])))
  CREATE UNIQUE INDEX delegates_one_in_function ON public.delegates USING btree (employer_id) WHERE (state = ANY (ARRAY['active'::text, 'suspended'::text]))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.deposits · row-level security forced
  id uuid not null default gen_random_uuid()
  profile_id uuid not null
  employer_id uuid
  category text
  year smallint
  quarter smallint
  file_name text not null
  size_bytes bigint not null
  received_bytes bigint not null default 0
  state text not null
  mark text not null default ''::text
  instead_of uuid
  refusal text
  refusal_details jsonb not null default '{}'::jsonb
  file_id uuid
  declaration_id uuid
  started_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  received_at timestamp with time zone
  finished_at timestamp with time zone
  constraint deposits_check CHECK (((received_bytes >= 0) AND (received_bytes <= size_bytes)))
  constraint deposits_check1 CHECK (((employer_id IS NULL) = (category IS NULL)))
  constraint deposits_check2 CHECK ((((category IS NULL) = (year IS NULL)) AND ((year IS NULL) = (quarter IS NULL))))
  constraint deposits_check3 CHECK (((state <> ALL (ARRAY['received'::text, 'checked'::text])) OR (file_id IS NOT NULL)))
  constraint deposits_check4 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)))
  constraint deposits_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint deposits_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint deposits_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint deposits_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint deposits_file_name_check CHECK ((length(file_name) <= 200))
  constraint deposits_id_employer_id_key UNIQUE (id, employer_id)
  constraint deposits_instead_of_employer_id_fkey FOREIGN KEY (instead_of, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint deposits_mark_check CHECK ((length(mark) <= 100))
  constraint deposits_pkey PRIMARY KEY (id)
  constraint deposits_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.declarants(id)
  constraint deposits_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint deposits_size_bytes_check CHECK ((size_bytes >= 0))
  constraint deposits_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'received'::text, 'checked'::text, 'refused'::text, 'cancelled'::text])))
  CREATE INDEX deposits_by_employer ON public.deposits USING btree (employer_id, started_at DESC)
  CREATE INDEX deposits_by_profile ON public.deposits USING btree (profile_id, started_at DESC)
  CREATE INDEX deposits_under_way ON public.deposits USING btree (started_at) WHERE (state = ANY (ARRAY['receiving'::text, 'received'::text]))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy own_firm_deposit using ((public.current_scope() = 'firm'::text) AND (employer_id IS NULL) AND (profile_id = public.current_profile())) check ((public.current_scope() = 'firm'::text) AND (employer_id IS NULL) AND (profile_id = public.current_profile()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.desk_scans · row-level security forced
  id uuid not null default gen_random_uuid()
  file_id uuid not null
  arrival text not null
  state text not null default 'waiting'::text
  brought_by uuid not null
  brought_at timestamp with time zone not null
  position smallint not null
  letter_id uuid
  settled_by uuid
  settled_at timestamp with time zone
  split_from uuid
  pages smallint
  constraint desk_scans_arrival_check CHECK ((arrival = ANY (ARRAY['post'::text, 'counter'::text])))
  constraint desk_scans_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES public.agents(id)
  constraint desk_scans_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL)))
  constraint desk_scans_check1 CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
  constraint desk_scans_check2 CHECK (((state = 'attached'::text) = (letter_id IS NOT NULL)))
  constraint desk_scans_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint desk_scans_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint desk_scans_pages_check CHECK ((pages > 0))
  constraint desk_scans_pkey PRIMARY KEY (id)
  constraint desk_scans_position_check CHECK (("position" > 0))
  constraint desk_scans_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES public.agents(id)
  constraint desk_scans_split_from_fkey FOREIGN KEY (split_from) REFERENCES public.desk_scans(id)
  constraint desk_scans_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'attached'::text, 'removed'::text])))
  CREATE INDEX desk_scans_pieces ON public.desk_scans USING btree (split_from) WHERE (split_from IS NOT NULL)
  CREATE INDEX desk_scans_removed ON public.desk_scans USING btree (settled_at) WHERE (state = 'removed'::text)
  CREATE INDEX desk_scans_waiting ON public.desk_scans USING btree (brought_at, "position") WHERE (state = 'waiting'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND (state = 'waiting'::text))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER desk_scans_work AFTER INSERT OR UPDATE OF state ON public.desk_scans FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_desk_scan', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (letter_id) to guichet_app
  grant UPDATE (settled_at) to guichet_app
  grant UPDATE (settled_by) to guichet_app
  grant UPDATE (state) to guichet_app

table public.employer_categories · row-level security forced
  employer_id uuid not null
  category text not null
  label text not null
  product text not null
  employee_rate integer not null
  employer_rate integer not null
  active_from date not null
  active_until date
  constraint employer_categories_category_check CHECK ((category ~ '^[0-9]{2}$'::text))
  constraint employer_categories_employee_rate_check CHECK (((employee_rate >= 1) AND (employee_rate <= 10000)))
  constraint employer_categories_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint employer_categories_employer_rate_check CHECK (((employer_rate >= 1) AND (employer_rate <= 10000)))
  constraint employer_categories_pkey PRIMARY KEY (employer_id, category)
  constraint employer_categories_product_check CHECK ((product = ANY (ARRAY['al_kamil'::text, 'al_mounassib'::text, 'tcnss'::text])))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_mandating_select for select using ((public.current_scope() = ANY ('{employer,mandating}'::text[])) AND (employer_id = public.current_employer()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND ((employer_id, category) IN ( SELECT c.employer_id,
    c.category
   FROM (public.mandates m
     JOIN public.mandate_categories c ON ((c.mandate_id = m.id)))
  WHERE ((m.profile_id = public.current_profile()) AND (m.state = 'active'::text)))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.employers · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_number text not null
  name text not null
  ice text
  address text not null default ''::text
  city text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  state text not null default 'active'::text
  payment_option text not null default 'transfer'::text
  confirmations_required smallint not null default 1
  self_confirmation boolean not null default false
  joined_on date not null
  version integer not null default 1
  order_ceiling_centimes bigint
  daily_ceiling_centimes bigint
  constraint employers_check CHECK ((NOT (self_confirmation AND (confirmations_required = 2))))
  constraint employers_confirmations_required_check CHECK ((confirmations_required = ANY (ARRAY[1, 2])))
  constraint employers_daily_ceiling_centimes_check CHECK ((daily_ceiling_centimes > 0))
  constraint employers_employer_number_check CHECK ((employer_number ~ '^[0-9]{6}$'::text))
  constraint employers_employer_number_key UNIQUE (employer_number)
  constraint employers_ice_check CHECK ((ice ~ '^[0-9]{15}$'::text))
  constraint employers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint employers_order_ceiling_centimes_check CHECK ((order_ceiling_centimes > 0))
  constraint employers_payment_option_check CHECK ((payment_option = ANY (ARRAY['case_by_case'::text, 'systematic'::text, 'transfer'::text])))
  constraint employers_pkey PRIMARY KEY (id)
  constraint employers_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (id IN ( SELECT delegates.employer_id
   FROM public.delegates
  WHERE (delegates.id = public.current_account())
UNION ALL
 SELECT profiles.employer_id
   FROM public.profiles
  WHERE (profiles.id = public.current_account())
UNION ALL
 SELECT mandates.employer_id
   FROM public.mandates
  WHERE (mandates.profile_id = public.current_account()))))
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (id = public.current_employer()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.mandates
  WHERE ((mandates.employer_id = employers.id) AND (mandates.profile_id = public.current_profile()) AND (mandates.state = ANY (ARRAY['offered'::text, 'active'::text]))))))
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND (id = public.current_employer()))
  policy sign_in_agency_select for select using ((public.current_scope() = ANY ('{sign_in,agency}'::text[])) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.entry_checks · row-level security forced
  declaration_id uuid not null
  employer_id uuid not null
  draft_id uuid not null
  row_keys uuid[] not null
  draft_version integer not null
  constraint entry_checks_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint entry_checks_draft_id_employer_id_fkey FOREIGN KEY (draft_id, employer_id) REFERENCES public.entry_drafts(id, employer_id) ON DELETE CASCADE
  constraint entry_checks_pkey PRIMARY KEY (declaration_id)
  CREATE INDEX entry_checks_by_draft ON public.entry_checks USING btree (draft_id)
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.declarations
  WHERE (declarations.id = entry_checks.declaration_id))))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.entry_draft_rows · row-level security forced
  id uuid not null default gen_random_uuid()
  draft_id uuid not null
  employer_id uuid not null
  membership_id uuid
  kind text not null
  salary text not null default ''::text
  left_on text not null default ''::text
  unpaid_reason text not null default ''::text
  is_carried boolean not null default false
  person_sealed bytea
  name_reason text not null default ''::text
  constraint entry_draft_rows_check CHECK (((kind = 'new'::text) = (membership_id IS NULL)))
  constraint entry_draft_rows_check1 CHECK (((kind <> 'new'::text) OR (person_sealed IS NOT NULL)))
  constraint entry_draft_rows_draft_id_employer_id_fkey FOREIGN KEY (draft_id, employer_id) REFERENCES public.entry_drafts(id, employer_id) ON DELETE CASCADE
  constraint entry_draft_rows_kind_check CHECK ((kind = ANY (ARRAY['known'::text, 'reinstated'::text, 'new'::text])))
  constraint entry_draft_rows_left_on_check CHECK ((length(left_on) <= 20))
  constraint entry_draft_rows_membership_id_employer_id_fkey FOREIGN KEY (membership_id, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint entry_draft_rows_name_reason_check CHECK ((length(name_reason) <= 200))
  constraint entry_draft_rows_pkey PRIMARY KEY (id)
  constraint entry_draft_rows_salary_check CHECK ((length(salary) <= 40))
  constraint entry_draft_rows_unpaid_reason_check CHECK ((length(unpaid_reason) <= 200))
  CREATE UNIQUE INDEX entry_draft_rows_one_a_member ON public.entry_draft_rows USING btree (draft_id, membership_id)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.entry_drafts · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  category text not null
  year smallint not null
  quarter smallint not null
  version integer not null default 0
  saved_by uuid not null
  saved_at timestamp with time zone not null
  constraint entry_drafts_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint entry_drafts_employer_id_category_year_quarter_key UNIQUE (employer_id, category, year, quarter)
  constraint entry_drafts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint entry_drafts_id_employer_id_key UNIQUE (id, employer_id)
  constraint entry_drafts_pkey PRIMARY KEY (id)
  constraint entry_drafts_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint entry_drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES public.profiles(id)
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND ((employer_id, category) IN ( SELECT c.employer_id,
    c.category
   FROM (public.mandates m
     JOIN public.mandate_categories c ON ((c.mandate_id = m.id)))
  WHERE ((m.profile_id = public.current_profile()) AND (m.state = 'active'::text)))))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.files · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  sha256 bytea not null
  size bigint not null
  media_type text not null
  name text not null
  purpose text not null
  stored_at timestamp with time zone not null
  check_state text not null default 'unchecked'::text
  checked_at timestamp with time zone
  check_tried_at timestamp with time zone
  removed_at timestamp with time zone
  constraint files_check CHECK (((checked_at IS NULL) = (check_state = ANY (ARRAY['unchecked'::text, 'waiting'::text]))))
  constraint files_check_state_check CHECK ((check_state = ANY (ARRAY['unchecked'::text, 'waiting'::text, 'clean'::text, 'infected'::text])))
  constraint files_name_check CHECK ((length(name) <= 200))
  constraint files_pkey PRIMARY KEY (id)
  constraint files_sha256_check CHECK ((length(sha256) = 32))
  constraint files_size_check CHECK ((size >= 0))
  CREATE INDEX files_waiting ON public.files USING btree (check_tried_at NULLS FIRST, stored_at) WHERE (check_state = 'waiting'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy firm_insert for insert check ((public.current_scope() = 'firm'::text) AND ((employer_id IS NULL) AND (purpose = 'declaration'::text)))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.deposits
  WHERE (deposits.file_id = files.id))))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND ((purpose = 'letter_proof'::text) AND ((employer_id IS NULL) OR (employer_id = ( SELECT letters.employer_id
   FROM public.letters
  WHERE (letters.id = public.current_letter()))))))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (EXISTS ( SELECT
   FROM public.letter_proofs
  WHERE ((letter_proofs.file_id = files.id) AND (letter_proofs.letter_id = public.current_letter())))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (check_state) to guichet_app
  grant UPDATE (check_tried_at) to guichet_app
  grant UPDATE (checked_at) to guichet_app
  grant UPDATE (removed_at) to guichet_app

table public.firm_parts · row-level security forced
  deposit_id uuid not null
  part integer not null
  profile_id uuid not null
  employer_number text not null
  category text not null
  period text not null
  source_lines integer[] not null
  employer_id uuid
  declaration_id uuid
  left_for text
  instead_of uuid
  constraint firm_parts_category_check CHECK ((length(category) <= 2))
  constraint firm_parts_check CHECK (((employer_id IS NULL) = (declaration_id IS NULL)))
  constraint firm_parts_check1 CHECK (((left_for IS NULL) OR (declaration_id IS NULL)))
  constraint firm_parts_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint firm_parts_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES public.deposits(id)
  constraint firm_parts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint firm_parts_employer_number_check CHECK ((length(employer_number) <= 6))
  constraint firm_parts_left_for_check CHECK ((left_for = ANY (ARRAY['unreadable'::text, 'no_mandate'::text, 'category'::text, 'not_ended'::text, 'not_active'::text, 'sent'::text, 'in_the_way'::text])))
  constraint firm_parts_part_check CHECK ((part > 0))
  constraint firm_parts_period_check CHECK ((length(period) <= 6))
  constraint firm_parts_pkey PRIMARY KEY (deposit_id, part)
  constraint firm_parts_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.profiles(id)
  policy firm_delete for delete using ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy firm_insert for insert check ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy firm_update for update using ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile())) check ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.firms · row-level security forced
  id uuid not null default gen_random_uuid()
  ice text not null
  name text not null
  created_at timestamp with time zone not null
  constraint firms_ice_check CHECK ((ice ~ '^[0-9]{15}$'::text))
  constraint firms_ice_key UNIQUE (ice)
  constraint firms_pkey PRIMARY KEY (id)
  policy account_employer_select for select using ((public.current_scope() = ANY ('{account,employer}'::text[])) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE (profiles.firm_id = firms.id))))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND true)
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND true)
  policy mandating_update for update using ((public.current_scope() = 'mandating'::text) AND true) check ((public.current_scope() = 'mandating'::text) AND false)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.import_findings · row-level security
  import_id uuid not null
  line integer not null
  position integer not null
  column integer not null
  field text not null
  code text not null
  severity text not null
  value text not null
  correction text
  params jsonb not null default '{}'::jsonb
  constraint import_findings_column_check CHECK (("column" >= 0))
  constraint import_findings_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.imports(id)
  constraint import_findings_line_check CHECK ((line >= 0))
  constraint import_findings_pkey PRIMARY KEY (import_id, line, "position")
  constraint import_findings_severity_check CHECK ((severity = ANY (ARRAY['refused'::text, 'to_check'::text])))
  CREATE INDEX import_findings_by_cause ON public.import_findings USING btree (import_id, code, field, line)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.import_rows · row-level security forced
  import_id uuid not null
  line integer not null
  employer_number text not null
  employer_id uuid
  action text not null
  label text not null
  fields jsonb not null
  before jsonb not null default '{}'::jsonb
  identity_sealed bytea
  constraint import_rows_action_check CHECK ((action = ANY (ARRAY['new'::text, 'changed'::text])))
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES public.imports(id)
  constraint import_rows_line_check CHECK ((line > 0))
  constraint import_rows_pkey PRIMARY KEY (import_id, line)
  CREATE INDEX import_rows_by_company ON public.import_rows USING btree (import_id, employer_number, line)
  CREATE INDEX import_rows_changed ON public.import_rows USING btree (import_id, line) WHERE (action = 'changed'::text)
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.imports · row-level security
  id uuid not null
  kind text not null
  state text not null default 'checking'::text
  file_id uuid not null
  file_name text not null
  file_sha256 bytea not null
  encoding text
  fields text[] not null default '{}'::text[]
  lines integer not null default 0
  new_lines integer not null default 0
  changed_lines integer not null default 0
  same_lines integer not null default 0
  refused_lines integer not null default 0
  reached_employer text not null default ''::text
  reached_line integer not null default 0
  done_lines integer not null default 0
  check_run integer not null default 0
  uploaded_by uuid
  uploaded_at timestamp with time zone not null
  checked_at timestamp with time zone
  decided_by uuid
  decided_at timestamp with time zone
  applied_at timestamp with time zone
  skipped_lines integer not null default 0
  version integer not null default 1
  asked_by uuid
  asked_at timestamp with time zone
  constraint imports_asked CHECK (((state <> 'asked'::text) OR (asked_at IS NOT NULL)))
  constraint imports_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.agents(id)
  constraint imports_changed_lines_check CHECK ((changed_lines >= 0))
  constraint imports_check CHECK (((((new_lines + changed_lines) + same_lines) + refused_lines) <= lines))
  constraint imports_check1 CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL)))
  constraint imports_check2 CHECK (((state <> ALL (ARRAY['applying'::text, 'applied'::text])) OR (decided_at IS NOT NULL)))
  constraint imports_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.agents(id)
  constraint imports_done_lines_check CHECK ((done_lines >= 0))
  constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['employers'::text, 'categories'::text, 'members'::text, 'delegates'::text, 'users'::text])))
  constraint imports_lines_check CHECK ((lines >= 0))
  constraint imports_new_lines_check CHECK ((new_lines >= 0))
  constraint imports_of_power_take_two CHECK (((kind <> ALL (ARRAY['delegates'::text, 'users'::text])) OR (state <> ALL (ARRAY['applying'::text, 'applied'::text])) OR ((asked_at IS NOT NULL) AND (decided_by IS NOT NULL) AND (decided_by IS DISTINCT FROM asked_by) AND (decided_by IS DISTINCT FROM uploaded_by))))
  constraint imports_pkey PRIMARY KEY (id)
  constraint imports_reached_line_check CHECK ((reached_line >= 0))
  constraint imports_refused_lines_check CHECK ((refused_lines >= 0))
  constraint imports_same_lines_check CHECK ((same_lines >= 0))
  constraint imports_skipped_lines_check CHECK ((skipped_lines >= 0))
  constraint imports_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'asked'::text, 'unreadable'::text, 'applying'::text, 'applied'::text, 'abandoned'::text])))
  constraint imports_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES public.agents(id)
  CREATE INDEX imports_by_time ON public.imports USING btree (uploaded_at DESC)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER imports_work AFTER INSERT OR UPDATE OF state ON public.imports FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_import', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.installation
  only_row boolean not null default true
  demonstration boolean not null
  made_at timestamp with time zone not null
  seeded_at timestamp with time zone
  key_fingerprint text
  constraint installation_only_row_check CHECK (only_row)
  constraint installation_pkey PRIMARY KEY (only_row)
  grant SELECT to guichet_app

table public.kept_forms · row-level security forced
  session_id uuid not null
  key_hash bytea not null
  address text not null
  fields_sealed bytea not null
  kept_at timestamp with time zone not null
  constraint kept_forms_pkey PRIMARY KEY (session_id)
  constraint kept_forms_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id) ON DELETE CASCADE
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = kept_forms.session_id) AND (sessions.account_id = public.current_account())))))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy public_update for update using ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key())) check ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.known_devices · row-level security forced
  token_hash bytea not null
  account_id uuid not null
  last_used_at timestamp with time zone not null
  constraint known_devices_pkey PRIMARY KEY (account_id, token_hash)
  policy account_delete for delete using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = known_devices.account_id) AND (profiles.employer_id = public.current_employer())))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = known_devices.account_id) AND (profiles.employer_id = public.current_employer())))))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND (token_hash = public.current_key()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.ledger_accounts · row-level security forced
  id bigint not null generated always as identity
  employer_id uuid not null
  kind text not null
  category text
  year smallint
  quarter smallint
  balance_centimes bigint not null default 0
  version bigint not null default 0
  constraint ledger_accounts_check CHECK (((category IS NULL) = (kind = ANY (ARRAY['advances'::text, 'bank_in_transit'::text, 'bank'::text, 'rejections'::text]))))
  constraint ledger_accounts_check1 CHECK ((((category IS NULL) = (year IS NULL)) AND ((category IS NULL) = (quarter IS NULL))))
  constraint ledger_accounts_employer_id_category_year_quarter_fkey FOREIGN KEY (employer_id, category, year, quarter) REFERENCES public.ledger_dues(employer_id, category, year, quarter)
  constraint ledger_accounts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.ledgers(employer_id)
  constraint ledger_accounts_employer_id_kind_category_year_quarter_key UNIQUE NULLS NOT DISTINCT (employer_id, kind, category, year, quarter)
  constraint ledger_accounts_id_employer_id_key UNIQUE (id, employer_id)
  constraint ledger_accounts_kind_check CHECK ((kind = ANY (ARRAY['contributions_due'::text, 'interest_due'::text, 'advances'::text, 'employee_contributions'::text, 'employer_contributions'::text, 'surcharge'::text, 'late_interest'::text, 'bank_in_transit'::text, 'bank'::text, 'rejections'::text])))
  constraint ledger_accounts_pkey PRIMARY KEY (id)
  CREATE INDEX ledger_accounts_open ON public.ledger_accounts USING btree (employer_id) WHERE ((kind = ANY (ARRAY['contributions_due'::text, 'interest_due'::text])) AND (balance_centimes <> 0))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant SELECT to guichet_app

table public.ledger_dues · row-level security forced
  employer_id uuid not null
  category text not null
  year smallint not null
  quarter smallint not null
  due_on date not null
  grace_days integer not null
  yearly_rate integer not null
  year_days integer not null
  constraint ledger_dues_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint ledger_dues_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.ledgers(employer_id)
  constraint ledger_dues_grace_days_check CHECK ((grace_days >= 0))
  constraint ledger_dues_pkey PRIMARY KEY (employer_id, category, year, quarter)
  constraint ledger_dues_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint ledger_dues_year_check CHECK (((year >= 1990) AND (year <= 2999)))
  constraint ledger_dues_year_days_check CHECK (((year_days >= 360) AND (year_days <= 366)))
  constraint ledger_dues_yearly_rate_check CHECK (((yearly_rate >= 0) AND (yearly_rate <= 10000)))
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant SELECT to guichet_app

table public.ledger_entries · row-level security forced
  employer_id uuid not null
  number bigint not null
  kind text not null
  cause_kind text not null
  cause_id text not null
  cause_version integer not null
  occurred_on date not null
  recorded_at timestamp with time zone not null
  reverses bigint
  details jsonb not null
  category text
  year smallint
  quarter smallint
  debit_centimes bigint not null
  credit_centimes bigint not null
  owed_after_centimes bigint not null
  hash bytea not null
  constraint ledger_entries_credit_centimes_check CHECK ((credit_centimes >= 0))
  constraint ledger_entries_debit_centimes_check CHECK ((debit_centimes >= 0))
  constraint ledger_entries_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.ledgers(employer_id)
  constraint ledger_entries_employer_id_reverses_fkey FOREIGN KEY (employer_id, reverses) REFERENCES public.ledger_entries(employer_id, number)
  constraint ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['declaration'::text, 'declaration_reversed'::text, 'payment'::text, 'payment_settled'::text, 'payment_rejected'::text, 'payment_reversed'::text, 'interest'::text, 'interest_cancelled'::text, 'advance_kept'::text, 'advance_used'::text, 'advance_taken_back'::text])))
  constraint ledger_entries_number_check CHECK ((number > 0))
  constraint ledger_entries_pkey PRIMARY KEY (employer_id, number)
  CREATE INDEX ledger_entries_by_cause ON public.ledger_entries USING btree (employer_id, cause_kind, cause_id)
  CREATE INDEX ledger_entries_by_day ON public.ledger_entries USING btree (employer_id, occurred_on, number DESC)
  CREATE INDEX ledger_entries_by_due ON public.ledger_entries USING btree (employer_id, category, year, quarter) WHERE (category IS NOT NULL)
  CREATE INDEX ledger_entries_by_kind ON public.ledger_entries USING btree (employer_id, kind, number DESC)
  CREATE UNIQUE INDEX ledger_entries_once ON public.ledger_entries USING btree (employer_id, kind, cause_kind, cause_id, cause_version) WHERE (kind = ANY (ARRAY['declaration'::text, 'declaration_reversed'::text, 'payment'::text, 'payment_settled'::text, 'payment_rejected'::text, 'payment_reversed'::text]))
  CREATE UNIQUE INDEX ledger_entries_reversed_once ON public.ledger_entries USING btree (employer_id, reverses) WHERE (reverses IS NOT NULL)
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER ledger_entries_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant SELECT to guichet_app

table public.ledger_entry_categories · row-level security forced
  employer_id uuid not null
  category text not null
  entry bigint not null
  constraint ledger_entry_categories_employer_id_entry_fkey FOREIGN KEY (employer_id, entry) REFERENCES public.ledger_entries(employer_id, number)
  constraint ledger_entry_categories_pkey PRIMARY KEY (employer_id, category, entry)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER ledger_entry_categories_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entry_categories FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant SELECT to guichet_app

view public.ledger_positions · security_invoker=true
  employer_id uuid
  category text
  year smallint
  quarter smallint
  due_on date
  grace_days integer
  yearly_rate integer
  year_days integer
  employee_centimes bigint
  employer_centimes bigint
  surcharge_centimes bigint
  open_centimes bigint
  interest_centimes bigint
  open_interest_centimes bigint
  grant SELECT to guichet_app
 SELECT due.employer_id,
    due.category,
    due.year,
    due.quarter,
    due.due_on,
    due.grace_days,
    due.yearly_rate,
    due.year_days,
    (- (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'employee_contributions'::text)), (0)::numeric))::bigint) AS employee_centimes,
    (- (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'employer_contributions'::text)), (0)::numeric))::bigint) AS employer_centimes,
    (- (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'surcharge'::text)), (0)::numeric))::bigint) AS surcharge_centimes,
    (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'contributions_due'::text)), (0)::numeric))::bigint AS open_centimes,
    (- (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'late_interest'::text)), (0)::numeric))::bigint) AS interest_centimes,
    (COALESCE(sum(account.balance_centimes) FILTER (WHERE (account.kind = 'interest_due'::text)), (0)::numeric))::bigint AS open_interest_centimes
   FROM (public.ledger_dues due
     LEFT JOIN public.ledger_accounts account USING (employer_id, category, year, quarter))
  GROUP BY due.employer_id, due.category, due.year, due.quarter;

table public.ledger_postings · row-level security forced
  employer_id uuid not null
  entry bigint not null
  line smallint not null
  account_id bigint not null
  amount_centimes bigint not null
  balance_after_centimes bigint not null
  account_version bigint not null
  constraint ledger_postings_account_id_account_version_key UNIQUE (account_id, account_version)
  constraint ledger_postings_account_id_employer_id_fkey FOREIGN KEY (account_id, employer_id) REFERENCES public.ledger_accounts(id, employer_id)
  constraint ledger_postings_account_version_check CHECK ((account_version > 0))
  constraint ledger_postings_amount_centimes_check CHECK ((amount_centimes <> 0))
  constraint ledger_postings_balance TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint ledger_postings_employer_id_entry_fkey FOREIGN KEY (employer_id, entry) REFERENCES public.ledger_entries(employer_id, number)
  constraint ledger_postings_pkey PRIMARY KEY (employer_id, entry, line)
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER ledger_postings_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  CREATE CONSTRAINT TRIGGER ledger_postings_balance AFTER INSERT ON public.ledger_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_unbalanced_entry()
  grant SELECT to guichet_app

view public.ledger_statement · security_invoker=true
  employer_id uuid
  number bigint
  kind text
  cause_kind text
  cause_id text
  cause_version integer
  occurred_on date
  recorded_at timestamp with time zone
  reverses bigint
  details jsonb
  category text
  year smallint
  quarter smallint
  debit_centimes bigint
  credit_centimes bigint
  owed_after_centimes bigint
  grant SELECT to guichet_app
 SELECT employer_id,
    number,
    kind,
    cause_kind,
    cause_id,
    cause_version,
    occurred_on,
    recorded_at,
    reverses,
    details,
    category,
    year,
    quarter,
    debit_centimes,
    credit_centimes,
    owed_after_centimes
   FROM public.ledger_entries
  WHERE (kind <> 'payment_settled'::text);

table public.ledgers · row-level security forced
  employer_id uuid not null
  last_number bigint not null default 0
  owed_centimes bigint not null default 0
  last_hash bytea not null default '\x'::bytea
  constraint ledgers_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint ledgers_pkey PRIMARY KEY (employer_id)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant SELECT to guichet_app

table public.letter_proofs · row-level security forced
  id uuid not null default gen_random_uuid()
  letter_id uuid not null
  employer_id uuid
  file_id uuid
  sha256 bytea
  received_by text not null
  registered_by uuid
  number integer not null
  received_at timestamp with time zone not null
  constraint letter_proofs_check CHECK (((file_id IS NULL) = (sha256 IS NULL)))
  constraint letter_proofs_check1 CHECK (((received_by <> 'upload'::text) OR (file_id IS NOT NULL)))
  constraint letter_proofs_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.files(id)
  constraint letter_proofs_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint letter_proofs_letter_id_number_key UNIQUE (letter_id, number)
  constraint letter_proofs_number_check CHECK ((number > 0))
  constraint letter_proofs_pkey PRIMARY KEY (id)
  constraint letter_proofs_received_by_check CHECK ((received_by = ANY (ARRAY['upload'::text, 'post'::text, 'counter'::text])))
  constraint letter_proofs_sha256_check CHECK ((length(sha256) = 32))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER letter_proofs_work AFTER INSERT ON public.letter_proofs FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_letter', 'letter_id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.letter_reviews · row-level security forced
  id uuid not null default gen_random_uuid()
  letter_id uuid not null
  employer_id uuid
  agent_id uuid not null
  verdict text not null
  proof_id uuid not null
  checklist jsonb not null
  reasons jsonb not null
  note text not null default ''::text
  reviewed_at timestamp with time zone not null
  constraint letter_reviews_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint letter_reviews_note_check CHECK ((length(note) <= 1000))
  constraint letter_reviews_pkey PRIMARY KEY (id)
  constraint letter_reviews_proof_id_fkey FOREIGN KEY (proof_id) REFERENCES public.letter_proofs(id)
  constraint letter_reviews_verdict_check CHECK ((verdict = ANY (ARRAY['accept'::text, 'refuse'::text, 'complete'::text])))
  CREATE INDEX letter_reviews_by_letter ON public.letter_reviews USING btree (letter_id, reviewed_at)
  CREATE UNIQUE INDEX letter_reviews_one_acceptance ON public.letter_reviews USING btree (letter_id, proof_id, agent_id) WHERE (verdict = 'accept'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER letter_reviews_work AFTER INSERT ON public.letter_reviews FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_letter', 'letter_id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.letter_views · row-level security forced
  letter_id uuid not null
  employer_id uuid
  agent_id uuid not null
  proof_id uuid not null
  viewed_at timestamp with time zone not null
  constraint letter_views_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint letter_views_pkey PRIMARY KEY (letter_id, agent_id, proof_id)
  constraint letter_views_proof_id_fkey FOREIGN KEY (proof_id) REFERENCES public.letter_proofs(id)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.letters · row-level security forced
  id uuid not null default gen_random_uuid()
  reference text not null
  kind text not null
  employer_number text not null
  employer_id uuid
  state text not null
  state_since timestamp with time zone not null
  language text not null
  applicant_name text not null
  applicant_email text not null
  content jsonb not null
  replaces_delegate boolean not null default false
  agents_required smallint not null
  clock_spent_ms bigint not null default 0
  clock_running_since timestamp with time zone
  taken_by uuid
  taken_at timestamp with time zone
  created_at timestamp with time zone not null
  received_at timestamp with time zone
  decided_at timestamp with time zone
  effective_at timestamp with time zone
  applied_at timestamp with time zone
  reasons jsonb not null default '[]'::jsonb
  note text not null default ''::text
  version integer not null default 1
  constraint letters_accepted_for_somebody CHECK (((state <> ALL (ARRAY['accepted'::text, 'applied'::text])) OR ((employer_id IS NOT NULL) AND (effective_at IS NOT NULL))))
  constraint letters_agents_required_check CHECK ((agents_required = ANY (ARRAY[1, 2])))
  constraint letters_applicant_email_check CHECK ((length(applicant_email) <= 254))
  constraint letters_applicant_name_check CHECK ((length(applicant_name) <= 200))
  constraint letters_applied_has_its_time CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL)))
  constraint letters_check CHECK (((taken_by IS NULL) = (taken_at IS NULL)))
  constraint letters_clock_runs_in_review CHECK (((clock_running_since IS NULL) OR (state = 'received'::text)))
  constraint letters_clock_spent_ms_check CHECK ((clock_spent_ms >= 0))
  constraint letters_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint letters_employer_number_check CHECK ((employer_number ~ '^[0-9]{6}$'::text))
  constraint letters_kind_check CHECK ((kind = ANY (ARRAY['subscription'::text, 'renewal'::text, 'password_reset'::text, 'email_update'::text, 'debit_mandate'::text])))
  constraint letters_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint letters_pkey PRIMARY KEY (id)
  constraint letters_reference_check CHECK ((reference ~ '^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'::text))
  constraint letters_reference_key UNIQUE (reference)
  constraint letters_state_check CHECK ((state = ANY (ARRAY['awaiting_signature'::text, 'received'::text, 'to_complete'::text, 'accepted'::text, 'applied'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'without_object'::text])))
  CREATE INDEX letters_by_arrival ON public.letters USING btree (received_at) WHERE (received_at IS NOT NULL)
  CREATE INDEX letters_by_decision ON public.letters USING btree (decided_at) WHERE (decided_at IS NOT NULL)
  CREATE INDEX letters_by_number ON public.letters USING btree (employer_number, created_at DESC)
  CREATE UNIQUE INDEX letters_one_in_review ON public.letters USING btree (employer_number, (
CASE kind
    WHEN 'renewal'::text THEN 'subscription'::text
    ELSE kind
END)) WHERE ((state = ANY (ARRAY['received'::text, 'to_complete'::text, 'accepted'::text])) AND (kind = ANY (ARRAY['subscription'::text, 'renewal'::text, 'password_reset'::text, 'email_update'::text])))
  CREATE INDEX letters_waiting ON public.letters USING btree (state, clock_running_since)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (state = 'awaiting_signature'::text)))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND ((id = public.current_letter()) AND (state = 'awaiting_signature'::text)))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (id = public.current_letter()))
  policy public_update for update using ((public.current_scope() = 'public'::text) AND (id = public.current_letter())) check ((public.current_scope() = 'public'::text) AND ((id = public.current_letter()) AND (state = ANY (ARRAY['awaiting_signature'::text, 'received'::text, 'withdrawn'::text]))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER letters_need_their_agents BEFORE UPDATE OF state ON public.letters FOR EACH ROW WHEN (((new.state = 'accepted'::text) AND (old.state <> 'accepted'::text))) EXECUTE FUNCTION public.letter_needs_its_agents()
  CREATE TRIGGER letters_work AFTER INSERT OR UPDATE ON public.letters FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_letter', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.links · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  purpose text not null
  token_hash bytea not null
  subject_kind text not null
  subject_id uuid not null
  payload jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  voided_at timestamp with time zone
  constraint links_pkey PRIMARY KEY (id)
  constraint links_purpose_check CHECK ((purpose = ANY (ARRAY['activate'::text, 'reset_password'::text, 'confirm_email'::text, 'first_password_code'::text, 'object'::text, 'follow'::text, 'keep_email'::text])))
  constraint links_token_hash_key UNIQUE (token_hash)
  CREATE INDEX links_by_subject ON public.links USING btree (subject_id, purpose)
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (subject_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (subject_id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (subject_id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (subject_id = public.current_account()))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy link_select for select using ((public.current_scope() = 'link'::text) AND (token_hash = public.current_key()))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = links.subject_id) AND (profiles.firm_id IS NOT NULL)))))
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = links.subject_id) AND (profiles.firm_id IS NOT NULL)))))
  policy mandating_update for update using ((public.current_scope() = 'mandating'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = links.subject_id) AND (profiles.firm_id IS NOT NULL))))) check ((public.current_scope() = 'mandating'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = links.subject_id) AND (profiles.firm_id IS NOT NULL)))))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND ((subject_kind = 'letter'::text) AND (subject_id = public.current_letter())))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND ((subject_kind = 'letter'::text) AND (subject_id = public.current_letter())))
  policy public_update for update using ((public.current_scope() = 'public'::text) AND ((subject_kind = 'letter'::text) AND (subject_id = public.current_letter()))) check ((public.current_scope() = 'public'::text) AND ((subject_kind = 'letter'::text) AND (subject_id = public.current_letter())))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.machine_key_categories · row-level security forced
  key_id uuid not null
  employer_id uuid not null
  category text not null
  constraint machine_key_categories_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint machine_key_categories_key_id_employer_id_fkey FOREIGN KEY (key_id, employer_id) REFERENCES public.machine_keys(id, employer_id)
  constraint machine_key_categories_pkey PRIMARY KEY (key_id, category)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.machine_keys · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  service text not null
  scopes text[] not null
  name text not null
  addresses text[] not null default '{}'::text[]
  secret_hash bytea not null
  secret_start text not null
  made_by uuid not null
  made_by_name text not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  warned_at timestamp with time zone
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  revoked_by text not null default ''::text
  window_started_at timestamp with time zone
  window_requests integer not null default 0
  last_refused_at timestamp with time zone
  constraint machine_keys_check CHECK (((cardinality(scopes) > 0) AND (scopes <@
CASE service
    WHEN 'declaration_internal'::text THEN '{check,declare,receipts}'::text[]
    ELSE '{statement}'::text[]
END)))
  constraint machine_keys_check1 CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '367 days'::interval))))
  constraint machine_keys_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint machine_keys_id_employer_id_key UNIQUE (id, employer_id)
  constraint machine_keys_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.delegates(id)
  constraint machine_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint machine_keys_pkey PRIMARY KEY (id)
  constraint machine_keys_secret_hash_check CHECK ((length(secret_hash) = 32))
  constraint machine_keys_secret_hash_key UNIQUE (secret_hash)
  constraint machine_keys_service_check CHECK ((service = ANY (ARRAY['declaration_internal'::text, 'employer_account'::text])))
  CREATE INDEX machine_keys_by_employer ON public.machine_keys USING btree (employer_id, created_at DESC)
  CREATE INDEX machine_keys_to_warn ON public.machine_keys USING btree (expires_at) WHERE ((revoked_at IS NULL) AND (warned_at IS NULL))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND (secret_hash = public.current_key()))
  policy sign_in_update for update using ((public.current_scope() = 'sign_in'::text) AND (secret_hash = public.current_key())) check ((public.current_scope() = 'sign_in'::text) AND (secret_hash = public.current_key()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER machine_keys_are_declarants AFTER INSERT ON public.machine_keys FOR EACH ROW EXECUTE FUNCTION public.become_declarant()
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (last_refused_at) to guichet_app
  grant UPDATE (last_used_at) to guichet_app
  grant UPDATE (revoked_at) to guichet_app
  grant UPDATE (revoked_by) to guichet_app
  grant UPDATE (warned_at) to guichet_app
  grant UPDATE (window_requests) to guichet_app
  grant UPDATE (window_started_at) to guichet_app

table public.machine_refusals · row-level security forced
  key_id uuid not null
  employer_id uuid not null
  tried text not null
  code text not null
  details jsonb not null
  actor_name text not null
  first_at timestamp with time zone not null
  last_at timestamp with time zone not null
  times integer not null
  constraint machine_refusals_key_id_employer_id_fkey FOREIGN KEY (key_id, employer_id) REFERENCES public.machine_keys(id, employer_id)
  constraint machine_refusals_pkey PRIMARY KEY (key_id, tried, code)
  constraint machine_refusals_times_check CHECK ((times > 0))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.machine_requests · row-level security forced
  key_id uuid not null
  employer_id uuid not null
  idempotency_key text not null
  fingerprint bytea not null
  begun_at timestamp with time zone not null
  status integer
  answer json
  constraint machine_requests_check CHECK (((status IS NULL) = (answer IS NULL)))
  constraint machine_requests_fingerprint_check CHECK ((length(fingerprint) = 32))
  constraint machine_requests_idempotency_key_check CHECK (((length(idempotency_key) >= 1) AND (length(idempotency_key) <= 128)))
  constraint machine_requests_key_id_employer_id_fkey FOREIGN KEY (key_id, employer_id) REFERENCES public.machine_keys(id, employer_id)
  constraint machine_requests_pkey PRIMARY KEY (key_id, idempotency_key)
  CREATE INDEX machine_requests_by_age ON public.machine_requests USING btree (begun_at)
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.mails · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  recipient text not null
  language text not null
  template text not null
  props jsonb not null
  link_id uuid
  state text not null default 'queued'::text
  queued_at timestamp with time zone not null
  sent_at timestamp with time zone
  last_error text
  constraint mails_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint mails_pkey PRIMARY KEY (id)
  constraint mails_recipient_check CHECK ((length(recipient) <= 254))
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
  CREATE INDEX mails_by_recipient ON public.mails USING btree (recipient, queued_at DESC)
  CREATE INDEX mails_on_their_way ON public.mails USING btree (state, queued_at) WHERE (state = ANY (ARRAY['queued'::text, 'failed'::text]))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND ((employer_id IS NULL) OR (EXISTS ( SELECT
   FROM public.employers
  WHERE (employers.id = mails.employer_id)))))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND (employer_id = public.current_employer()))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND ((employer_id IS NULL) OR (employer_id = ( SELECT letters.employer_id
   FROM public.letters
  WHERE (letters.id = public.current_letter())))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.mandate_categories · row-level security forced
  mandate_id uuid not null
  employer_id uuid not null
  category text not null
  constraint mandate_categories_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint mandate_categories_mandate_id_fkey FOREIGN KEY (mandate_id, employer_id) REFERENCES public.mandates(id, employer_id) ON DELETE CASCADE
  constraint mandate_categories_pkey PRIMARY KEY (mandate_id, category)
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (EXISTS ( SELECT
   FROM public.mandates
  WHERE (mandates.id = mandate_categories.mandate_id))))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND (employer_id = public.current_employer()))
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.mandates · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  profile_id uuid not null
  state text not null
  mode text not null
  typed_name text not null
  typed_firm text not null default ''::text
  typed_email text not null default ''::text
  from_on date not null
  until_on date
  created_at timestamp with time zone not null
  answered_at timestamp with time zone
  ended_at timestamp with time zone
  end_reason text not null default ''::text
  version integer not null default 1
  constraint mandates_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint mandates_mode_check CHECK ((mode = ANY (ARRAY['prepared_file'::text, 'form'::text])))
  constraint mandates_of_company UNIQUE (id, employer_id)
  constraint mandates_pkey PRIMARY KEY (id)
  constraint mandates_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.profiles(id)
  constraint mandates_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'active'::text, 'suspended'::text, 'declined'::text, 'revoked'::text])))
  CREATE INDEX mandates_by_profile ON public.mandates USING btree (profile_id)
  CREATE UNIQUE INDEX mandates_one_per_login ON public.mandates USING btree (employer_id, profile_id) WHERE (state = ANY (ARRAY['offered'::text, 'active'::text, 'suspended'::text]))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account()))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy firm_update for update using ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile())) check ((public.current_scope() = 'firm'::text) AND (profile_id = public.current_profile()))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND (employer_id = public.current_employer()))
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND (employer_id = public.current_employer()))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND (state = 'active'::text))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

sequence public.member_numbers
  grant USAGE to guichet_app

table public.memberships · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  category text not null
  member_number text not null
  last_name text not null
  first_name text not null
  staff_number text not null default ''::text
  sex text not null
  nationality text not null
  joined_on date not null
  born_on date not null
  family_situation text not null
  children smallint not null default 0
  identity_sealed bytea
  identity_key bytea
  cnss_number text not null default ''::text
  phone text not null default ''::text
  email text not null default ''::text
  left_on date
  state text not null default 'known'::text
  declared_at timestamp with time zone
  decided_by uuid
  decided_at timestamp with time zone
  decision_note text not null default ''::text
  version integer not null default 1
  provisional_number text
  merged_into uuid
  decision_told_at timestamp with time zone
  constraint memberships_check CHECK (((state = ANY (ARRAY['known'::text, 'provisional'::text])) OR (decided_at IS NOT NULL)))
  constraint memberships_check1 CHECK (((state <> 'provisional'::text) OR (declared_at IS NOT NULL)))
  constraint memberships_check2 CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
  constraint memberships_children_check CHECK (((children >= 0) AND (children <= 9)))
  constraint memberships_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.agents(id)
  constraint memberships_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint memberships_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint memberships_family_situation_check CHECK ((family_situation = ANY (ARRAY['C'::text, 'M'::text, 'D'::text, 'V'::text])))
  constraint memberships_member_number_check CHECK ((member_number ~ '^[0-9]{9}$'::text))
  constraint memberships_merged_into_employer_id_fkey FOREIGN KEY (merged_into, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint memberships_nationality_check CHECK ((nationality = ANY (ARRAY['M'::text, 'A'::text])))
  constraint memberships_of_careers UNIQUE (id, employer_id)
  constraint memberships_of_company UNIQUE (id, employer_id)
  constraint memberships_pkey PRIMARY KEY (id)
  constraint memberships_provisional_number_check CHECK ((provisional_number ~ '^[0-9]{9}$'::text))
  constraint memberships_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text])))
  constraint memberships_state_check CHECK ((state = ANY (ARRAY['known'::text, 'provisional'::text, 'refused'::text, 'merged'::text])))
  CREATE INDEX memberships_by_birth ON public.memberships USING btree (born_on, last_name)
  CREATE INDEX memberships_by_category_birth ON public.memberships USING btree (employer_id, category, born_on) WHERE (state <> 'merged'::text)
  CREATE INDEX memberships_by_identity ON public.memberships USING btree (employer_id, category, identity_key) WHERE (identity_key IS NOT NULL)
  CREATE INDEX memberships_by_identity_everywhere ON public.memberships USING btree (identity_key) WHERE (identity_key IS NOT NULL)
  CREATE INDEX memberships_by_name ON public.memberships USING btree (employer_id, last_name, first_name, id)
  CREATE INDEX memberships_by_number ON public.memberships USING btree (member_number)
  CREATE INDEX memberships_by_person ON public.memberships USING btree (last_name, first_name, born_on)
  CREATE INDEX memberships_by_provisional_number ON public.memberships USING btree (employer_id, provisional_number) WHERE (provisional_number IS NOT NULL)
  CREATE INDEX memberships_by_surname ON public.memberships USING btree (last_name text_pattern_ops, first_name text_pattern_ops)
  CREATE UNIQUE INDEX memberships_one_number ON public.memberships USING btree (employer_id, category, member_number) WHERE (member_number <> '000000000'::text)
  CREATE INDEX memberships_provisional ON public.memberships USING btree (declared_at) WHERE (state = 'provisional'::text)
  CREATE INDEX memberships_to_tell ON public.memberships USING btree (employer_id) WHERE ((decided_at IS NOT NULL) AND (decision_told_at IS NULL))
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER memberships_work_added AFTER INSERT ON public.memberships FOR EACH ROW WHEN ((new.state = 'provisional'::text)) EXECUTE FUNCTION public.keep_work('work_of_membership', 'id')
  CREATE TRIGGER memberships_work_changed AFTER UPDATE OF state, member_number, employer_id ON public.memberships FOR EACH ROW WHEN (((new.state = 'provisional'::text) OR (old.state = 'provisional'::text))) EXECUTE FUNCTION public.keep_work('work_of_membership', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.objections · row-level security forced
  id uuid not null default gen_random_uuid()
  letter_id uuid not null
  employer_id uuid
  warned_at timestamp with time zone not null
  open_until timestamp with time zone not null
  raised_at timestamp with time zone
  statement text
  decided_by uuid
  decision text
  decision_note text
  decided_at timestamp with time zone
  constraint objections_check CHECK ((open_until > warned_at))
  constraint objections_check1 CHECK (((decision IS NULL) = (decided_at IS NULL)))
  constraint objections_check2 CHECK (((decision IS NULL) OR (raised_at IS NOT NULL)))
  constraint objections_decision_check CHECK ((decision = ANY (ARRAY['upheld'::text, 'dismissed'::text])))
  constraint objections_decision_note_check CHECK ((length(decision_note) <= 1000))
  constraint objections_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint objections_letter_id_key UNIQUE (letter_id)
  constraint objections_pkey PRIMARY KEY (id)
  constraint objections_statement_check CHECK ((length(statement) <= 2000))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER objections_work AFTER INSERT OR UPDATE ON public.objections FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_letter', 'letter_id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.parameter_proposals · row-level security
  id uuid not null
  key text not null
  valid_from date not null
  value jsonb not null
  source text not null
  illustrative boolean not null
  reason text not null
  state text not null default 'waiting'::text
  proposed_by uuid not null
  proposed_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  decision_note text
  version integer not null default 1
  constraint parameter_proposals_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
  constraint parameter_proposals_check1 CHECK (((state = 'waiting'::text) = (decided_by IS NULL)))
  constraint parameter_proposals_check2 CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR (decided_by <> proposed_by)))
  constraint parameter_proposals_check3 CHECK (((state <> 'refused'::text) OR (decision_note IS NOT NULL)))
  constraint parameter_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.agents(id)
  constraint parameter_proposals_pkey PRIMARY KEY (id)
  constraint parameter_proposals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.agents(id)
  constraint parameter_proposals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint parameter_proposals_source_check CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  constraint parameter_proposals_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
  CREATE INDEX parameter_proposals_by_key ON public.parameter_proposals USING btree (key, proposed_at DESC)
  CREATE UNIQUE INDEX parameter_proposals_one_waiting ON public.parameter_proposals USING btree (key) WHERE (state = 'waiting'::text)
  policy agents_only using (public.current_scope() = ANY (ARRAY['agency'::text, 'system'::text]))
  CREATE TRIGGER parameter_proposals_work AFTER INSERT OR UPDATE OF state ON public.parameter_proposals FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_parameter_proposal', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.parameters · row-level security
  key text not null
  valid_from date not null
  value jsonb not null
  source text not null
  illustrative boolean not null
  revision integer not null default 1
  proposal_id uuid
  recorded_at timestamp with time zone
  constraint parameters_check CHECK (((proposal_id IS NULL) = (recorded_at IS NULL)))
  constraint parameters_pkey PRIMARY KEY (key, valid_from, revision)
  constraint parameters_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.parameter_proposals(id)
  constraint parameters_revision_check CHECK ((revision > 0))
  CREATE UNIQUE INDEX parameters_one_per_proposal ON public.parameters USING btree (proposal_id)
  policy agents_add for insert check ((public.current_scope() = 'agency'::text) AND (proposal_id IS NOT NULL))
  policy everybody_reads for select using true
  CREATE TRIGGER parameters_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.parameters FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  CREATE TRIGGER parameters_date_work_again AFTER INSERT ON public.parameters FOR EACH ROW WHEN ((new.key = 'holidays'::text)) EXECUTE FUNCTION public.date_work_again()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.passkey_challenges · row-level security forced
  session_id uuid not null
  account_id uuid not null
  purpose text not null
  challenge bytea not null
  expires_at timestamp with time zone not null
  constraint passkey_challenges_challenge_check CHECK ((length(challenge) = 32))
  constraint passkey_challenges_pkey PRIMARY KEY (session_id, purpose)
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['prove'::text, 'register'::text])))
  constraint passkey_challenges_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sessions(id)
  policy account_delete for delete using ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = passkey_challenges.session_id) AND (sessions.account_id = public.current_account()))))))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = passkey_challenges.session_id) AND (sessions.account_id = public.current_account()))))))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = passkey_challenges.session_id) AND (sessions.account_id = public.current_account()))))))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = passkey_challenges.session_id) AND (sessions.account_id = public.current_account())))))) check ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) AND (EXISTS ( SELECT
   FROM public.sessions
  WHERE ((sessions.id = passkey_challenges.session_id) AND (sessions.account_id = public.current_account()))))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.passkeys · row-level security forced
  id uuid not null default gen_random_uuid()
  account_kind text not null
  account_id uuid not null
  credential_id bytea not null
  public_key bytea not null
  signatures bigint not null default 0
  transports text[] not null default '{}'::text[]
  is_synced boolean not null
  name text not null
  created_at timestamp with time zone not null
  last_used_at timestamp with time zone
  constraint passkeys_account_kind_check CHECK ((account_kind = ANY (ARRAY['delegate'::text, 'profile'::text, 'agent'::text])))
  constraint passkeys_credential_id_check CHECK (((length(credential_id) >= 16) AND (length(credential_id) <= 1023)))
  constraint passkeys_credential_id_key UNIQUE (credential_id)
  constraint passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint passkeys_pkey PRIMARY KEY (id)
  constraint passkeys_public_key_check CHECK ((length(public_key) <= 2000))
  constraint passkeys_signatures_check CHECK (((signatures >= 0) AND (signatures <= '4294967295'::bigint)))
  CREATE INDEX passkeys_by_account ON public.passkeys USING btree (account_id)
  policy account_delete for delete using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND (account_kind = ANY (ARRAY['agent'::text, 'delegate'::text])))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND (account_kind = ANY (ARRAY['agent'::text, 'delegate'::text])))
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND ((account_kind = 'profile'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = passkeys.account_id) AND (profiles.employer_id = public.current_employer()))))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND ((account_kind = 'profile'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = passkeys.account_id) AND (profiles.employer_id = public.current_employer()))))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER passkeys_are_counted AFTER INSERT OR DELETE ON public.passkeys FOR EACH ROW EXECUTE FUNCTION public.count_passkeys()
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.payment_confirmations · row-level security forced
  id uuid not null default gen_random_uuid()
  order_id uuid not null
  employer_id uuid not null
  revision smallint not null
  digest bytea not null
  profile_id uuid not null
  person_key bytea not null
  presence text not null
  assertion_id uuid
  confirmed_at timestamp with time zone not null
  person_name text not null default ''::text
  constraint payment_confirmations_assertion FOREIGN KEY (assertion_id, employer_id, profile_id, digest) REFERENCES public.presence_assertions(id, employer_id, profile_id, digest)
  constraint payment_confirmations_check CHECK (((presence = 'passkey'::text) = (assertion_id IS NOT NULL)))
  constraint payment_confirmations_digest_check CHECK ((length(digest) = 32))
  constraint payment_confirmations_once UNIQUE (order_id, revision, person_key, confirmed_at)
  constraint payment_confirmations_one_assertion UNIQUE (assertion_id)
  constraint payment_confirmations_order_id_employer_id_fkey FOREIGN KEY (order_id, employer_id) REFERENCES public.payment_orders(id, employer_id)
  constraint payment_confirmations_order_id_revision_fkey FOREIGN KEY (order_id, revision) REFERENCES public.payment_order_revisions(order_id, revision)
  constraint payment_confirmations_pkey PRIMARY KEY (id)
  constraint payment_confirmations_presence_check CHECK ((presence = ANY (ARRAY['password'::text, 'passkey'::text])))
  constraint payment_confirmations_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.profiles(id)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER payment_confirmations_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_confirmations FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.payment_order_dues · row-level security forced
  order_id uuid not null
  employer_id uuid not null
  revision smallint not null
  category text not null
  year smallint not null
  quarter smallint not null
  part text not null
  amount_centimes bigint not null
  constraint payment_order_dues_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint payment_order_dues_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint payment_order_dues_order_id_employer_id_fkey FOREIGN KEY (order_id, employer_id) REFERENCES public.payment_orders(id, employer_id)
  constraint payment_order_dues_order_id_revision_fkey FOREIGN KEY (order_id, revision) REFERENCES public.payment_order_revisions(order_id, revision)
  constraint payment_order_dues_part_check CHECK ((part = ANY (ARRAY['contributions'::text, 'interest'::text])))
  constraint payment_order_dues_pkey PRIMARY KEY (order_id, revision, category, year, quarter, part)
  constraint payment_order_dues_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  CREATE INDEX payment_order_dues_by_due ON public.payment_order_dues USING btree (employer_id, category, year, quarter)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER payment_order_dues_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_order_dues FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

sequence public.payment_order_numbers
  grant USAGE to guichet_app

table public.payment_order_revisions · row-level security forced
  order_id uuid not null
  employer_id uuid not null
  revision smallint not null
  bank_account_id uuid not null
  amount_centimes bigint not null
  debit_on date not null
  digest bytea not null
  wording text not null
  written_by uuid
  person_key bytea
  written_at timestamp with time zone not null
  person_name text not null default ''::text
  constraint payment_order_revisions_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint payment_order_revisions_bank_account_id_employer_id_fkey FOREIGN KEY (bank_account_id, employer_id) REFERENCES public.bank_accounts(id, employer_id)
  constraint payment_order_revisions_digest_check CHECK ((length(digest) = 32))
  constraint payment_order_revisions_order_id_employer_id_fkey FOREIGN KEY (order_id, employer_id) REFERENCES public.payment_orders(id, employer_id)
  constraint payment_order_revisions_pkey PRIMARY KEY (order_id, revision)
  constraint payment_order_revisions_revision_check CHECK ((revision > 0))
  constraint payment_order_revisions_writer_agrees CHECK (((written_by IS NULL) = (person_key IS NULL)))
  constraint payment_order_revisions_written_by_fkey FOREIGN KEY (written_by) REFERENCES public.profiles(id)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER payment_order_revisions_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_order_revisions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.payment_orders · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  reference text not null
  state text not null
  bank_account_id uuid not null
  amount_centimes bigint not null
  debit_on date not null
  confirmations_required smallint not null
  self_confirmation boolean not null
  revision smallint not null default 1
  digest bytea not null
  drawn_up_by uuid
  drawn_up_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  reason text not null default ''::text
  ended_at timestamp with time zone
  form_key uuid not null
  version integer not null default 1
  kind text not null default 'case_by_case'::text
  held_reason text
  held_at timestamp with time zone
  constraint payment_orders_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint payment_orders_bank_account_id_employer_id_fkey FOREIGN KEY (bank_account_id, employer_id) REFERENCES public.bank_accounts(id, employer_id)
  constraint payment_orders_check CHECK ((NOT (self_confirmation AND (confirmations_required = 2))))
  constraint payment_orders_confirmations_required_check CHECK (((confirmations_required >= 0) AND (confirmations_required <= 2)))
  constraint payment_orders_digest_check CHECK ((length(digest) = 32))
  constraint payment_orders_drawn_up_by_fkey FOREIGN KEY (drawn_up_by) REFERENCES public.profiles(id)
  constraint payment_orders_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint payment_orders_employer_id_form_key_key UNIQUE (employer_id, form_key)
  constraint payment_orders_held_reason_check CHECK ((held_reason = ANY (ARRAY['not_confirmed'::text, 'account_closed'::text, 'mandate_ended'::text, 'mandate_unsigned'::text, 'mandate_waiting'::text, 'mandate_changed'::text, 'dues_not_open'::text, 'not_systematic'::text])))
  constraint payment_orders_held_since CHECK (((held_reason IS NULL) = (held_at IS NULL)))
  constraint payment_orders_held_while_open CHECK (((held_reason IS NULL) OR (state = ANY (ARRAY['awaiting_confirmation'::text, 'confirmed'::text]))))
  constraint payment_orders_id_employer_id_key UNIQUE (id, employer_id)
  constraint payment_orders_kind_agrees CHECK ((((kind = 'systematic'::text) = (confirmations_required = 0)) AND ((kind = 'systematic'::text) = (drawn_up_by IS NULL)) AND (NOT ((kind = 'systematic'::text) AND (self_confirmation OR (state = 'awaiting_confirmation'::text))))))
  constraint payment_orders_kind_check CHECK ((kind = ANY (ARRAY['case_by_case'::text, 'systematic'::text])))
  constraint payment_orders_pkey PRIMARY KEY (id)
  constraint payment_orders_reference_key UNIQUE (reference)
  constraint payment_orders_revision_check CHECK (((revision >= 1) AND (revision <= 999)))
  constraint payment_orders_state_check CHECK ((state = ANY (ARRAY['awaiting_confirmation'::text, 'confirmed'::text, 'refused'::text, 'cancelled'::text, 'expired'::text, 'collected'::text, 'settled'::text, 'rejected'::text])))
  CREATE INDEX payment_orders_by_employer ON public.payment_orders USING btree (employer_id, state, drawn_up_at DESC)
  CREATE INDEX payment_orders_held ON public.payment_orders USING btree (held_at) WHERE (held_reason IS NOT NULL)
  CREATE INDEX payment_orders_open ON public.payment_orders USING btree (expires_at) WHERE (state = 'awaiting_confirmation'::text)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.payment_settings_to_come · row-level security forced
  employer_id uuid not null
  confirmations_required smallint not null
  self_confirmation boolean not null
  order_ceiling_centimes bigint
  daily_ceiling_centimes bigint
  decided_by text not null
  decided_at timestamp with time zone not null
  takes_effect_at timestamp with time zone not null
  constraint payment_settings_to_come_check CHECK ((takes_effect_at > decided_at))
  constraint payment_settings_to_come_check1 CHECK ((NOT (self_confirmation AND (confirmations_required = 2))))
  constraint payment_settings_to_come_confirmations_required_check CHECK ((confirmations_required = ANY (ARRAY[1, 2])))
  constraint payment_settings_to_come_daily_ceiling_centimes_check CHECK ((daily_ceiling_centimes > 0))
  constraint payment_settings_to_come_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint payment_settings_to_come_order_ceiling_centimes_check CHECK ((order_ceiling_centimes > 0))
  constraint payment_settings_to_come_pkey PRIMARY KEY (employer_id)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.presence_assertions · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  profile_id uuid
  digest bytea not null
  credential_id bytea not null
  public_key bytea not null
  key_added_at timestamp with time zone not null
  authenticator_data bytea not null
  client_data bytea not null
  signature bytea not null
  made_at timestamp with time zone not null
  agent_id uuid
  wording text
  constraint presence_assertions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id)
  constraint presence_assertions_agent_wording CHECK (((agent_id IS NULL) OR (wording IS NOT NULL)))
  constraint presence_assertions_digest_check CHECK ((length(digest) = 32))
  constraint presence_assertions_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint presence_assertions_id_employer_id_profile_id_digest_key UNIQUE (id, employer_id, profile_id, digest)
  constraint presence_assertions_of_wording CHECK (((wording IS NULL) OR (sha256(convert_to(wording, 'UTF8'::name)) = digest)))
  constraint presence_assertions_pkey PRIMARY KEY (id)
  constraint presence_assertions_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.profiles(id)
  constraint presence_assertions_somebody CHECK ((((profile_id IS NOT NULL) AND (employer_id IS NOT NULL) AND (agent_id IS NULL)) OR ((agent_id IS NOT NULL) AND (profile_id IS NULL) AND (employer_id IS NULL))))
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND (agent_id IS NOT NULL))
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER presence_assertions_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.presence_assertions FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.profiles · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  firm_id uuid
  service text not null
  login text not null
  state text not null
  first_name text not null
  last_name text not null
  identity_kind text not null
  identity_sealed bytea not null
  identity_key bytea not null
  job_title text not null
  email text not null
  phone text not null default ''::text
  language text not null default 'fr'::text
  is_maker boolean not null default false
  is_validator boolean not null default false
  password_hash text
  password_set_at timestamp with time zone
  provisional_hash text
  provisional_until timestamp with time zone
  suggested_questions text[] not null default '{}'::text[]
  totp_sealed bytea
  totp_last_step bigint
  last_signed_in_at timestamp with time zone
  mail_bounced_at timestamp with time zone
  created_at timestamp with time zone not null
  state_reason text not null default ''::text
  state_changed_at timestamp with time zone not null
  version integer not null default 1
  confirms_from timestamp with time zone
  passkey_count smallint not null default 0
  former_hashes text[] not null default '{}'::text[]
  constraint profiles_check CHECK (((service = 'declaration_external'::text) = (firm_id IS NOT NULL)))
  constraint profiles_check1 CHECK (((firm_id IS NULL) = (employer_id IS NOT NULL)))
  constraint profiles_check2 CHECK (((service = 'payment'::text) OR (NOT (is_maker OR is_validator))))
  constraint profiles_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint profiles_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES public.firms(id)
  constraint profiles_former_hashes_check CHECK ((cardinality(former_hashes) <= 3))
  constraint profiles_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['cin'::text, 'residence_card'::text, 'passport'::text])))
  constraint profiles_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint profiles_login_check CHECK ((login = lower(login)))
  constraint profiles_login_key UNIQUE (login)
  constraint profiles_passkey_count_check CHECK ((passkey_count >= 0))
  constraint profiles_pkey PRIMARY KEY (id)
  constraint profiles_service_check CHECK ((service = ANY (ARRAY['declaration_internal'::text, 'declaration_external'::text, 'employer_account'::text, 'payment'::text, 'liquidation'::text])))
  constraint profiles_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text, 'removed'::text])))
  constraint profiles_validators_wait CHECK (((NOT is_validator) OR (confirms_from IS NOT NULL)))
  CREATE INDEX profiles_by_employer ON public.profiles USING btree (employer_id, service)
  CREATE INDEX profiles_by_identity ON public.profiles USING btree (identity_key)
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (id = public.current_account()))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) OR ((firm_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM public.mandates
  WHERE ((mandates.profile_id = profiles.id) AND (mandates.employer_id = public.current_employer()) AND (mandates.answered_at IS NOT NULL) AND (mandates.state <> 'declined'::text)))))))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy mandating_insert for insert check ((public.current_scope() = 'mandating'::text) AND ((firm_id IS NOT NULL) AND (identity_key = public.current_key())))
  policy mandating_select for select using ((public.current_scope() = 'mandating'::text) AND ((firm_id IS NOT NULL) AND ((identity_key = public.current_key()) OR (EXISTS ( SELECT
   FROM public.mandates
  WHERE ((mandates.profile_id = profiles.id) AND (mandates.employer_id = public.current_employer())))))))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER profiles_are_declarants AFTER INSERT ON public.profiles FOR EACH ROW EXECUTE FUNCTION public.become_declarant()
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.reading_alerts · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid
  reader_kind text not null
  reader_id uuid not null
  reader_name text not null
  members integer not null
  at timestamp with time zone not null
  seen_by uuid
  seen_at timestamp with time zone
  constraint reading_alerts_check CHECK (((employer_id IS NULL) = (reader_kind = 'agent'::text)))
  constraint reading_alerts_check1 CHECK (((seen_by IS NULL) = (seen_at IS NULL)))
  constraint reading_alerts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint reading_alerts_members_check CHECK ((members > 0))
  constraint reading_alerts_pkey PRIMARY KEY (id)
  constraint reading_alerts_reader_kind_check CHECK ((reader_kind = ANY (ARRAY['profile'::text, 'agent'::text, 'key'::text])))
  constraint reading_alerts_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES public.agents(id)
  CREATE INDEX reading_alerts_open ON public.reading_alerts USING btree (at) WHERE (seen_at IS NULL)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_insert for insert check ((public.current_scope() = 'employer'::text) AND ((employer_id = public.current_employer()) AND (seen_at IS NULL)))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER reading_alerts_work AFTER INSERT OR UPDATE OF seen_at ON public.reading_alerts FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_reading_alert', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

sequence public.receipt_numbers
  grant USAGE to guichet_app

table public.received_transfers · row-level security forced
  id uuid not null default gen_random_uuid()
  identity text not null
  message_id uuid not null
  position integer not null
  amount_centimes bigint not null
  booked_on date not null
  bank_reference text not null
  payer_name text not null
  payer_rib text not null
  written text not null
  state text not null
  note text not null
  decided_by uuid
  decided_at timestamp with time zone
  received_at timestamp with time zone not null
  version integer not null default 1
  constraint received_transfers_agree TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint received_transfers_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint received_transfers_identity_key UNIQUE (identity)
  constraint received_transfers_message_id_position_fkey FOREIGN KEY (message_id, "position") REFERENCES public.bank_movements(message_id, "position")
  constraint received_transfers_message_id_position_key UNIQUE (message_id, "position")
  constraint received_transfers_payer_rib_check CHECK (((payer_rib = ''::text) OR (payer_rib ~ '^[0-9]{24}$'::text)))
  constraint received_transfers_pkey PRIMARY KEY (id)
  constraint received_transfers_state_check CHECK ((state = ANY (ARRAY['to_decide'::text, 'attributed'::text, 'to_identify'::text, 'to_refund'::text, 'refunded'::text, 'no_payment'::text])))
  CREATE INDEX received_transfers_by_bank_reference ON public.received_transfers USING btree (bank_reference)
  CREATE INDEX received_transfers_waiting ON public.received_transfers USING btree (booked_on) WHERE (state = ANY (ARRAY['to_decide'::text, 'to_identify'::text, 'to_refund'::text]))
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  CREATE CONSTRAINT TRIGGER received_transfers_agree AFTER INSERT OR UPDATE ON public.received_transfers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_wrong_suspense()
  CREATE TRIGGER received_transfers_work AFTER INSERT OR UPDATE OF state ON public.received_transfers FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_transfer', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.reconciliation_faults · row-level security forced
  reconciliation_id uuid not null
  position integer not null
  kind text not null
  employer_id uuid
  subject text not null
  expected text not null
  found text not null
  constraint reconciliation_faults_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint reconciliation_faults_pkey PRIMARY KEY (reconciliation_id, "position")
  constraint reconciliation_faults_position_check CHECK (("position" > 0))
  constraint reconciliation_faults_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES public.reconciliations(id)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_insert for insert check ((public.current_scope() = 'system'::text) AND true)
  policy system_select for select using ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.reconciliations · row-level security forced
  id uuid not null default gen_random_uuid()
  ran_at timestamp with time zone not null
  ledgers integer not null
  entries integer not null
  chains integer not null
  events integer not null
  orders integer not null
  collections integer not null
  faults integer not null
  constraint reconciliations_faults_check CHECK ((faults >= 0))
  constraint reconciliations_pkey PRIMARY KEY (id)
  CREATE INDEX reconciliations_newest ON public.reconciliations USING btree (ran_at DESC)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy system_insert for insert check ((public.current_scope() = 'system'::text) AND true)
  policy system_select for select using ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.recovery_codes · row-level security forced
  account_kind text not null
  account_id uuid not null
  code_hash bytea not null
  used_at timestamp with time zone
  constraint recovery_codes_account_kind_check CHECK ((account_kind = ANY (ARRAY['delegate'::text, 'profile'::text, 'agent'::text])))
  constraint recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
  policy account_delete for delete using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND (account_id = public.current_account())) check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND (account_kind = ANY (ARRAY['agent'::text, 'delegate'::text])))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND (account_kind = ANY (ARRAY['agent'::text, 'delegate'::text])))
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND ((account_kind = 'profile'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = recovery_codes.account_id) AND (profiles.employer_id = public.current_employer()))))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND ((account_kind = 'profile'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = recovery_codes.account_id) AND (profiles.employer_id = public.current_employer()))))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.refused_lines · row-level security forced
  declaration_id uuid not null
  employer_id uuid not null
  line integer not null
  sealed bytea not null
  constraint refused_lines_declaration_id_employer_id_fkey FOREIGN KEY (declaration_id, employer_id) REFERENCES public.declarations(id, employer_id)
  constraint refused_lines_line_check CHECK ((line > 0))
  constraint refused_lines_pkey PRIMARY KEY (declaration_id, line)
  policy own_employer using ((( SELECT public.current_scope() AS current_scope) = 'employer'::text) AND (employer_id = ( SELECT public.current_employer() AS current_employer)))
  policy trusted_scope using (( SELECT public.current_scope() AS current_scope) = ANY ('{agency,system}'::text[]))
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.retirement_notices · row-level security forced
  employer_id uuid not null
  membership_id uuid not null
  milestone smallint not null
  pension_on date not null
  told_at timestamp with time zone not null
  constraint retirement_notices_membership_id_employer_id_fkey FOREIGN KEY (membership_id, employer_id) REFERENCES public.memberships(id, employer_id)
  constraint retirement_notices_milestone_check CHECK ((milestone = ANY (ARRAY[4, 6, 12])))
  constraint retirement_notices_pkey PRIMARY KEY (employer_id, membership_id, milestone)
  policy system_insert for insert check ((public.current_scope() = 'system'::text) AND true)
  policy system_select for select using ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.secret_answers · row-level security forced
  profile_id uuid not null
  question text not null
  answer_hash text not null
  constraint secret_answers_pkey PRIMARY KEY (profile_id, question)
  constraint secret_answers_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES public.profiles(id)
  policy account_delete for delete using ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account()))
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND (profile_id = public.current_account()))
  policy employer_delete for delete using ((public.current_scope() = 'employer'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = secret_answers.profile_id) AND (profiles.employer_id = public.current_employer())))))
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (EXISTS ( SELECT
   FROM public.profiles
  WHERE ((profiles.id = secret_answers.profile_id) AND (profiles.employer_id = public.current_employer())))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.sessions · row-level security forced
  id uuid not null default gen_random_uuid()
  token_hash bytea not null
  account_kind text not null
  account_id uuid not null
  employer_id uuid
  stage text not null
  second_factor_tries smallint not null default 0
  browser text not null default ''::text
  started_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  ended_at timestamp with time zone
  end_reason text
  constraint sessions_account_kind_check CHECK ((account_kind = ANY (ARRAY['delegate'::text, 'profile'::text, 'agent'::text])))
  constraint sessions_browser_check CHECK ((length(browser) <= 60))
  constraint sessions_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_stage_check CHECK ((stage = ANY (ARRAY['second_factor'::text, 'full'::text])))
  constraint sessions_token_hash_key UNIQUE (token_hash)
  CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL)
  policy account_insert for insert check ((public.current_scope() = 'account'::text) AND (account_id = public.current_account()))
  policy account_select for select using ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) OR (token_hash = public.current_key())))
  policy account_update for update using ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) OR (token_hash = public.current_key()))) check ((public.current_scope() = 'account'::text) AND ((account_id = public.current_account()) OR (token_hash = public.current_key())))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy employer_update for update using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer())) check ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy firm_select for select using ((public.current_scope() = 'firm'::text) AND (account_id = public.current_profile()))
  policy firm_update for update using ((public.current_scope() = 'firm'::text) AND (account_id = public.current_profile())) check ((public.current_scope() = 'firm'::text) AND (account_id = public.current_profile()))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND (token_hash = public.current_key()))
  policy sign_in_update for update using ((public.current_scope() = 'sign_in'::text) AND (token_hash = public.current_key())) check ((public.current_scope() = 'sign_in'::text) AND (token_hash = public.current_key()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.subscribed_services · row-level security forced
  employer_id uuid not null
  service text not null
  since timestamp with time zone not null
  constraint subscribed_services_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint subscribed_services_pkey PRIMARY KEY (employer_id, service)
  constraint subscribed_services_service_check CHECK ((service = ANY (ARRAY['declaration'::text, 'employer_account'::text, 'payment'::text, 'liquidation'::text])))
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_mandating_select for select using ((public.current_scope() = ANY ('{employer,mandating}'::text[])) AND (employer_id = public.current_employer()))
  policy sign_in_select for select using ((public.current_scope() = 'sign_in'::text) AND (EXISTS ( SELECT
   FROM public.machine_keys
  WHERE (machine_keys.employer_id = subscribed_services.employer_id))))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.subscription_drafts · row-level security forced
  id uuid not null default gen_random_uuid()
  key_hash bytea not null
  kind text not null default 'subscription'::text
  employer_number text not null
  company jsonb
  delegate jsonb
  services jsonb
  password_hash text
  letter_id uuid
  language text not null
  created_at timestamp with time zone not null
  touched_at timestamp with time zone not null
  unfinished_sealed bytea
  constraint subscription_drafts_employer_number_check CHECK ((employer_number ~ '^[0-9]{6}$'::text))
  constraint subscription_drafts_kind_check CHECK ((kind = ANY (ARRAY['subscription'::text, 'renewal'::text])))
  constraint subscription_drafts_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text])))
  constraint subscription_drafts_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint subscription_drafts_pkey PRIMARY KEY (id)
  CREATE INDEX subscription_drafts_by_visit ON public.subscription_drafts USING btree (key_hash, touched_at DESC)
  CREATE UNIQUE INDEX subscription_drafts_one_open ON public.subscription_drafts USING btree (key_hash, kind, employer_number) WHERE (letter_id IS NULL)
  policy public_delete for delete using ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy public_update for update using ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key())) check ((public.current_scope() = 'public'::text) AND (key_hash = public.current_key()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.subscriptions · row-level security forced
  letter_id uuid not null
  employer_id uuid
  identity_kind text not null
  identity_sealed bytea not null
  identity_key bytea not null
  password_hash text
  constraint subscriptions_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint subscriptions_identity_kind_check CHECK ((identity_kind = ANY (ARRAY['cin'::text, 'residence_card'::text, 'passport'::text])))
  constraint subscriptions_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES public.letters(id)
  constraint subscriptions_pkey PRIMARY KEY (letter_id)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy public_insert for insert check ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy public_select for select using ((public.current_scope() = 'public'::text) AND (letter_id = public.current_letter()))
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.suspense_entries · row-level security forced
  transfer_id uuid not null
  number smallint not null
  kind text not null
  amount_centimes bigint not null
  attribution_id uuid
  recorded_at timestamp with time zone not null
  constraint suspense_entries_agree TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint suspense_entries_amount_centimes_check CHECK ((amount_centimes <> 0))
  constraint suspense_entries_attribution_id_fkey FOREIGN KEY (attribution_id) REFERENCES public.transfer_attributions(id)
  constraint suspense_entries_check CHECK (((amount_centimes > 0) = (kind = ANY (ARRAY['received'::text, 'taken_back'::text]))))
  constraint suspense_entries_check1 CHECK (((attribution_id IS NOT NULL) = (kind = ANY (ARRAY['attributed'::text, 'taken_back'::text]))))
  constraint suspense_entries_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'attributed'::text, 'taken_back'::text, 'refunded'::text, 'no_payment'::text])))
  constraint suspense_entries_number_check CHECK ((number > 0))
  constraint suspense_entries_pkey PRIMARY KEY (transfer_id, number)
  constraint suspense_entries_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES public.received_transfers(id)
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  CREATE CONSTRAINT TRIGGER suspense_entries_agree AFTER INSERT ON public.suspense_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_wrong_suspense()
  CREATE TRIGGER suspense_entries_are_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.suspense_entries FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.systematic_debits · row-level security forced
  employer_id uuid not null
  category text not null
  year smallint not null
  quarter smallint not null
  part text not null
  owed_centimes bigint not null
  amount_centimes bigint not null
  order_id uuid not null
  constraint systematic_debits_check CHECK (((amount_centimes > 0) AND (amount_centimes <= owed_centimes)))
  constraint systematic_debits_employer_id_category_fkey FOREIGN KEY (employer_id, category) REFERENCES public.employer_categories(employer_id, category)
  constraint systematic_debits_order_id_employer_id_fkey FOREIGN KEY (order_id, employer_id) REFERENCES public.payment_orders(id, employer_id)
  constraint systematic_debits_owed_centimes_check CHECK ((owed_centimes > 0))
  constraint systematic_debits_part_check CHECK ((part = ANY (ARRAY['contributions'::text, 'interest'::text])))
  constraint systematic_debits_pkey PRIMARY KEY (employer_id, category, year, quarter, part, owed_centimes)
  constraint systematic_debits_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  CREATE INDEX systematic_debits_by_order ON public.systematic_debits USING btree (order_id)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy system_delete for delete using ((public.current_scope() = 'system'::text) AND true)
  policy system_insert for insert check ((public.current_scope() = 'system'::text) AND true)
  policy system_select for select using ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app

table public.takeouts · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  reason text not null
  state text not null default 'waiting'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  expires_at timestamp with time zone
  collected_at timestamp with time zone
  declined_because text
  constraint takeouts_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES public.agents(id)
  constraint takeouts_check CHECK (((state = 'waiting'::text) = (decided_at IS NULL)))
  constraint takeouts_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL)))
  constraint takeouts_check2 CHECK (((state = 'waiting'::text) OR ((state = 'withdrawn'::text) = (decided_by = asked_by))))
  constraint takeouts_check3 CHECK (((state = 'agreed'::text) = (expires_at IS NOT NULL)))
  constraint takeouts_check4 CHECK (((collected_at IS NULL) OR (state = 'agreed'::text)))
  constraint takeouts_check5 CHECK (((declined_because IS NULL) OR (state = 'declined'::text)))
  constraint takeouts_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.agents(id)
  constraint takeouts_declined_because_check CHECK (((length(declined_because) >= 1) AND (length(declined_because) <= 500)))
  constraint takeouts_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint takeouts_pkey PRIMARY KEY (id)
  constraint takeouts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  constraint takeouts_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'agreed'::text, 'declined'::text, 'withdrawn'::text])))
  CREATE INDEX takeouts_by_employer ON public.takeouts USING btree (employer_id, asked_at DESC)
  CREATE UNIQUE INDEX takeouts_one_waiting ON public.takeouts USING btree (employer_id) WHERE (state = 'waiting'::text)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND (state = 'waiting'::text))
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  CREATE TRIGGER takeouts_work AFTER INSERT OR UPDATE OF state ON public.takeouts FOR EACH ROW EXECUTE FUNCTION public.keep_work('work_of_takeout', 'id')
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (collected_at) to guichet_app
  grant UPDATE (decided_at) to guichet_app
  grant UPDATE (decided_by) to guichet_app
  grant UPDATE (declined_because) to guichet_app
  grant UPDATE (expires_at) to guichet_app
  grant UPDATE (state) to guichet_app

table public.throttles
  key text not null
  failures integer not null
  window_started_at timestamp with time zone not null
  blocked_until timestamp with time zone
  constraint throttles_pkey PRIMARY KEY (key)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.transfer_attributions · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  transfer_id uuid not null
  found_by text not null
  transfer_order_id uuid
  amount_centimes bigint not null
  booked_on date not null
  payer_name text not null
  written text not null
  attributed_by uuid
  attributed_at timestamp with time zone not null
  taken_back_by uuid
  taken_back_at timestamp with time zone
  taken_back_reason text not null default ''::text
  constraint transfer_attributions_agree TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint transfer_attributions_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint transfer_attributions_check CHECK (((taken_back_at IS NULL) = (taken_back_by IS NULL)))
  constraint transfer_attributions_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint transfer_attributions_found_by_check CHECK ((found_by = ANY (ARRAY['reference'::text, 'account'::text, 'agent'::text])))
  constraint transfer_attributions_id_employer_id_key UNIQUE (id, employer_id)
  constraint transfer_attributions_pkey PRIMARY KEY (id)
  constraint transfer_attributions_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES public.received_transfers(id)
  constraint transfer_attributions_transfer_order_id_fkey FOREIGN KEY (transfer_order_id) REFERENCES public.transfer_orders(id)
  CREATE INDEX transfer_attributions_by_employer ON public.transfer_attributions USING btree (employer_id)
  CREATE INDEX transfer_attributions_by_order ON public.transfer_attributions USING btree (transfer_order_id) WHERE (transfer_order_id IS NOT NULL)
  CREATE UNIQUE INDEX transfer_attributions_one ON public.transfer_attributions USING btree (transfer_id, employer_id) WHERE (taken_back_at IS NULL)
  policy agency_system_insert for insert check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_select for select using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy agency_system_update for update using ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true) check ((public.current_scope() = ANY ('{agency,system}'::text[])) AND true)
  policy employer_select for select using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  CREATE CONSTRAINT TRIGGER transfer_attributions_agree AFTER INSERT OR UPDATE ON public.transfer_attributions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_wrong_suspense()
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

table public.transfer_orders · row-level security forced
  id uuid not null default gen_random_uuid()
  employer_id uuid not null
  reference text not null
  bank_account_id uuid
  amount_centimes bigint not null
  dues jsonb not null
  drawn_by uuid not null
  drawn_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  withdrawn_reason text not null default ''::text
  constraint transfer_orders_amount_centimes_check CHECK ((amount_centimes > 0))
  constraint transfer_orders_bank_account_id_employer_id_fkey FOREIGN KEY (bank_account_id, employer_id) REFERENCES public.bank_accounts(id, employer_id)
  constraint transfer_orders_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES public.profiles(id)
  constraint transfer_orders_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint transfer_orders_pkey PRIMARY KEY (id)
  constraint transfer_orders_reference_key UNIQUE (reference)
  constraint transfer_orders_withdrawn_reason_check CHECK ((length(withdrawn_reason) <= 200))
  constraint transfer_orders_withdrawn_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason = ''::text)))
  CREATE INDEX transfer_orders_by_employer ON public.transfer_orders USING btree (employer_id, drawn_at DESC)
  policy own_employer using ((public.current_scope() = 'employer'::text) AND (employer_id = public.current_employer()))
  policy trusted_scope using (public.current_scope() = ANY ('{agency,system}'::text[]))
  CREATE TRIGGER transfer_orders_withdrawn_once BEFORE UPDATE ON public.transfer_orders FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change()
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE (withdrawn_at) to guichet_app
  grant UPDATE (withdrawn_reason) to guichet_app

table public.work_items · row-level security forced
  id uuid not null default gen_random_uuid()
  subject_kind text not null
  subject_id text not null
  kind text not null
  rank smallint not null
  due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
  clock_spent_ms bigint not null default 0
  clock_running_since timestamp with time zone
  since timestamp with time zone not null
  reference text not null
  about text not null default ''::text
  employer_id uuid
  employer_number text not null default ''::text
  first_agent uuid
  taken_by uuid
  taken_at timestamp with time zone
  constraint work_items_check CHECK (((taken_by IS NULL) = (taken_at IS NULL)))
  constraint work_items_check1 CHECK (((clock_running_since IS NULL) = (due_at = 'infinity'::timestamp with time zone)))
  constraint work_items_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES public.employers(id)
  constraint work_items_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
  constraint work_items_pkey PRIMARY KEY (id)
  constraint work_items_rank_check CHECK (((rank >= 0) AND (rank <= 4)))
  constraint work_items_subject_kind_subject_id_key UNIQUE (subject_kind, subject_id)
  CREATE INDEX work_items_by_employer ON public.work_items USING btree (employer_id)
  CREATE INDEX work_items_by_kind ON public.work_items USING btree (kind, rank, due_at, since, id)
  CREATE INDEX work_items_in_hand ON public.work_items USING btree (taken_by, rank, due_at, since, id) WHERE (taken_by IS NOT NULL)
  CREATE INDEX work_items_in_order ON public.work_items USING btree (rank, due_at, since, id)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant SELECT to guichet_app
  grant UPDATE (taken_at) to guichet_app
  grant UPDATE (taken_by) to guichet_app

table public.work_views · row-level security forced
  id uuid not null default gen_random_uuid()
  agent_id uuid not null
  name text not null
  query text not null
  is_default boolean not null default false
  created_at timestamp with time zone not null
  constraint work_views_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES public.agents(id)
  constraint work_views_agent_id_name_key UNIQUE (agent_id, name)
  constraint work_views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  constraint work_views_pkey PRIMARY KEY (id)
  constraint work_views_query_check CHECK ((length(query) <= 500))
  CREATE UNIQUE INDEX work_views_one_default ON public.work_views USING btree (agent_id) WHERE is_default
  policy agency_delete for delete using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_insert for insert check ((public.current_scope() = 'agency'::text) AND true)
  policy agency_select for select using ((public.current_scope() = 'agency'::text) AND true)
  policy agency_update for update using ((public.current_scope() = 'agency'::text) AND true) check ((public.current_scope() = 'agency'::text) AND true)
  policy system_all using ((public.current_scope() = 'system'::text) AND true) check ((public.current_scope() = 'system'::text) AND true)
  grant DELETE to guichet_app
  grant INSERT to guichet_app
  grant SELECT to guichet_app
  grant UPDATE to guichet_app

CREATE OR REPLACE FUNCTION public.agency_delay(since timestamp with time zone, OUT decisions integer, OUT hours integer)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  select count(*), coalesce(ceil(avg(clock_spent_ms) / 3600000.0), 0) into decisions, hours
    from decided_letters where decided_at >= since;
  perform set_config('guichet.scope', asking, true);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.agent_power_needs_two()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  needed text := case
    when old.role <> new.role or old.identity_key <> new.identity_key then 'another person or role'
    when old.state in ('proposed', 'declined') and new.state in ('invited', 'active') then 'open'
    when old.state = 'suspended' and new.state in ('invited', 'active') then 'reactivate'
    when (old.totp_sealed is not null or old.passkey_count > 0) and new.totp_sealed is null and new.passkey_count = 0
      then 'reset_second_factor'
  end;
begin
  if needed is null or current_user <> 'guichet_app' or current_scope() = 'system' then
    return new;
  end if;
  if not exists (
    select from agent_requests where agent_id = new.id and kind = needed and state = 'confirmed' and decided_by is not null
      and agent_requests.xmin = pg_current_xact_id()::xid
  ) then
    raise exception 'agent %: % was confirmed by nobody', new.id, needed
      using errcode = 'check_violation', constraint = 'agents_power_needs_two';
  end if;
  return new;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.append_audit_event(the_employer uuid, happened_at timestamp with time zone, the_actor_kind text, the_actor_id uuid, the_actor_name text, the_action text, the_subject_kind text, the_subject_id text, the_details jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  the_chain text := coalesce(the_employer::text, 'fund');
  head audit_chains;
  event audit_events;
begin
  insert into audit_chains (chain, employer_id) values (the_chain, the_employer) on conflict do nothing;
  select * into head from audit_chains where chain = the_chain for update;
  event.chain := the_chain;
  event.sequence := head.last_sequence + 1;
  event.employer_id := the_employer;
  event.at := happened_at;
  event.actor_kind := the_actor_kind;
  event.actor_id := the_actor_id;
  event.actor_name := the_actor_name;
  event.action := the_action;
  event.subject_kind := the_subject_kind;
  event.subject_id := the_subject_id;
  event.details := the_details;
  event.hash := sha256(head.last_hash || convert_to(audit_text(event), 'UTF8'));
  insert into audit_events select event.*;
  update audit_chains set last_sequence = event.sequence, last_hash = event.hash where chain = the_chain;
  return event.sequence;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.append_ledger_entry(the_employer uuid, the_kind text, the_cause_kind text, the_cause_id text, the_cause_version integer, happened_on date, written_at timestamp with time zone, reversed bigint, told jsonb, moves jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  head ledgers := lock_ledger(the_employer);
  entry ledger_entries;
  move record;
  posting ledger_postings;
  postings ledger_postings[] := '{}';
  written text[] := '{}';
begin
  entry.category := told ->> 'category';
  entry.year := split_part(told ->> 'quarter', 'T', 1)::smallint;
  entry.quarter := split_part(told ->> 'quarter', 'T', 2)::smallint;
  -- The terms of a due are fixed when it is first declared.
  if the_kind = 'declaration' then
    insert into ledger_dues (employer_id, category, year, quarter, due_on, grace_days, yearly_rate, year_days)
    values (the_employer, entry.category, entry.year, entry.quarter, (told #>> '{terms,dueOn}')::date,
      (told #>> '{terms,graceDays}')::integer, (told #>> '{terms,yearlyRate}')::integer, (told #>> '{terms,yearDays}')::integer)
    on conflict do nothing;
  end if;
  perform lock_ledger_accounts(the_employer, moves);
  entry.employer_id := the_employer;
  entry.number := head.last_number + 1;
  entry.kind := the_kind;
  entry.cause_kind := the_cause_kind;
  entry.cause_id := the_cause_id;
  entry.cause_version := the_cause_version;
  entry.occurred_on := happened_on;
  entry.recorded_at := written_at;
  entry.reverses := reversed;
  entry.details := told;
  entry.debit_centimes := 0;
  entry.credit_centimes := 0;
  posting.employer_id := the_employer;
  posting.entry := entry.number;
  for move in
    select one.value ->> 'account' as account, one.value ->> 'category' as category, (one.value ->> 'year')::smallint as year,
      (one.value ->> 'quarter')::smallint as quarter, (one.value ->> 'amount')::bigint as amount, one.ordinality
    from jsonb_array_elements(moves) with ordinality as one order by one.ordinality
  loop
    update ledger_accounts account
      set balance_centimes = account.balance_centimes + move.amount, version = account.version + 1
      where account.employer_id = the_employer and account.kind = move.account
        and account.category is not distinct from move.category and account.year is not distinct from move.year
        and account.quarter is not distinct from move.quarter
      returning account.id, account.balance_centimes, account.version
      into strict posting.account_id, posting.balance_after_centimes, posting.account_version;
    posting.line := move.ordinality;
    posting.amount_centimes := move.amount;
    postings := postings || posting;
    written := written || concat_ws(' ', move.account, move.category, move.year::text, move.quarter::text, move.amount::text,
      posting.balance_after_centimes::text, posting.account_version::text);
    if move.account in ('contributions_due', 'interest_due', 'advances') then
      entry.debit_centimes := entry.debit_centimes + greatest(move.amount, 0);
      entry.credit_centimes := entry.credit_centimes + greatest(-move.amount, 0);
    end if;
  end loop;
  entry.owed_after_centimes := head.owed_centimes + entry.debit_centimes - entry.credit_centimes;
  entry.hash := sha256(head.last_hash || convert_to(ledger_text(entry, array_to_string(written, E'\x1e')), 'UTF8'));
  insert into ledger_entries select entry.*;
  insert into ledger_postings select * from unnest(postings);
  insert into ledger_entry_categories
    select the_employer, category, entry.number
    from (select one.value ->> 'category' as category from jsonb_array_elements(moves) as one union select entry.category) as all_categories
    where category is not null;
  update ledgers set last_number = entry.number, owed_centimes = entry.owed_after_centimes, last_hash = entry.hash
    where employer_id = the_employer;
  return entry.number;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.audit_text(event public.audit_events)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN concat_ws(''::text, (event).chain, ((event).sequence)::text, (((EXTRACT(epoch FROM (event).at) * (1000000)::numeric))::bigint)::text, (event).actor_kind, COALESCE(((event).actor_id)::text, ''::text), (event).actor_name, (event).action, (event).subject_kind, (event).subject_id, ((event).details)::text)

-- execute: public

CREATE OR REPLACE FUNCTION public.become_declarant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into declarants values (new.id);
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.company_with_number(wanted text)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
  found_id uuid;
begin
  perform set_config('guichet.scope', 'system', true);
  select id into found_id from employers where employer_number = wanted;
  perform set_config('guichet.scope', asking, true);
  return found_id;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.count_findings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  if tg_op <> 'DELETE' then
    insert into declaration_causes as c
      select declaration_id, employer_id, severity, code, field, reason_of(one), count(*), count(correction)
      from added as one group by 1, 2, 3, 4, 5, 6
    on conflict (declaration_id, code, field, severity, reason) do update
      set findings = c.findings + excluded.findings, correctable = c.correctable + excluded.correctable;
  end if;
  if tg_op <> 'INSERT' then
    update declaration_causes as c
      set findings = c.findings - gone.findings, correctable = c.correctable - gone.correctable
      from (select declaration_id, severity, code, field, reason_of(one) as reason, count(*) as findings,
          count(correction) as correctable from removed as one group by 1, 2, 3, 4, 5) as gone
      where c.declaration_id = gone.declaration_id and c.severity = gone.severity and c.code = gone.code
        and c.field = gone.field and c.reason = gone.reason;
    delete from declaration_causes
      where findings = 0 and declaration_id in (select distinct declaration_id from removed);
  end if;
  perform set_config('guichet.scope', asking, true);
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.count_jobs()
 RETURNS TABLE(task text, due bigint, running bigint, failing bigint, given_up bigint, oldest_seconds double precision)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select task_identifier,
    count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts),
    count(*) filter (where locked_at is not null),
    count(*) filter (where attempts > 0 and attempts < max_attempts),
    count(*) filter (where attempts >= max_attempts),
    coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at <= now())), 0)
  from graphile_worker.jobs group by 1
$function$

-- execute: guichet_app

CREATE OR REPLACE FUNCTION public.count_passkeys()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  change smallint := case tg_op when 'INSERT' then 1 else -1 end;
  one passkeys := case tg_op when 'INSERT' then new else old end;
  changed integer;
begin
  execute format('update %I set passkey_count = passkey_count + $1 where id = $2', one.account_kind || 's')
    using change, one.account_id;
  get diagnostics changed = row_count;
  if changed <> 1 then
    raise exception '% % does not exist, or may not be changed from here', one.account_kind, one.account_id;
  end if;
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.current_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('guichet.account'::text, true), ''::text))::uuid

-- execute: public

CREATE OR REPLACE FUNCTION public.current_employer()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('guichet.employer'::text, true), ''::text))::uuid

-- execute: public

CREATE OR REPLACE FUNCTION public.current_key()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN decode(NULLIF(current_setting('guichet.key'::text, true), ''::text), 'hex'::text)

-- execute: public

CREATE OR REPLACE FUNCTION public.current_letter()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('guichet.letter'::text, true), ''::text))::uuid

-- execute: public

CREATE OR REPLACE FUNCTION public.current_profile()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('guichet.account'::text, true), ''::text))::uuid

-- execute: public

CREATE OR REPLACE FUNCTION public.current_scope()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN current_setting('guichet.scope'::text, true)

-- execute: public

CREATE OR REPLACE FUNCTION public.date_work_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  update work_items set due_at = date_trunc('milliseconds', work_due_at(clock_spent_ms, clock_running_since))
    where clock_running_since is not null;
  perform set_config('guichet.scope', asking, true);
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.delegate_to_tell(the_letter uuid)
 RETURNS TABLE(id uuid, first_name text, last_name text, email text, language text, is_named boolean)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
  company uuid := (select letters.employer_id from letters where letters.id = the_letter);
begin
  perform set_config('guichet.scope', 'system', true);
  return query
    select d.id, d.first_name, d.last_name, d.email, d.language, exists (
        select from subscriptions s where s.letter_id = the_letter and s.identity_key = d.identity_key)
      from delegates d where d.employer_id = company and d.state in ('active', 'suspended');
  perform set_config('guichet.scope', asking, true);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.drop_work(the_kind text, the_id text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 DELETE FROM public.work_items
   WHERE ((work_items.subject_kind = drop_work.the_kind) AND (work_items.subject_id = drop_work.the_id));
END

-- execute: public

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, run_at timestamp with time zone, job_key text, max_attempts integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT graphile_worker.add_job(task, payload, NULL::text, run_at, max_attempts, job_key) AS add_job;
END

-- execute: public

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, run_at timestamp with time zone, job_key text, max_attempts integer, queue text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key) AS add_job;
END

-- execute: public

CREATE OR REPLACE FUNCTION public.is_in_function(the_delegate uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
  answer boolean;
begin
  perform set_config('guichet.scope', 'system', true);
  answer := exists (select from delegates where id = the_delegate and state = 'active');
  perform set_config('guichet.scope', asking, true);
  return answer;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.keep_work()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
begin
  perform set_config('guichet.scope', 'system', true);
  execute format('select %I(%s)', tg_argv[0],
    (select string_agg(format('($1).%I', name), ', ') from unnest(tg_argv[1:]) as name)) using new;
  perform set_config('guichet.scope', asking, true);
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.keep_work_item(item public.work_items)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  item.since := date_trunc('milliseconds', item.since);
  item.due_at := date_trunc('milliseconds', work_due_at(coalesce(item.clock_spent_ms, 0), item.clock_running_since));
  insert into work_items as kept (subject_kind, subject_id, kind, rank, due_at, clock_spent_ms, clock_running_since, since,
      reference, about, employer_id, employer_number, first_agent, taken_by, taken_at)
    values (item.subject_kind, item.subject_id, item.kind, item.rank, item.due_at, coalesce(item.clock_spent_ms, 0),
      item.clock_running_since, item.since, item.reference, coalesce(item.about, ''), item.employer_id,
      coalesce(item.employer_number, (select e.employer_number from employers e where e.id = item.employer_id), ''),
      item.first_agent, item.taken_by, item.taken_at)
  on conflict (subject_kind, subject_id) do update set kind = excluded.kind, rank = excluded.rank, due_at = excluded.due_at,
    clock_spent_ms = excluded.clock_spent_ms, clock_running_since = excluded.clock_running_since, since = excluded.since,
    reference = excluded.reference, about = excluded.about, employer_id = excluded.employer_id,
    employer_number = excluded.employer_number, first_agent = excluded.first_agent,
    taken_by = case item.subject_kind when 'letter' then excluded.taken_by else kept.taken_by end,
    taken_at = case item.subject_kind when 'letter' then excluded.taken_at else kept.taken_at end;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.ledger_text(entry public.ledger_entries, postings text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN concat_ws(''::text, ((entry).employer_id)::text, ((entry).number)::text, (entry).kind, (entry).cause_kind, (entry).cause_id, ((entry).cause_version)::text, ((entry).occurred_on)::text, (((EXTRACT(epoch FROM (entry).recorded_at) * (1000000)::numeric))::bigint)::text, COALESCE(((entry).reverses)::text, ''::text), ((entry).details)::text, ((entry).owed_after_centimes)::text, postings)

-- execute: public

CREATE OR REPLACE FUNCTION public.letter_needs_its_agents()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  newest uuid := (select id from letter_proofs where letter_id = new.id order by number desc limit 1);
  agreed integer := (select count(distinct agent_id) from letter_reviews
    where letter_id = new.id and proof_id = newest and verdict = 'accept');
begin
  if agreed < new.agents_required then
    raise exception 'letter %: % of % agents accepted its newest proof', new.id, agreed, new.agents_required
      using errcode = 'check_violation', constraint = 'letters_need_their_agents';
  end if;
  return new;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.letter_to_follow(wanted text, asked_with text)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  asking text := current_scope();
  found_id uuid;
begin
  perform set_config('guichet.scope', 'system', true);
  select id into found_id from letters where reference = wanted and lower(trim(applicant_email)) = lower(trim(asked_with));
  perform set_config('guichet.scope', asking, true);
  return found_id;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.lock_ledger(the_employer uuid)
 RETURNS public.ledgers
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  head ledgers;
begin
  if (current_scope() in ('agency', 'system')
      or (current_scope() = 'employer' and the_employer = current_employer())) is not true then
    raise exception 'row-level security: this transaction may not write in that ledger' using errcode = 'insufficient_privilege';
  end if;
  insert into ledgers (employer_id) values (the_employer) on conflict do nothing;
  select * into strict head from ledgers where employer_id = the_employer for update;
  return head;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.lock_ledger_accounts(the_employer uuid, moves jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into ledger_accounts (employer_id, kind, category, year, quarter)
    select distinct the_employer, move.account, move.category, move.year, move.quarter
    from jsonb_to_recordset(moves) as move (account text, category text, year smallint, quarter smallint)
    on conflict do nothing;
  perform from ledger_accounts account
    join jsonb_to_recordset(moves) as move (account text, category text, year smallint, quarter smallint)
      on account.kind = move.account and account.category is not distinct from move.category
        and account.year is not distinct from move.year and account.quarter is not distinct from move.quarter
    where account.employer_id = the_employer order by account.id for update of account;
end $function$

-- execute: public

CREATE OR REPLACE PROCEDURE public.open_to(IN opened regclass, IN scopes text[], IN commands text[], IN these_rows text DEFAULT 'true'::text, IN left_as text DEFAULT NULL::text)
 LANGUAGE plpgsql
AS $procedure$
declare
  asking text := format(case cardinality(scopes) when 1 then 'current_scope() = %L' else 'current_scope() = any (%2$L::text[])' end,
    scopes[1], scopes);
  before text := format('using (%s and (%s))', asking, these_rows);
  after text := format('with check (%s and (%s))', asking, coalesce(left_as, these_rows));
  command text;
begin
  foreach command in array commands loop
    execute format('create policy %I on %s for %s %s', array_to_string(scopes || command, '_'), opened, command,
      case command when 'select' then before when 'delete' then before when 'insert' then after else before || ' ' || after end);
  end loop;
end $procedure$

-- execute: public

CREATE OR REPLACE PROCEDURE public.protect(IN protected regclass, IN trusted text[])
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy own_employer on %s using (current_scope() = ''employer'' and employer_id = current_employer())',
    protected);
  execute format(
    'create policy trusted_scope on %s using (current_scope() = any (%L::text[]))',
    protected, trusted);
end $procedure$

-- execute: public

CREATE OR REPLACE FUNCTION public.readiness(OUT last_migration text, OUT worker_silence double precision)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select (select max(name) from platform.migrations),
    (select extract(epoch from now() - max(seen_at)) from platform.workers)
$function$

-- execute: guichet_app

CREATE OR REPLACE FUNCTION public.reason_of(finding public.declaration_findings)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN ((finding).confirmed_at IS NULL) THEN ''::text ELSE COALESCE(NULLIF((finding).confirmed_reason, ''::text), '—'::text) END

-- execute: public

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.refuse_rows_of_no_declaration()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from (select distinct declaration_id, employer_id from added) as one
    where not exists (
      select from declarations d where d.id = one.declaration_id and d.employer_id = one.employer_id)
  ) then
    raise exception 'rows of % belong to no declaration of that company', tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.refuse_unbalanced_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select sum(amount_centimes) from ledger_postings where employer_id = new.employer_id and entry = new.entry) <> 0 then
    raise exception 'entry % does not balance', new.entry using errcode = 'check_violation', constraint = 'ledger_entries_balance';
  end if;
  return null;
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.refuse_wrong_suspense()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_due_at(spent_ms bigint, running_since timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
RETURN CASE WHEN (running_since IS NULL) THEN 'infinity'::timestamp with time zone ELSE public.working_time_after(running_since, (172800000 - spent_ms)) END

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_agent_request(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  request agent_requests := (select r from agent_requests r where r.id = the_id);
  item work_items;
begin
  if request.state <> 'waiting' then
    perform drop_work('agent_request', request.agent_id::text);
    return;
  end if;
  item.subject_kind := 'agent_request';
  -- One at a time for an account: its page is where it is decided.
  item.subject_id := request.agent_id;
  item.kind := 'agent_request';
  item.rank := 1;
  item.since := request.asked_at;
  item.clock_running_since := request.asked_at;
  item.reference := '';
  item.about := (select first_name || ' ' || last_name from agents where id = request.agent_id);
  item.first_agent := request.asked_by;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_bank_movement(the_message uuid, the_position integer)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  movement bank_movements := (select m from bank_movements m where m.message_id = the_message and m.position = the_position);
  item work_items;
begin
  item.subject_id := the_message || '-' || the_position;
  if movement.state <> 'parked' then
    perform drop_work('bank_movement', item.subject_id);
    return;
  end if;
  item.subject_kind := 'bank_movement';
  item.kind := 'bank_movement';
  item.rank := 1;
  item.since := (select received_at from bank_messages where id = the_message);
  item.clock_running_since := item.since;
  item.reference := coalesce(nullif(movement.end_to_end_id, ''), movement.bank_reference);
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_claim(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  claim claims := (select c from claims c where c.id = the_id);
  settled claim_steps := (select s from claim_steps s where s.claim_id = the_id
    and s.step in ('granted', 'revised', 'arrears_paid', 'complemented') order by s.number desc limit 1);
  is_owed boolean := claim.state = 'granted' and coalesce(settled.step = 'arrears_paid', false);
  item work_items;
begin
  if claim.state not in ('sent', 'incomplete') and not is_owed then
    perform drop_work('claim', the_id::text);
    return;
  end if;
  item.subject_kind := 'claim';
  item.subject_id := the_id;
  item.kind := 'claim';
  item.rank := case claim.state when 'incomplete' then 3 else 1 end;
  -- The clock runs from the last time that the company sent it, or since the arrears; it stands still while the company owes something.
  item.since := case when is_owed then settled.at else
    coalesce((select max(at) from claim_steps where claim_id = the_id and step in ('sent', 'completed')), claim.sent_at) end;
  item.clock_running_since := case when claim.state <> 'incomplete' then item.since end;
  item.reference := claim.reference;
  item.about := claim.last_name || ' ' || claim.first_name;
  item.employer_id := claim.employer_id;
  item.first_agent := (select proposed_by from claim_decisions where claim_id = the_id and state = 'proposed');
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_desk_scan(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  scan desk_scans := (select s from desk_scans s where s.id = the_id);
  item work_items;
begin
  if scan.state <> 'waiting' then
    perform drop_work('desk_scan', the_id::text);
    return;
  end if;
  item.subject_kind := 'desk_scan';
  item.subject_id := the_id;
  item.kind := 'desk_scan';
  item.rank := 1;
  item.since := scan.brought_at;
  item.clock_running_since := scan.brought_at;
  item.reference := '';
  item.about := (select name from files where id = scan.file_id);
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_import(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  import imports := (select i from imports i where i.id = the_id);
  item work_items;
begin
  if import.state not in ('checked', 'asked') then
    perform drop_work('import', the_id::text);
    return;
  end if;
  item.subject_kind := 'import';
  item.subject_id := the_id;
  item.kind := 'import';
  item.rank := 1;
  item.since := coalesce(import.asked_at, import.checked_at);
  item.clock_running_since := coalesce(import.asked_at, import.checked_at);
  item.reference := '';
  item.about := import.file_name;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_letter(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  letter letters := (select l from letters l where l.id = the_id);
  is_opposed boolean := exists (select from objections where letter_id = the_id and raised_at is not null and decision is null);
  item work_items;
begin
  if letter.state not in ('received', 'to_complete', 'accepted') then
    perform drop_work('letter', the_id::text);
    return;
  end if;
  item.subject_kind := 'letter';
  item.subject_id := the_id;
  item.kind := case when is_opposed then 'objection' else letter.kind end;
  item.rank := case when is_opposed then 0 when letter.state = 'to_complete' then 3 when letter.state = 'accepted' then 4
    when letter.clock_running_since is null then 2 else 1 end;
  item.clock_spent_ms := letter.clock_spent_ms;
  item.clock_running_since := letter.clock_running_since;
  item.since := coalesce(letter.received_at, letter.created_at);
  item.reference := letter.reference;
  item.about := letter.kind;
  item.employer_id := letter.employer_id;
  item.employer_number := letter.employer_number;
  item.first_agent := case when letter.state = 'received' and letter.agents_required = 2 then (
    select agent_id from letter_reviews where verdict = 'accept' and proof_id = (
      select id from letter_proofs where letter_id = the_id order by number desc limit 1) limit 1) end;
  item.taken_by := letter.taken_by;
  item.taken_at := letter.taken_at;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_membership(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  own memberships := (select m from memberships m where m.id = the_id);
  item work_items;
begin
  if own.state <> 'provisional' or exists (select from memberships earlier where earlier.employer_id = own.employer_id
      and earlier.member_number = own.member_number and earlier.state = 'provisional' and earlier.category < own.category) then
    perform drop_work('newcomer', the_id::text);
    return;
  end if;
  perform drop_work('newcomer', other.id::text) from memberships other where other.employer_id = own.employer_id
    and other.member_number = own.member_number and other.state = 'provisional' and other.category > own.category;
  item.subject_kind := 'newcomer';
  item.subject_id := the_id;
  item.kind := 'newcomer';
  item.rank := 1;
  item.since := own.declared_at;
  item.clock_running_since := own.declared_at;
  item.reference := own.member_number;
  item.employer_id := own.employer_id;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_parameter_proposal(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  proposal parameter_proposals := (select p from parameter_proposals p where p.id = the_id);
  item work_items;
begin
  if proposal.state <> 'waiting' then
    perform drop_work('parameter_proposal', the_id::text);
    return;
  end if;
  item.subject_kind := 'parameter_proposal';
  item.subject_id := the_id;
  item.kind := 'parameter_proposal';
  item.rank := 1;
  item.since := proposal.proposed_at;
  item.clock_running_since := proposal.proposed_at;
  item.reference := '';
  item.about := proposal.key;
  item.first_agent := proposal.proposed_by;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_reading_alert(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  alert reading_alerts := (select a from reading_alerts a where a.id = the_id);
  item work_items;
begin
  if alert.seen_at is not null then
    perform drop_work('reading_alert', the_id::text);
    return;
  end if;
  item.subject_kind := 'reading_alert';
  item.subject_id := the_id;
  item.kind := 'reading_alert';
  item.rank := 1;
  item.since := alert.at;
  item.clock_running_since := alert.at;
  item.reference := '';
  item.about := alert.reader_name;
  item.employer_id := alert.employer_id;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_takeout(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  takeout takeouts := (select t from takeouts t where t.id = the_id);
  item work_items;
begin
  if takeout.state <> 'waiting' then
    perform drop_work('takeout', the_id::text);
    return;
  end if;
  item.subject_kind := 'takeout';
  item.subject_id := the_id;
  item.kind := 'takeout';
  item.rank := 1;
  item.since := takeout.asked_at;
  item.clock_running_since := takeout.asked_at;
  item.reference := '';
  item.about := (select name from employers where id = takeout.employer_id);
  item.employer_id := takeout.employer_id;
  item.first_agent := takeout.asked_by;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.work_of_transfer(the_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  transfer received_transfers := (select t from received_transfers t where t.id = the_id);
  item work_items;
begin
  if transfer.state not in ('to_decide', 'to_identify', 'to_refund') then
    perform drop_work('transfer', the_id::text);
    return;
  end if;
  item.subject_kind := 'transfer';
  item.subject_id := the_id;
  item.kind := 'transfer';
  item.rank := 1;
  item.since := transfer.received_at;
  item.clock_running_since := transfer.received_at;
  item.reference := transfer.bank_reference;
  item.about := transfer.payer_name;
  perform keep_work_item(item);
end $function$

-- execute: public

CREATE OR REPLACE FUNCTION public.working_time_after(since timestamp with time zone, ms bigint)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  holidays date[] := (select array_agg((one ->> 'on')::date) from jsonb_array_elements(
    (select value from parameters where key = 'holidays' order by valid_from desc, revision desc limit 1)) as one);
  day date := (since at time zone 'Africa/Casablanca')::date;
  begins timestamptz;
  available bigint;
begin
  if ms <= 0 then return since; end if;
  loop
    if extract(isodow from day) < 6 and day <> all (coalesce(holidays, '{}')) then
      begins := greatest(since, day::timestamp at time zone 'Africa/Casablanca');
      available := extract(epoch from ((day + 1)::timestamp at time zone 'Africa/Casablanca') - begins) * 1000;
      if ms <= available then return begins + ms * interval '1 millisecond'; end if;
      ms := ms - available;
    end if;
    day := day + 1;
  end loop;
end $function$

-- execute: public
