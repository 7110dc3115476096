import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { changeAccount, findAccount } from './store/accounts.ts'
import { fullName } from './accounts.ts'
import { findDelegateConcerned } from './delegate-concerned.ts'
import { endAccess } from './end-access.ts'
import { createAccountLink } from './link-holder.ts'
import { delegateResetMail } from './mails.ts'

/**
 * The signed letter «Réinitialisation du mot de passe de la personne déléguée» was accepted: the old password and
 * every session end, and a single-use link goes to the e-mail on file (leaflet, «Oubli de mot de passe»; quality
 * AT30). The second factor, when there is one, is still asked.
 */
export async function resetDelegatePassword(
  tx: Tx,
  app: AppContext,
  letter: Letter,
): Promise<void> {
  const now = app.clock.now()
  const delegate = await findDelegateConcerned(tx, app, letter)
  if (!delegate) return
  const account = await findAccount(tx, 'delegate', delegate.id)
  if (!account) return
  await changeAccount(tx, account, { password_hash: null })
  await endAccess(tx, account.id, now, 'password_changed')
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, { purpose: 'reset_password', hours })
  await queueMail(tx, delegateResetMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      employerNumber: account.login,
      reference: letter.reference,
      hours,
    },
    employerId: account.employerId,
    linkId,
    at: now,
  })
  await record(tx, systemActor('letters'), now, {
    action: 'delegate.password_reset',
    subject: { kind: 'delegate', id: account.id },
    employerId: account.employerId,
    details: { letter: letter.reference },
  })
}
