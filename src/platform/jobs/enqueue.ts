import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** A kind of job and what it needs to know: identifiers only, never a secret. */
export interface JobKind<Payload extends Record<string, unknown>> {
  readonly name: string
  /** Only for the type. */
  readonly payload?: Payload
}

export function jobKind<Payload extends Record<string, unknown>>(name: string): JobKind<Payload> {
  return { name }
}

interface When {
  readonly runAt?: Date
  /** Two jobs with one key are one job: the later replaces the earlier while it waits. */
  readonly key?: string
  /** Jobs of one queue run one after the other, whichever program runs them. */
  readonly queue?: string
}

/** Adds a job in the business transaction: it runs if and only if the transaction commits. */
export async function enqueue<P extends Record<string, unknown>>(
  tx: Tx,
  kind: JobKind<P>,
  payload: P,
  when: When = {},
): Promise<void> {
  await sql`select enqueue_job(${kind.name}, ${JSON.stringify(payload)}::json, ${when.runAt ?? null}::timestamptz,
    ${when.key ?? null}, ${12}, ${when.queue ?? null})`.execute(tx)
}
