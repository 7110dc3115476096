import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { findAccount } from './store/accounts.ts'
import { fullName } from './accounts.ts'
import { createAccountLink } from './link-holder.ts'
import { activationMail } from './password-mails.ts'

export interface Invitation {
  readonly profileId: string
  /** Whose delegate invites: the company that grants, for a firm's person the one that mandates. */
  readonly employerId: string
  readonly employerName: string
  /** The delegate who invites; once suspended or replaced, the invitation is worth nothing (quality AT62). */
  readonly delegateId: string
}

/**
 * Sends the activation link by which a new user chooses their own password (leaflet, «Créer les comptes d'accès»;
 * product A4). A newer invitation voids the older one. Returns the link's identifier.
 */
export async function inviteProfile(
  tx: Tx,
  app: AppContext,
  invitation: Invitation,
): Promise<string> {
  const now = app.clock.now()
  const account = await findAccount(tx, 'profile', invitation.profileId)
  if (account?.state !== 'invited' || !account.service)
    throw new Error(`profile ${invitation.profileId} does not wait for an invitation`)
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'activate',
    hours,
    employerId: invitation.employerId,
    payload: { delegateId: invitation.delegateId },
  })
  await queueMail(tx, activationMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      employerName: invitation.employerName,
      login: account.login,
      service: account.service,
      hours,
    },
    employerId: invitation.employerId,
    linkId,
    at: now,
  })
  return linkId
}
