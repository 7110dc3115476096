import { guest } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Scope, Tx } from '../../platform/db/database.ts'
import { type Account, hasSecondFactor } from '../accounts.ts'
import { lockAccount } from '../store/accounts.ts'
import { type Door, findAccountAt, kindAt, normaliseLogin } from '../doors.ts'
import {
  noteFailure,
  noteHalfSuccess,
  type Origin,
  takeTry,
  type Target,
  type Trial,
} from '../locks.ts'
import { mustHaveFactor } from '../must-have-factor.ts'
import { openFullSession } from './open-full-session.ts'
import { startFirstPassword } from './start-first-password.ts'
import { endSessionOfCookie, openSession } from '../store/sessions.ts'

export interface SignInTry {
  readonly door: Door
  readonly login: string
  readonly password: string
  readonly origin: Origin
  /** «Firefox, Windows», for the list of one's own sessions. */
  readonly browser: string
  /** The cookie of the session that this browser already has, which ends. */
  readonly formerSession: string | null
}

export type SignInResult =
  | { readonly outcome: 'refused' }
  /** The password was right; the second factor is asked, or must be chosen first. */
  | { readonly outcome: 'second_factor'; readonly token: string; readonly enrolled: boolean }
  | { readonly outcome: 'signed_in'; readonly token: string; readonly account: Account }
  /** A password typed by the delegate: another must be chosen, with the code just mailed. */
  | { readonly outcome: 'first_password'; readonly token: string }

/**
 * Signs in at a door (leaflet, «Introduire le N° Adhérent et le Mot de passe»; product A1, U1). The unknown, the
 * wrong, the locked, the suspended and the not yet activated take the same steps and get the same answer.
 */
export async function signIn(app: AppContext, tried: SignInTry): Promise<SignInResult> {
  const login = normaliseLogin(tried.door, tried.login)
  const door = { as: 'sign_in', cookie: tried.origin.device } as const
  const { target, trial } = await app.db.transaction(door, async (tx) => {
    const account = await findAccountAt(tx, tried.door, login)
    const found = { kind: kindAt(tried.door), login, account }
    return { target: found, trial: await takeTry(tx, found, tried.origin, app.clock.now()) }
  })
  const hash = trial.allowed ? hashToTry(target.account, app.clock.now()) : null
  const isRight = await app.passwords.verify(hash, tried.password)
  return app.db.transaction(scopeAfter(tried, target), (tx) =>
    isRight && hash
      ? admit(tx, app, { tried, target, trial, hash })
      : turnAway(tx, app, { tried, target, trial }),
  )
}

/** Once it is known whom the login names, nothing of anybody else's is seen. */
function scopeAfter(tried: SignInTry, { account }: Target): Scope {
  return account
    ? { as: 'account', accountId: account.id, cookie: tried.formerSession }
    : { as: 'sign_in' }
}

/** The one hash that may be tried now; none for who may not sign in, so that a dummy is tried instead. */
function hashToTry(account: Account | undefined, now: Date): string | null {
  if (!account) return null
  const isProvisional = account.provisionalUntil !== null && account.provisionalUntil > now
  if (account.provisionalHash && isProvisional)
    return account.state === 'active' || account.state === 'invited'
      ? account.provisionalHash
      : null
  return account.state === 'active' ? account.passwordHash : null
}

interface Tried {
  readonly tried: SignInTry
  readonly target: Target
  readonly trial: Trial
}

async function turnAway(
  tx: Tx,
  app: AppContext,
  { tried, target, trial }: Tried,
): Promise<SignInResult> {
  const now = app.clock.now()
  await noteFailure(tx, trial, now)
  await record(tx, guest, now, {
    action: 'session.refused',
    subject: { kind: target.kind, id: target.account?.id ?? 'unknown' },
    employerId: target.account?.employerId ?? null,
    // The login of the account, never what was typed: it may be a password.
    details: { door: tried.door, login: target.account?.login, waiting: !trial.allowed },
  })
  return { outcome: 'refused' }
}

async function admit(
  tx: Tx,
  app: AppContext,
  { tried, target, trial, hash }: Tried & { readonly hash: string },
): Promise<SignInResult> {
  const now = app.clock.now()
  // Suspended, or given another password, while the hash was computed: then it opens nothing.
  const account = target.account && (await lockAccount(tx, target.kind, target.account.id))
  if (!account || hashToTry(account, now) !== hash)
    return turnAway(tx, app, { tried, target, trial })
  if (account.provisionalHash === hash) {
    await noteHalfSuccess(tx, trial)
    return { outcome: 'first_password', token: await startFirstPassword(tx, app, account) }
  }
  if (tried.formerSession) await endSessionOfCookie(tx, tried.formerSession, now)
  if (hasSecondFactor(account) || (await mustHaveFactor(tx, app, account))) {
    await noteHalfSuccess(tx, trial)
    return awaitSecondFactor(tx, app, account, tried)
  }
  const token = await openFullSession(tx, app, { account, trial, ...tried })
  return { outcome: 'signed_in', token, account }
}

async function awaitSecondFactor(
  tx: Tx,
  app: AppContext,
  account: Account,
  tried: SignInTry,
): Promise<SignInResult> {
  const token = await openSession(tx, {
    kind: account.kind,
    id: account.id,
    employerId: account.employerId,
    stage: 'second_factor',
    now: app.clock.now(),
    browser: tried.browser,
  })
  return { outcome: 'second_factor', token, enrolled: hasSecondFactor(account) }
}
