import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { consumeLink, voidLinks } from '../../platform/links/links.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, actorFor, fullName } from '../accounts.ts'
import { changeAccount, endPassword } from '../store/accounts.ts'
import { endAccess } from '../end-access.ts'
import { createAccountLink, findHeldLink, findScopeOfLink, lockHeldLink } from '../link-holder.ts'
import { forgetBounce } from '../store/profiles.ts'
import { emailChangedMail, emailRestoredMail } from '../address-mails.ts'

export interface EmailChange {
  readonly account: Account
  readonly newEmail: string
}

export async function findEmailChange(
  app: AppContext,
  token: string,
): Promise<EmailChange | undefined> {
  const scope = await findScopeOfLink(app, 'confirm_email', token)
  if (!scope) return undefined
  return app.db.transaction(scope, async (tx) => {
    const held = await findHeldLink(tx, app, 'confirm_email', token)
    const newEmail = held?.link.payload['newEmail']
    return held && typeof newEmail === 'string' ? { account: held.account, newEmail } : undefined
  })
}

/** The owner of the new address says so: mail goes there from now on, and older links die (product U3, quality AT24). */
export async function confirmEmail(app: AppContext, token: string): Promise<Account> {
  const scope = (await findScopeOfLink(app, 'confirm_email', token)) ?? refuse('access.link_dead')
  return app.db.transaction(scope, async (tx) => {
    const now = app.clock.now()
    const held = await lockHeldLink(tx, app, 'confirm_email', token)
    const newEmail = held?.link.payload['newEmail']
    if (!held || typeof newEmail !== 'string') return refuse('access.link_dead')
    if (!(await consumeLink(tx, held.link.id, now))) return refuse('access.link_dead')
    const { account } = held
    await changeAccount(tx, account, { email: newEmail })
    if (account.kind === 'profile') await forgetBounce(tx, account.id)
    await voidLinks(tx, account.id, now, ['reset_password', 'first_password_code', 'confirm_email'])
    for (const to of [account.email, newEmail]) {
      await queueMail(tx, emailChangedMail, {
        to,
        language: account.language,
        props: {
          name: fullName(account),
          login: account.login,
          newEmail,
          fundEmail: app.config.fund.agencyEmail,
        },
        employerId: account.employerId,
        at: now,
      })
    }
    await record(tx, actorFor(account), now, {
      action: 'account.email_changed',
      subject: { kind: account.kind, id: account.id },
      employerId: account.employerId ?? held.link.employerId,
    })
    return account
  })
}

/** The link of the old address, as long as it may cancel the change. */
export async function findKeptEmail(app: AppContext, token: string): Promise<string | undefined> {
  const scope = await findScopeOfLink(app, 'keep_email', token)
  if (!scope) return undefined
  const held = await app.db.transaction(scope, (tx) => findHeldLink(tx, app, 'keep_email', token))
  const kept = held?.link.payload['kept']
  return typeof kept === 'string' ? kept : undefined
}

/**
 * The old address says no: the change is cancelled even after it took effect, whoever is signed in is signed out, and
 * a new password is chosen through the address that was kept (quality AT32, AT63).
 */
export async function keepEmail(app: AppContext, token: string): Promise<void> {
  const scope = (await findScopeOfLink(app, 'keep_email', token)) ?? refuse('access.link_dead')
  await app.db.transaction(scope, async (tx) => {
    const now = app.clock.now()
    const held = await lockHeldLink(tx, app, 'keep_email', token)
    const kept = held?.link.payload['kept']
    if (!held || typeof kept !== 'string') return refuse('access.link_dead')
    const { link, account } = held
    if (!(await consumeLink(tx, link.id, now))) return refuse('access.link_dead')
    await changeAccount(tx, account, { email: kept })
    await endPassword(tx, account)
    await endAccess(tx, account.id, now, 'email_restored')
    await sendWayBack(tx, app, { ...account, email: kept })
    await record(tx, actorFor(account), now, {
      action: 'account.email_kept',
      subject: { kind: account.kind, id: account.id },
      employerId: account.employerId ?? link.employerId,
    })
  })
}

const wayBackHours = 24

async function sendWayBack(tx: Tx, app: AppContext, account: Account): Promise<void> {
  const now = app.clock.now()
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'reset_password',
    hours: wayBackHours,
  })
  await queueMail(tx, emailRestoredMail, {
    to: account.email,
    language: account.language,
    props: { name: fullName(account), hours: wayBackHours },
    employerId: account.employerId,
    linkId,
    at: now,
  })
}
