import { hourMs } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { createLink } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName } from './accounts.ts'
import { createAccountLink } from './link-holder.ts'
import { confirmEmailMail, emailChangingMail } from './address-mails.ts'

const confirmHours = 24
const keepHours = 72

/**
 * A new address counts once its owner has opened the link sent there; the old one is told at once and may cancel, for
 * three days, even after the change (product U3; quality AT32, AT63).
 */
export async function askEmailChange(
  tx: Tx,
  app: AppContext,
  account: Account,
  newEmail: string,
): Promise<void> {
  const now = app.clock.now()
  const confirmId = await createAccountLink(tx, app, account, {
    purpose: 'confirm_email',
    hours: confirmHours,
    payload: { newEmail },
  })
  // It remembers the old address alone: it must outlive the change that it undoes.
  const keepId = await createLink(tx, app.keyring, {
    employerId: account.employerId,
    purpose: 'keep_email',
    subject: { kind: account.kind, id: account.id },
    payload: { kept: account.email },
    createdAt: now,
    expiresAt: new Date(now.getTime() + keepHours * hourMs),
  })
  const name = fullName(account)
  const mail = { language: account.language, employerId: account.employerId, at: now }
  await queueMail(tx, confirmEmailMail, {
    ...mail,
    to: newEmail,
    props: { name, login: account.login, hours: confirmHours },
    linkId: confirmId,
  })
  await queueMail(tx, emailChangingMail, {
    ...mail,
    to: account.email,
    props: { name, newEmail },
    linkId: keepId,
  })
}
