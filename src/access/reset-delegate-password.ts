import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import type { Letter } from '../letters/letter.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { endPassword, findAccount } from './store/accounts.ts'
import { type Account, fullName, hasSecondFactor } from './accounts.ts'
import { findDelegateConcerned } from './delegate-concerned.ts'
import { endAccess } from './end-access.ts'
import { endSecondFactor } from './end-second-factor.ts'
import { createAccountLink } from './link-holder.ts'
import { delegateFactorEndedMail } from './factor-mails.ts'
import { delegateResetMail } from './delegate-mails.ts'

/** Whether the signed paper says that the telephone and the recovery codes are lost as well. */
export function saysFactorIsLost(letter: Pick<Letter, 'kind' | 'data'>): boolean {
  return letter.kind === 'password_reset' && letter.data['lostFactor'] === true
}

/**
 * The signed letter «Réinitialisation du mot de passe de la personne déléguée» was accepted: the old password and
 * every session end, and a single-use link goes to the e-mail on file (leaflet, «Oubli de mot de passe»; quality
 * AT30). The second factor, when there is one, is still asked, unless the paper that two agents accepted says that it
 * is lost (quality, MFA; AT28).
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
  await endPassword(tx, account)
  await endAccess(tx, account.id, now, 'password_reset')
  const isLost = hasSecondFactor(account) && saysFactorIsLost(letter)
  if (isLost) await endLostFactor(tx, app, account, letter)
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
      fundEmail: app.config.fund.agencyEmail,
      secondFactor: isLost ? 'ended' : hasSecondFactor(account) ? 'kept' : 'none',
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

/** Told to the delegate's address and to the company's own: whoever forged the letter reads one of them at most. */
async function endLostFactor(
  tx: Tx,
  app: AppContext,
  account: Account,
  letter: Letter,
): Promise<void> {
  const now = app.clock.now()
  await endSecondFactor(tx, account)
  const company = account.employerId && (await getEmployer(tx, account.employerId))
  for (const to of new Set([account.email, ...(company ? [company.email] : [])])) {
    await queueMail(tx, delegateFactorEndedMail, {
      to,
      language: account.language,
      props: {
        name: fullName(account),
        employerNumber: account.login,
        reference: letter.reference,
        fundEmail: app.config.fund.agencyEmail,
      },
      employerId: account.employerId,
      at: now,
    })
  }
  await record(tx, systemActor('letters'), now, {
    action: 'delegate.second_factor_reset',
    subject: { kind: 'delegate', id: account.id },
    employerId: account.employerId,
    details: { letter: letter.reference },
  })
}
