import type { Tx } from '../../platform/db/database.ts'
import type { Fault } from '../fault.ts'
import { compare } from './compare.ts'

/**
 * Money that came by transfer, in each place where it is kept: the line of the bank, the suspense account, whose it is, and the
 * accounts of the companies (product E7). A second opinion, which shares no code with what writes them.
 */
export function listTransferFaults(tx: Tx): Promise<Fault[]> {
  return compare(tx, comparisons)
}

const named = `coalesce(nullif(t.bank_reference, ''), t.id::text)`

const comparisons = {
  /** A transfer is a line of the bank, of that day and amount. */
  transfer_lines: `
    select 'transfer_changed' as kind, null::uuid as employer_id, ${named} as subject,
      coalesce(concat_ws(' ', m.state, m.amount_centimes, m.booked_on), '') as expected,
      concat_ws(' ', 'applied', t.amount_centimes, t.booked_on) as found
    from received_transfers t
    left join bank_movements m on (m.message_id, m.position) = (t.message_id, t.position)
    where m.message_id is null or m.state <> 'applied' or m.amount_centimes is distinct from t.amount_centimes
      or m.booked_on <> t.booked_on or m.bank_reference <> t.bank_reference
    order by subject`,

  /** A line of the bank that answers no debit is a transfer. */
  lines_held: `
    select 'transfer_unheld' as kind, null::uuid as employer_id, b.message_id || ' ' || m.position as subject,
      m.amount_centimes::text as expected, '' as found
    from bank_movements m
    join bank_messages b on b.id = m.message_id
    where m.state = 'applied' and m.outcome in ('settled', 'credit')
      and not exists (select from received_transfers t where (t.message_id, t.position) = (m.message_id, m.position))
      and not exists (select from collection_entries c where c.end_to_end_id = m.end_to_end_id)
    order by subject`,

  /** It came into suspense once, whole; it is there whole while it waits, and not at all once it is somewhere. */
  suspense_states: `
    select 'suspense_changed' as kind, null::uuid as employer_id, ${named} as subject,
      t.amount_centimes || ' ' || due.held as expected, entries.received || ' ' || entries.held as found
    from received_transfers t
    cross join lateral (
      select case when t.state in ('to_decide', 'to_identify', 'to_refund') then t.amount_centimes else 0 end as held) as due
    cross join lateral (
      select coalesce(sum(s.amount_centimes), 0) as held,
        coalesce(sum(s.amount_centimes) filter (where s.kind = 'received'), 0) as received
      from suspense_entries s where s.transfer_id = t.id) as entries
    where entries.held <> due.held or entries.received <> t.amount_centimes
    order by subject`,

  /** What leaves suspense for a company, or comes back from it, is an attribution of that amount; and each of those is there. */
  suspense_attributions: `
    select 'suspense_changed' as kind, a.employer_id, s.transfer_id || ' ' || s.number as subject,
      coalesce(a.amount_centimes::text, '') as expected, s.amount_centimes::text as found
    from suspense_entries s
    left join transfer_attributions a on a.id = s.attribution_id
    left join received_transfers t on t.id = s.transfer_id
    where t.id is null
      or s.kind in ('attributed', 'taken_back') and (a.id is null or a.transfer_id <> s.transfer_id
        or abs(s.amount_centimes) <> a.amount_centimes or s.kind = 'taken_back' and a.taken_back_at is null)
    union all
    select 'suspense_changed', a.employer_id, a.transfer_id::text, due.entries::text, given.entries::text
    from transfer_attributions a
    cross join lateral (select 1 + (a.taken_back_at is not null)::integer as entries) as due
    cross join lateral (select count(*) as entries from suspense_entries s where s.attribution_id = a.id) as given
    where given.entries <> due.entries
    order by 3`,

  /** What is a company's is on its account, once, for that amount, and off it once it was taken back; and nothing else is there. */
  transfers_posted: `
    select 'transfer_unposted' as kind, a.employer_id, ${named} as subject,
      due.kind || ' ' || due.times as expected, due.kind || ' ' || posted.times as found
    from transfer_attributions a
    left join received_transfers t on t.id = a.transfer_id
    cross join lateral (values ('payment', 1), ('payment_reversed', (a.taken_back_at is not null)::integer)) as due (kind, times)
    cross join lateral (
      select count(*)::integer as times from ledger_entries e
      where e.employer_id = a.employer_id and e.cause_kind = 'transfer' and e.cause_id = a.id::text and e.kind = due.kind
        and (e.kind <> 'payment' or e.details ->> 'amount' = a.amount_centimes::text)) as posted
    where posted.times <> due.times
    union all
    -- Payments of before the portal are known by a reference, and not by an attribution.
    select 'transfer_unposted', e.employer_id, e.cause_id, 'payment 0', 'payment 1'
    from ledger_entries e
    where e.cause_kind = 'transfer' and e.kind = 'payment' and e.cause_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      and not exists (select from transfer_attributions a where a.employer_id = e.employer_id and a.id::text = e.cause_id)
    order by 3`,
} as const
