import type { Client } from 'pg'

export interface HalfEffects {
  /** Declarations whose lines do not make their header, or two for one period. */
  readonly declarations: readonly string[]
  /** A state without the event that tells it. */
  readonly unrecorded: readonly string[]
  /** One part of an effect without the others. */
  readonly halves: readonly string[]
}

/** Effects that nobody was told of may be there or not, but never in part. */
export async function listHalfEffects(db: Client): Promise<HalfEffects> {
  return {
    declarations: await listOf(db, brokenDeclarations),
    unrecorded: await listOf(db, withoutEvent),
    halves: await listOf(db, halves),
  }
}

async function listOf(db: Client, text: string): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(text)
  return rows.map(({ what }) => what)
}

// The demonstration's own past declarations have a header and no lines: only what was uploaded here counts.
const brokenDeclarations = `
  select 'declaration ' || d.id || ' has lines that do not make its header' as what
  from declarations d
  left join lateral (
    select count(*) as lines, coalesce(sum(salary_centimes), 0) as salary,
      coalesce(sum(employee_centimes), 0) as employee, coalesce(sum(employer_centimes), 0) as employer
    from declaration_lines where declaration_id = d.id
  ) as l on true
  where d.file_id is not null and (l.lines <> d.accepted_lines or l.salary <> d.salary_centimes
    or l.employee <> d.employee_centimes or l.employer <> d.employer_centimes)
  union all
  -- One that is being worked on, which may be correcting the one that was sent.
  select 'employer ' || employer_id || ' has ' || count(*) || ' ' || state || ' declarations for ' || category || ' ' || year || 'T' || quarter
  from declarations where state in ('checked', 'sent')
  group by employer_id, category, year, quarter, state having count(*) > 1
  union all
  select 'deposit ' || d.id || ' has arrived and was never checked' from deposits d where d.state = 'received'
  union all
  select 'deposit ' || d.id || ' is checked and led nowhere' from deposits d where d.state = 'checked' and d.declaration_id is null
  union all
  select 'declaration ' || d.id || ' came by a deposit that does not say so'
  from declarations d join deposits p on p.id = d.deposit_id where p.state <> 'checked'`

const withoutEvent = `
  select 'letter ' || l.reference || ' without ' || needed.action as what
  from letters l
  join (values ('letter.drawn_up', null), ('letter.received', 'received'), ('letter.accepted', 'accepted'), ('letter.applied', 'applied'))
    as needed (action, state) on needed.state is null
      or (needed.state = 'received' and l.received_at is not null)
      or (needed.state = 'accepted' and l.state in ('accepted', 'applied'))
      or (needed.state = 'applied' and l.state = 'applied')
  where not exists (select from audit_events e where e.subject_id = l.id::text and e.action = needed.action)
  union all
  select 'profile ' || p.login || ' without user.created'
  from profiles p where p.login like 'agent%x%'
    and not exists (select from audit_events e where e.subject_id = p.id::text and e.action = 'user.created')
  union all
  select 'declaration ' || d.id || ' without ' || needed.action
  from declarations d join lateral (values
      (case when d.revision > 1 then 'declaration.revision_started' when d.made_by = 'form' then 'declaration.entry_checked'
        else 'declaration.checked' end, d.made_by = 'file'),
      ('declaration.sent', true)) as needed (action, once) on needed.action <> 'declaration.sent' or d.state = 'sent'
  cross join lateral (select count(*) as told from audit_events e
    where e.subject_id = d.id::text and e.action = needed.action) as events
  where d.file_id is not null and (told = 0 or needed.once and told <> 1)`

const halves = `
  select 'letter ' || l.reference || ' is received without a proof' as what
  from letters l where l.received_at is not null
    and not exists (select from letter_proofs p where p.letter_id = l.id)
  union all
  select 'letter ' || l.reference || ' is applied and its delegate is not in function'
  from letters l join subscriptions s on s.letter_id = l.id
  where l.state = 'applied' and not exists (
    select from delegates d where d.employer_id = l.employer_id and d.identity_key = s.identity_key)
  union all
  select 'letter ' || l.reference || ' is applied and its services are not open'
  from letters l where l.state = 'applied' and l.kind = 'subscription'
    and not exists (select from subscribed_services s where s.employer_id = l.employer_id)
  union all
  select 'letter ' || l.reference || ' is decided with ' || count(r.id) || ' acceptances of ' || l.agents_required
  from letters l left join letter_reviews r on r.letter_id = l.id and r.verdict = 'accept'
  where l.state in ('accepted', 'applied')
  group by l.id having count(distinct r.agent_id) <> l.agents_required
  union all
  select 'profile ' || p.login || ' is incomplete: mandate, link or mail'
  from profiles p where p.login like 'agent%x%' and not (
    (select count(*) from mandates m join mandate_categories c on c.mandate_id = m.id where m.profile_id = p.id) = 1
    and (select count(*) from links k where k.subject_id = p.id and k.purpose = 'activate') = 1
    and (select count(*) from mails m join links k on k.id = m.link_id where k.subject_id = p.id) = 1)`
