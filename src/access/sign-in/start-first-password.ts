import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { randomToken, tokenHash } from '../../platform/secrets/keyring.ts'
import { type Account, actorFor, fullName } from '../accounts.ts'
import { createAccountLink } from '../link-holder.ts'
import { firstCodeMail } from '../password-mails.ts'
import { forgetProvisional } from '../store/profiles.ts'

export const firstCodeMinutes = 15

/**
 * A password typed by the delegate was used: it is spent at once, and a code goes to the user's own e-mail, so that
 * knowing the password is not enough to take the account (decision: a password typed by the delegate). Returns what
 * the browser that typed it must show again.
 */
export async function startFirstPassword(
  tx: Tx,
  app: AppContext,
  account: Account,
): Promise<string> {
  const now = app.clock.now()
  const token = randomToken()
  await forgetProvisional(tx, account.id)
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'first_password_code',
    hours: firstCodeMinutes / 60,
    payload: { browser: tokenHash(token).toString('base64url'), tries: 0 },
  })
  await queueMail(tx, firstCodeMail, {
    to: account.email,
    language: account.language,
    props: { name: fullName(account), login: account.login },
    employerId: account.employerId,
    linkId,
    at: now,
  })
  await record(tx, actorFor(account), now, {
    action: 'user.provisional_password_used',
    subject: { kind: 'profile', id: account.id },
  })
  return `${linkId}.${token}`
}
