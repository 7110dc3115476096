-- Which agent opened which page of a claim: nobody accepts what they have not seen (docs/domain/liquidations.md).
alter table claim_documents add constraint claim_documents_of_claim unique (id, claim_id, employer_id);
create table claim_page_views (
  employer_id uuid not null,
  claim_id uuid not null,
  page_id uuid not null,
  agent_id uuid not null references agents,
  viewed_at timestamptz not null,
  primary key (employer_id, claim_id, page_id, agent_id),
  foreign key (page_id, claim_id, employer_id) references claim_documents (id, claim_id, employer_id)
);
alter table claim_page_views enable row level security;
alter table claim_page_views force row level security;
call open_to('claim_page_views', '{system}', '{all}');
call open_to('claim_page_views', '{agency}', '{select,insert}');
grant select, insert on claim_page_views to guichet_app;

-- The guarantee behind the sentence.
drop policy agency_insert on claim_document_reviews;
call open_to('claim_document_reviews', '{agency}', '{insert}', $of$verdict = 'refused' or not exists (
  select from claim_documents page where page.claim_id = claim_document_reviews.claim_id
    and page.code = claim_document_reviews.code and page.removed_at is null
    and not exists (select from claim_page_views seen where seen.page_id = page.id
      and seen.agent_id = claim_document_reviews.agent_id))$of$);

-- A page may turn out infected long after it was handed in.
alter table claim_steps drop constraint claim_steps_step_check;
alter table claim_steps add constraint claim_steps_step_check check (step in
  ('started', 'sent', 'completed', 'taken', 'asked', 'proposed', 'sent_back', 'granted', 'refused', 'withdrawn', 'revised',
   'arrears_paid', 'complemented', 'infected'));
