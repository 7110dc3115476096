import { sql } from 'kysely'
import { type Actor, employerOf } from '../actors/actor.ts'
import type { Tx } from '../platform/db/database.ts'

/** Something that happened: a word, what it happened to, and what an auditor needs to understand it. */
export interface AuditEvent {
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** Whose chain it belongs to; by default the actor's employer, and the fund's own chain without one. */
  readonly employerId?: string | null
  /** Never a password, a token, an identity number or a RIB. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Adds one event to the trail, in the transaction of the effect it tells (decision: refusals, audit, mail). */
export async function record(tx: Tx, actor: Actor, at: Date, event: AuditEvent): Promise<void> {
  const employerId = event.employerId === undefined ? employerOf(actor) : event.employerId
  const actorId = actor.kind === 'guest' || actor.kind === 'system' ? null : actor.id
  await sql`select append_audit_event(${employerId}::uuid, ${at}, ${actor.kind}, ${actorId}::uuid, ${actor.name},
    ${event.action}, ${event.subject.kind}, ${event.subject.id}, ${JSON.stringify(event.details ?? {})}::jsonb)`.execute(
    tx,
  )
}
