import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName, hasSecondFactor } from './accounts.ts'
import { changeAccount } from './store/accounts.ts'
import { endAccess } from './end-access.ts'
import { accountKey } from './locks.ts'
import { passwordChangedMail } from './password-mails.ts'
import {
  type PasswordMistake,
  passwordMistake,
  shortestAlone,
  shortestWithSecondFactor,
} from './password-rules.ts'
import { passwordWords } from './password-words.ts'
import { forgetProvisional } from './store/profiles.ts'
import { restartCount } from './store/throttles.ts'

/** Agents always have a second factor, even before their first sign-in. */
function isGuarded(account: Account): boolean {
  return account.kind === 'agent' || hasSecondFactor(account)
}

export function shortestFor(account: Account): number {
  return isGuarded(account) ? shortestWithSecondFactor : shortestAlone
}

/** The same rule at every door where an account's password is chosen (quality AT15). */
function mistakeFor(
  app: AppContext,
  account: Account,
  password: string,
): PasswordMistake | 'empty' | null {
  if (password === '') return 'empty'
  const words = passwordWords(app, account)
  return passwordMistake(password, { secondFactor: isGuarded(account), words })
}

/**
 * Why this password may not be chosen, if it may not: the rule, then whether somebody may know it: the one that it
 * would replace, one that was ended, one that the delegate typed (decision: a password typed by the delegate).
 */
export async function choiceMistake(
  app: AppContext,
  account: Account,
  password: string,
): Promise<PasswordMistake | 'empty' | 'used_before' | null> {
  const mistake = mistakeFor(app, account, password)
  if (mistake) return mistake
  for (const hash of [account.passwordHash, account.provisionalHash, ...account.formerHashes])
    if (hash !== null && (await app.passwords.verify(hash, password))) return 'used_before'
  return null
}

/**
 * A new password takes the place of the old one: every session, link and known browser ends, counts of mistakes start
 * again (whoever must wait still waits), and the owner is told (quality AT9, AT24, AT30).
 */
export async function replacePassword(
  tx: Tx,
  app: AppContext,
  account: Account,
  hash: string,
): Promise<void> {
  const now = app.clock.now()
  await changeAccount(tx, account, { password_hash: hash, password_set_at: now })
  if (account.kind === 'profile') await forgetProvisional(tx, account.id)
  await endAccess(tx, account.id, now, 'password_changed')
  await restartCount(tx, accountKey(account))
  await queueMail(tx, passwordChangedMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      login: account.login,
      isDelegate: account.kind === 'delegate',
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: account.employerId,
    at: now,
  })
}
