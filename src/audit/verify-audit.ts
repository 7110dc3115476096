import { createHash } from 'node:crypto'
import type { Client, QueryResultRow } from 'pg'

/** Where the trail no longer is what was written, in a sentence for the one who verifies. */
export interface AuditBreak {
  readonly chain: string
  readonly sequence: bigint
  readonly what: 'missing' | 'changed' | 'cut_short'
}

export interface AuditVerdict {
  readonly chains: number
  readonly events: number
  readonly breaks: readonly AuditBreak[]
}

const PAGE = 2_000

/**
 * Reads every chain again from its beginning and computes each hash in the program's own code, so that
 * an event changed, removed or cut off at the end shows (product, audit trail: hash-chained per employer).
 */
export async function verifyAudit(owner: Client): Promise<AuditVerdict> {
  await owner.query('begin isolation level repeatable read read only')
  try {
    await owner.query(`select set_config('guichet.scope', 'system', true)`)
    const ask: AskTrail = async ({ text }, values) => (await owner.query(text, [...values])).rows
    return await verifyChains(ask, { isStill: true })
  } finally {
    await owner.query('rollback')
  }
}

/** The same through the program, while others write: each chain up to the head that was read first. */
export function verifyAuditWhileWritten(ask: AskTrail): Promise<AuditVerdict> {
  return verifyChains(ask, { isStill: false })
}

export interface TrailQuery {
  readonly name: string
  readonly text: string
}

/** Whoever reads the trail for the verification, on whatever connection. */
export type AskTrail = <Row extends QueryResultRow>(
  query: TrailQuery,
  values: readonly unknown[],
) => Promise<Row[]>

interface Reading {
  /** Nobody writes meanwhile: what stands after a head was put there by somebody else. */
  readonly isStill: boolean
}

async function verifyChains(ask: AskTrail, reading: Reading): Promise<AuditVerdict> {
  const heads = await ask<Head>(HEADS, [])
  const verdicts: ChainVerdict[] = []
  for (const head of heads) verdicts.push(await verifyChain(ask, head, reading))
  return {
    chains: heads.length,
    events: verdicts.reduce((sum, { events }) => sum + events, 0),
    breaks: verdicts.flatMap(({ broken }) => broken ?? []),
  }
}

interface Head {
  chain: string
  /** Nothing when the head was removed. */
  last_sequence: bigint | null
  last_hash: Buffer
}

interface StoredEvent {
  sequence: bigint
  content: string
  hash: Buffer
}

interface ChainVerdict {
  readonly events: number
  readonly broken?: AuditBreak
}

/** Up to the first break: what follows it proves nothing any more. */
async function verifyChain(ask: AskTrail, head: Head, { isStill }: Reading): Promise<ChainVerdict> {
  const last = isStill ? null : head.last_sequence
  let sequence = 0n
  let hash: Buffer = Buffer.alloc(0)
  for (;;) {
    const rows = await ask<StoredEvent>(EVENTS, [head.chain, sequence, PAGE, last])
    for (const event of rows) {
      const what = judge(event, sequence, hash)
      if (what) {
        const broken = { chain: head.chain, sequence: sequence + 1n, what }
        return { events: Number(sequence), broken }
      }
      ;({ sequence, hash } = event)
    }
    if (rows.length < PAGE) break
  }
  const whole = sequence === head.last_sequence && hash.equals(head.last_hash)
  const broken = { chain: head.chain, sequence: sequence + 1n, what: 'cut_short' as const }
  return { events: Number(sequence), ...(whole ? {} : { broken }) }
}

function judge(event: StoredEvent, last: bigint, lastHash: Buffer): AuditBreak['what'] | undefined {
  if (event.sequence !== last + 1n) return 'missing'
  const expected = createHash('sha256').update(lastHash).update(event.content).digest()
  return expected.equals(event.hash) ? undefined : 'changed'
}

/** A chain whose head was removed too still shows: its events have no head to agree with. */
const HEADS: TrailQuery = {
  name: 'audit.heads',
  text: `
  select chain, head.last_sequence, coalesce(head.last_hash, '\\x') as last_hash
  from (select distinct chain from audit_events) as told full join audit_chains as head using (chain)
  order by chain`,
}

/** The parts of an event as text, in the order of its hash; put together here rather than by the database. */
const EVENTS: TrailQuery = {
  name: 'audit.events',
  text: `
  select sequence, hash, array_to_string(array[chain, sequence::text,
    (extract(epoch from at) * 1000000)::bigint::text, actor_kind, coalesce(actor_id::text, ''), actor_name,
    action, subject_kind, subject_id, details::text], E'\\x1f') as content
  from audit_events where chain = $1 and sequence > $2 and ($4::bigint is null or sequence <= $4)
  order by sequence limit $3`,
}
