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

/**
 * The same for many companies at once, in one statement. Their chains are taken in one order, so that two such
 * transactions never wait for each other.
 */
export async function recordEach(
  tx: Tx,
  actor: Actor,
  at: Date,
  events: readonly (AuditEvent & { readonly employerId: string })[],
): Promise<void> {
  if (events.length === 0) return
  const actorId = actor.kind === 'guest' || actor.kind === 'system' ? null : actor.id
  const rows = [...events]
    .sort((one, other) => one.employerId.localeCompare(other.employerId))
    .map(({ employerId, action, subject, details = {} }) => ({
      employerId,
      action,
      ...subject,
      details,
    }))
  await sql`select append_audit_event(e."employerId", ${at}, ${actor.kind}, ${actorId}::uuid, ${actor.name},
      e.action, e.kind, e.id, e.details)
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ("employerId" uuid, action text, kind text, id text,
      details jsonb)) with ordinality as e ("employerId", action, kind, id, details, place) order by e.place`.execute(
    tx,
  )
}
