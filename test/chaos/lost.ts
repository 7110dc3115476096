import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import type { Acknowledged, Journal } from './journal.ts'

/** What was acknowledged and is not there. An effect that is there twice is as bad, and is told too. */
export async function listLost(db: Client, journal: Journal, files: string): Promise<string[]> {
  const there = await readEffects(db)
  const complaints: string[] = []
  for (const entry of journal.entries) {
    const times = there.get(keyOf(entry)) ?? 0
    if (times !== 1) complaints.push(`${keyOf(entry)} is there ${times} times`)
    if ('sha256' in entry && !(await isKept(files, entry.sha256)))
      complaints.push(`${keyOf(entry)}: its file is not on disk`)
  }
  return complaints
}

function keyOf(entry: Acknowledged): string {
  switch (entry.what) {
    case 'session':
      return `session ${createHash('sha256').update(entry.token).digest('hex')}`
    case 'letter':
      return `letter ${entry.reference}`
    case 'proof':
      return `proof ${entry.reference} ${entry.sha256}`
    case 'taken':
    case 'viewed':
    case 'accepted':
      return `${entry.what} ${entry.reference} ${entry.by}`
    case 'user':
      return `user ${entry.login}`
    case 'deposit':
      return `deposit ${entry.depositId} ${entry.sha256}`
    case 'checked':
      return `checked ${entry.declarationId} ${entry.sha256}`
    case 'confirmed':
      return `confirmed ${entry.declarationId} ${entry.code}`
    case 'sent':
      return `sent ${entry.declarationId}`
    case 'drawn_up':
    case 'refused_order':
    case 'cancelled_order':
      return `${entry.what} ${entry.orderId}`
    case 'confirmed_order':
      return `confirmed_order ${entry.orderId} ${entry.by} ${entry.digest}`
    case 'collected':
      return `collected ${entry.collectionId}`
  }
}

/** The same keys from the database, counted. */
async function readEffects(db: Client): Promise<Map<string, number>> {
  const { rows } = await db.query<{ key: string; times: number }>(effects)
  return new Map(rows.map(({ key, times }) => [key, times]))
}

const effects = `
  select key, count(*)::integer as times from (
    select 'session ' || encode(token_hash, 'hex') as key from sessions
    union all
    select 'letter ' || reference from letters
    union all
    select 'proof ' || l.reference || ' ' || encode(p.sha256, 'hex')
      from letter_proofs p join letters l on l.id = p.letter_id
      where l.received_at is not null
    union all
    -- A file can be given back and taken again: once is enough.
    select distinct 'taken ' || (e.details->>'reference') || ' ' || a.login
      from audit_events e join agents a on a.id = e.actor_id where e.action = 'letter.taken'
    union all
    select 'viewed ' || l.reference || ' ' || a.login
      from letter_views v join letters l on l.id = v.letter_id join agents a on a.id = v.agent_id
    union all
    select 'accepted ' || l.reference || ' ' || a.login
      from letter_reviews r join letters l on l.id = r.letter_id join agents a on a.id = r.agent_id
      where r.verdict = 'accept' and l.state in ('received', 'accepted', 'applied')
    union all
    select 'user ' || login from profiles
    union all
    -- Told that it has arrived, it is checked, or refused with its reason: never forgotten.
    select 'deposit ' || d.id || ' ' || encode(f.sha256, 'hex')
      from deposits d join files f on f.id = d.file_id where d.state in ('checked', 'refused')
    union all
    select 'checked ' || d.id || ' ' || encode(d.file_sha256, 'hex')
      from declarations d join files f on f.id = d.file_id and f.sha256 = d.file_sha256
    union all
    select distinct 'confirmed ' || declaration_id || ' ' || code
      from declaration_findings f
      group by declaration_id, code having count(*) = count(confirmed_at)
    union all
    select 'sent ' || id from declarations where state = 'sent' and receipt_number is not null
    union all
    select 'drawn_up ' || id from payment_orders
    union all
    select 'confirmed_order ' || c.order_id || ' ' || p.login || ' ' || encode(c.digest, 'hex')
      from payment_confirmations c join profiles p on p.id = c.profile_id
    union all
    -- What ended stays so.
    select state || '_order ' || id from payment_orders where state in ('refused', 'cancelled')
    union all
    select 'collected ' || id from collections
  ) as one group by key`

async function isKept(files: string, sha256: string): Promise<boolean> {
  const content = await readFile(path.join(files, sha256.slice(0, 2), sha256)).catch(() => null)
  return content !== null && createHash('sha256').update(content).digest('hex') === sha256
}
