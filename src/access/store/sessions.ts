import type { Service, SignedInActor, Stage } from '../../actors/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { randomToken, tokenHash } from '../../platform/secrets/keyring.ts'
import { absoluteMs, idleMs } from '../session-limits.ts'
import type { AccountKind } from '../tables.ts'

export interface SessionRow {
  id: string
  account_kind: AccountKind
  account_id: string
  stage: Stage
  seen_at: Date
  started_at: Date
  name: string
  language: 'fr' | 'ar'
  service: Service | null
  is_maker: boolean | null
  is_validator: boolean | null
  role: 'agent' | 'supervisor' | null
  employer_id: string | null
  employer_name: string | null
  employer_number: string | null
  lost_employer: string | null
}

// One read answers: is the session alive, is its account still active, is the company still in hand?
const alive = `
  select s.id, s.account_kind, s.account_id, s.stage, s.seen_at, s.started_at,
    coalesce(d.first_name || ' ' || d.last_name, p.first_name || ' ' || p.last_name, a.first_name || ' ' || a.last_name) as name,
    coalesce(d.language, p.language, a.language) as language,
    p.service, p.is_maker, p.is_validator, a.role,
    e.id as employer_id, e.name as employer_name, e.employer_number,
    (select l.name from employers l where l.id = s.employer_id and e.id is null and p.firm_id is not null) as lost_employer
  from sessions s
  left join delegates d on s.account_kind = 'delegate' and d.id = s.account_id and d.state = 'active'
  left join profiles p on s.account_kind = 'profile' and p.id = s.account_id and p.state = 'active'
  left join agents a on s.account_kind = 'agent' and a.id = s.account_id and a.state = 'active'
  left join employers e on e.id = s.employer_id and e.state = 'active' and (p.firm_id is null or exists (
    select from mandates m where m.profile_id = p.id and m.employer_id = e.id and m.state = 'active'
      and m.from_on <= $3::date and (m.until_on is null or m.until_on >= $3::date)))
  where s.token_hash = $1 and s.ended_at is null and s.seen_at > $2::timestamptz - interval '20 minutes'
    and s.started_at > $2::timestamptz - interval '10 hours'
    and coalesce(d.id, p.id, a.id) is not null
    and (s.account_kind <> 'delegate' or e.id is not null)
    and (s.account_kind <> 'profile' or p.firm_id is not null or e.id is not null)`

/** The session of this cookie, if it may still be used, with who it belongs to. */
export async function findSession(
  tx: Tx,
  token: string,
  at: { readonly now: Date; readonly today: string },
): Promise<SessionRow | undefined> {
  const values = [tokenHash(token), at.now, at.today]
  const [row] = await tx.named<SessionRow>('find_session', alive, values)
  return row
}

/** How the session of this cookie ended, if somebody ended it. */
export async function findEnd(
  tx: Tx,
  token: string,
): Promise<{ end_reason: string | null; account_kind: AccountKind } | undefined> {
  return tx
    .selectFrom('sessions')
    .select(['end_reason', 'account_kind'])
    .where('token_hash', '=', tokenHash(token))
    .where('ended_at', 'is not', null)
    .executeTakeFirst()
}

export async function touchSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ seen_at: now }).where('id', '=', sessionId).execute()
}

/** Opens a session and returns the cookie's token; an identifier is never kept across a sign-in. */
export async function openSession(
  tx: Tx,
  account: {
    readonly kind: AccountKind
    readonly id: string
    readonly employerId: string | null
    readonly stage: Stage
    readonly now: Date
    /** «Firefox, Windows», for the owner's list. */
    readonly browser?: string
  },
): Promise<string> {
  const token = randomToken()
  const text = `insert into sessions (token_hash, account_kind, account_id, employer_id, stage, started_at, seen_at,
      browser) values ($1, $2, $3, $4, $5, $6, $6, $7)`
  await tx.named('session_open', text, [
    tokenHash(token),
    account.kind,
    account.id,
    account.employerId,
    account.stage,
    account.now,
    account.browser ?? '',
  ])
  return token
}

/** The session that this browser had: who signs in leaves it, whoever it was. */
export async function endSessionOfCookie(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: 'signed_out' })
    .where('token_hash', '=', tokenHash(token))
    .where('ended_at', 'is', null)
    .execute()
}

export async function endSession(
  tx: Tx,
  sessionId: string,
  now: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: reason })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of an account: at its next click nobody is signed in (product A9). */
export async function endSessionsOf(
  tx: Tx,
  accountId: string,
  now: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: reason })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

/** One more wrong code in this session; returns how many that makes. */
export async function countCodeTry(tx: Tx, sessionId: string): Promise<number> {
  const { second_factor_tries } = await tx
    .updateTable('sessions')
    .set((row) => ({ second_factor_tries: row('second_factor_tries', '+', 1) }))
    .where('id', '=', sessionId)
    .returning('second_factor_tries')
    .executeTakeFirstOrThrow()
  return second_factor_tries
}

export interface OpenSession {
  readonly id: string
  readonly browser: string
  readonly startedAt: Date
  readonly seenAt: Date
}

/** The browsers in which this account is open right now. */
export async function listOpenSessions(
  tx: Tx,
  accountId: string,
  now: Date,
): Promise<OpenSession[]> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'browser', 'started_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('stage', '=', 'full')
    .where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(now.getTime() - idleMs))
    .where('started_at', '>', new Date(now.getTime() - absoluteMs))
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  }))
}

/** When this account was last opened, before the present session. */
export async function findPreviousSignIn(
  tx: Tx,
  actor: Pick<SignedInActor, 'id' | 'sessionId'>,
): Promise<Date | null> {
  const row = await tx
    .selectFrom('sessions')
    .select('started_at')
    .where('account_id', '=', actor.id)
    .where('stage', '=', 'full')
    .where('id', '!=', actor.sessionId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.started_at ?? null
}

/** Every session of an account but the one in use. */
export async function endOtherSessionsOf(
  tx: Tx,
  actor: Pick<SignedInActor, 'id' | 'sessionId'>,
  now: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: reason })
    .where('account_id', '=', actor.id)
    .where('id', '!=', actor.sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The session goes on under a new token, with this company in hand; returns the token. */
export async function carryEmployer(
  tx: Tx,
  sessionId: string,
  employerId: string,
): Promise<string> {
  const token = randomToken()
  await tx
    .updateTable('sessions')
    .set({ employer_id: employerId, token_hash: tokenHash(token) })
    .where('id', '=', sessionId)
    .execute()
  return token
}
