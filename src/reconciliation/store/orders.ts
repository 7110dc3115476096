import type { Tx } from '../../platform/db/database.ts'
import type { Fault } from '../fault.ts'
import { compare } from './compare.ts'

/**
 * Orders, their wording, their confirmations, the account, the trail and the files for the bank, each compared with the
 * others by one query: a second opinion, which shares no code with what wrote them.
 */
export function listOrderFaults(tx: Tx): Promise<Fault[]> {
  return compare(tx, comparisons)
}

export async function countCompared(
  tx: Tx,
): Promise<{ readonly orders: number; readonly collections: number }> {
  const [row] = await tx.named<{ orders: number; collections: number }>(
    'reconcile.counts',
    `select (select count(*) from payment_orders)::integer as orders,
       (select count(*) from collections)::integer as collections`,
  )
  return row ?? { orders: 0, collections: 0 }
}

const left = `('confirmed', 'collected', 'settled', 'rejected')`

const comparisons = {
  /** Invariant I4: enough distinct people, none of them its maker unless that was allowed, on exactly this wording. */
  unconfirmed: `
    select 'order_unconfirmed' as kind, o.employer_id, o.reference as subject,
      o.confirmations_required::text as expected, given.people::text as found
    from payment_orders o
    cross join lateral (
      select count(distinct c.person_key) as people from payment_confirmations c
      where c.order_id = o.id and c.revision = o.revision and c.digest = o.digest
        and (o.self_confirmation and o.confirmations_required = 1 or c.person_key not in (
          select r.person_key from payment_order_revisions r where r.order_id = o.id))) as given
    where o.state in ${left} and given.people < o.confirmations_required
    union all
    -- A mandate stands for the confirmations of a systematic debit, and each of its dues was announced for that amount.
    select 'order_unconfirmed', o.employer_id, o.reference, 'systematic', m.kind || ' ' || announced.amount
    from payment_orders o
    left join lateral (
      select coalesce(max(kind), '') as kind from debit_mandates
      where bank_account_id = o.bank_account_id and kind = 'systematic') as m on true
    cross join lateral (
      select coalesce(sum(s.amount_centimes), 0) as amount from systematic_debits s
      join payment_order_dues d using (employer_id, order_id, category, year, quarter, part, amount_centimes)
      where s.order_id = o.id and d.revision = o.revision) as announced
    where o.kind = 'systematic' and o.state in ${left}
      and (m.kind <> 'systematic' or announced.amount <> o.amount_centimes)
    order by 3`,

  /** What the order says is what its last wording said, and that wording is what the digest is of. */
  changed: `
    select 'order_changed' as kind, o.employer_id, o.reference as subject,
      coalesce(r.amount_centimes::text, '') as expected, o.amount_centimes::text as found
    from payment_orders o
    left join payment_order_revisions r on r.order_id = o.id and r.revision = o.revision
    left join bank_accounts a on a.id = o.bank_account_id
    cross join lateral (
      select coalesce(sum(d.amount_centimes), 0) as total from payment_order_dues d
      where d.order_id = o.id and d.revision = o.revision) as dues
    where r.order_id is null
      or (o.bank_account_id, o.amount_centimes, o.debit_on, o.digest)
        is distinct from (r.bank_account_id, r.amount_centimes, r.debit_on, r.digest)
      or dues.total <> o.amount_centimes
      or r.digest <> sha256(convert_to(r.wording, 'UTF8'))
      or (o.kind = 'systematic') <> (position(E'\\nsystematic\\n' in r.wording) > 0)
      or position(format(E'\\namount %s.%s MAD\\n', o.amount_centimes / 100,
        lpad((o.amount_centimes % 100)::text, 2, '0')) in r.wording) = 0
      or position(format(E'\\naccount %s mandate ', a.rib) in r.wording) = 0
      or position(format(E'\\non %s\\n', o.debit_on) in r.wording) = 0
    order by o.reference`,

  /** Money that left is on the account, for the same amount, once; and nothing is there for what did not leave. */
  unposted: `
    select 'order_unposted' as kind, o.employer_id, o.reference as subject,
      needed.kind || ' ' || needed.times as expected, needed.kind || ' ' || posted.times as found
    from payment_orders o
    cross join lateral (values
      ('payment', o.state in ('collected', 'settled', 'rejected')),
      ('payment_rejected', o.state = 'rejected')) as due (kind, is_due)
    cross join lateral (select due.kind, due.is_due::integer as times) as needed
    cross join lateral (
      select count(*)::integer as times from ledger_entries e
      where e.employer_id = o.employer_id and e.cause_kind = 'order' and e.cause_id = o.id::text and e.kind = due.kind
        and (e.kind <> 'payment' or e.details ->> 'amount' = o.amount_centimes::text)) as posted
    where posted.times <> needed.times
    union all
    select 'order_unposted', o.employer_id, o.reference, 'payment_settled 1', 'payment_settled ' || posted.times
    from payment_orders o
    cross join lateral (
      select count(*)::integer as times from ledger_entries e
      where e.employer_id = o.employer_id and e.cause_kind = 'order' and e.cause_id = o.id::text
        and e.kind = 'payment_settled') as posted
    where o.state = 'settled' and posted.times <> 1
      or o.state not in ('settled', 'rejected') and posted.times <> 0 or posted.times > 1
    order by 3`,

  /** Every state has the event that tells it. */
  untold: `
    select 'order_untold' as kind, o.employer_id, o.reference as subject, 'order.' || o.state as expected, '' as found
    from payment_orders o
    where o.state in ('confirmed', 'refused', 'cancelled', 'expired', 'settled', 'rejected')
      and not exists (select from audit_events e where e.employer_id = o.employer_id and e.subject_kind = 'payment_order'
        and e.subject_id = o.id::text and (e.action = 'order.' || o.state
          or o.kind = 'systematic' and (o.state, e.action) in (('confirmed', 'order.announced'),
            ('cancelled', 'order.withdrawn'), ('cancelled', 'order.opposed'))))
    order by o.reference`,

  uncollected: `
    select 'order_uncollected' as kind, o.employer_id, o.reference as subject, o.state as expected, '' as found
    from payment_orders o
    where o.state in ('collected', 'settled', 'rejected')
      and not exists (select from collection_entries c where c.order_id = o.id)
    order by o.reference`,

  orderless: `
    select 'collection_without_order' as kind, c.employer_id, c.end_to_end_id as subject,
      c.amount_centimes::text as expected, coalesce(o.state || ' ' || o.amount_centimes, '') as found
    from collection_entries c
    left join payment_orders o on o.id = c.order_id and o.employer_id = c.employer_id
    where o.id is null or o.state not in ('collected', 'settled', 'rejected') or o.amount_centimes <> c.amount_centimes
      or o.reference <> c.end_to_end_id
    order by c.end_to_end_id`,

  /** Invariant I6: one order, one entry of one file; one mandate, one due, once. */
  twice: `
    select 'collected_twice' as kind, c.employer_id, string_agg(c.end_to_end_id, ', ' order by c.end_to_end_id) as subject,
      '1' as expected, count(*)::text as found
    from collection_entries c
    group by c.employer_id, c.order_id having count(*) > 1
    union all
    select 'collected_twice', c.employer_id, string_agg(c.end_to_end_id, ', ' order by c.end_to_end_id), '1', count(*)::text
    from collection_entries c
    join payment_orders o on o.id = c.order_id
    join payment_order_dues d on d.order_id = o.id and d.revision = o.revision and d.part = 'contributions'
    join ledger_positions p on p.employer_id = d.employer_id and p.category = d.category and p.year = d.year
      and p.quarter = d.quarter
    where o.state in ('collected', 'settled') and d.amount_centimes = p.employee_centimes + p.employer_centimes + p.surcharge_centimes
    group by c.employer_id, c.debit_mandate_id, d.category, d.year, d.quarter having count(*) > 1`,

  totals: `
    select 'collection_changed' as kind, null::uuid as employer_id, c.reference as subject,
      c.entries || ' ' || c.amount_centimes as expected, inside.entries || ' ' || inside.amount as found
    from collections c
    cross join lateral (
      select count(*) as entries, coalesce(sum(amount_centimes), 0) as amount from collection_entries e
      where e.collection_id = c.id) as inside
    where (c.entries, c.amount_centimes) is distinct from (inside.entries, inside.amount)
    order by c.reference`,
} as const
