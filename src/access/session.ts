import type { SignedInActor, Stage } from '../actors/actor.ts'
import type { Database } from '../platform/db/database.ts'
import { absoluteMs, idleMs } from './session-limits.ts'
import { findSession, type SessionRow, touchSession } from './store/sessions.ts'

const touchEveryMs = 60_000

/** Who the session belongs to, as the pages need it. */
export interface SessionView {
  readonly actor: SignedInActor
  readonly employer: { readonly id: string; readonly name: string; readonly number: string } | null
  /** Whom a firm's person had in hand, when that mandate is in force no more. */
  readonly lostEmployer: string | null
  readonly language: 'fr' | 'ar'
  readonly idleEndsAt: Date
}

/** The session of this cookie, if its account may still act right now. Touched at most once a minute. */
export async function findSessionView(
  db: Database,
  token: string,
  at: { readonly now: Date; readonly today: string },
): Promise<SessionView | undefined> {
  return db.transaction({ as: 'sign_in', cookie: token }, async (tx) => {
    const row = await findSession(tx, token, at)
    if (!row) return undefined
    if (at.now.getTime() - row.seen_at.getTime() <= touchEveryMs) return viewOf(row, row.seen_at)
    await touchSession(tx, row.id, at.now)
    return viewOf(row, at.now)
  })
}

function viewOf(row: SessionRow, seenAt: Date): SessionView {
  const base = { id: row.account_id, name: row.name, sessionId: row.id, stage: row.stage }
  const employer =
    row.employer_id && row.employer_name && row.employer_number
      ? { id: row.employer_id, name: row.employer_name, number: row.employer_number }
      : null
  const ends = Math.min(seenAt.getTime() + idleMs, row.started_at.getTime() + absoluteMs)
  return {
    actor: actorOf(row, base, employer?.id ?? null),
    employer,
    lostEmployer: row.lost_employer,
    language: row.language,
    idleEndsAt: new Date(ends),
  }
}

function actorOf(
  row: SessionRow,
  base: { id: string; name: string; sessionId: string; stage: Stage },
  employerId: string | null,
): SessionView['actor'] {
  if (row.account_kind === 'agent') return { kind: 'agent', ...base, role: row.role ?? 'agent' }
  if (row.account_kind === 'delegate' && employerId)
    return { kind: 'delegate', ...base, employerId }
  if (!row.service) throw new Error(`session ${row.id} has neither a service nor an employer`)
  return {
    kind: 'profile',
    ...base,
    service: row.service,
    employerId,
    isMaker: row.is_maker ?? false,
    isValidator: row.is_validator ?? false,
  }
}
