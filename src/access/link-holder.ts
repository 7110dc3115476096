import { hourMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Scope, Tx } from '../platform/db/database.ts'
import { createLink, findLink, type Link, type LinkPurpose } from '../platform/links/links.ts'
import { type Account, ownScope } from './accounts.ts'
import { findAccount, lockAccount } from './store/accounts.ts'
import type { AccountKind } from './tables.ts'

/**
 * What an account's link remembers of the account: it dies when the address or the password changes, by whatever
 * door they changed (quality AT24).
 */
function linkPayloadFor(
  account: Pick<Account, 'email' | 'passwordSetAt'>,
): Record<string, unknown> {
  return { email: account.email, passwordSetAt: account.passwordSetAt?.toISOString() ?? null }
}

export interface AccountLink {
  readonly purpose: LinkPurpose
  readonly hours: number
  /** Whose page shows that it waits, when it is not the account's own company: who mandates a firm's person. */
  readonly employerId?: string
  /** What it remembers besides the account. */
  readonly payload?: Record<string, unknown>
}

/** A single-use link of an account, for so many hours; it dies with what it remembers of the account. */
export function createAccountLink(
  tx: Tx,
  app: AppContext,
  account: Account,
  { purpose, hours, employerId, payload }: AccountLink,
): Promise<string> {
  const now = app.clock.now()
  return createLink(tx, app.keyring, {
    employerId: employerId ?? account.employerId,
    purpose,
    subject: { kind: account.kind, id: account.id },
    payload: { ...linkPayloadFor(account), ...payload },
    createdAt: now,
    expiresAt: new Date(now.getTime() + hours * hourMs),
  })
}

export interface HeldLink {
  readonly link: Link
  readonly account: Account
}

/**
 * Whose a mailed link is, told by the link alone: what it opens is then looked at and done as that account (decision:
 * least rows). Nothing for a link that may not be used.
 */
export async function findScopeOfLink(
  app: AppContext,
  purpose: LinkPurpose,
  token: string,
): Promise<Scope | undefined> {
  const link = await app.db.transaction({ as: 'link', token }, (tx) =>
    findLink(tx, purpose, token, app.clock.now()),
  )
  return link && isAccountKind(link.subject.kind) ? ownScope(link.subject) : undefined
}

/** The link of this token and the account it belongs to, if it may still be used for it. Looking consumes nothing. */
export async function findHeldLink(
  tx: Tx,
  app: AppContext,
  purpose: LinkPurpose,
  token: string,
): Promise<HeldLink | undefined> {
  const link = await findLink(tx, purpose, token, app.clock.now())
  if (!link || !isAccountKind(link.subject.kind)) return undefined
  const account = await findAccount(tx, link.subject.kind, link.subject.id)
  return account && isStillFor(link, account) ? { link, account } : undefined
}

/** The same, with the account's row held, for the transaction that will use it. */
export async function lockHeldLink(
  tx: Tx,
  app: AppContext,
  purpose: LinkPurpose,
  token: string,
): Promise<HeldLink | undefined> {
  const found = await findHeldLink(tx, app, purpose, token)
  if (!found) return undefined
  const account = await lockAccount(tx, found.account.kind, found.account.id)
  return account && isStillFor(found.link, account) ? { link: found.link, account } : undefined
}

function isStillFor(link: Link, account: Account): boolean {
  const { email, passwordSetAt } = link.payload
  if (email !== undefined && email !== account.email) return false
  if (
    passwordSetAt !== undefined &&
    passwordSetAt !== (account.passwordSetAt?.toISOString() ?? null)
  )
    return false
  if (link.purpose === 'activate') return account.state === 'invited'
  if (link.purpose === 'first_password_code' && account.state === 'invited') return true
  return account.state === 'active'
}

function isAccountKind(kind: string): kind is AccountKind {
  return kind === 'delegate' || kind === 'profile' || kind === 'agent'
}
