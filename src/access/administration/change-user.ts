import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import { todayIn } from '../../calendar/index.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { getParameter } from '../../parameters/parameters.ts'
import type { Tx } from '../../platform/db/database.ts'
import { voidLinks } from '../../platform/links/links.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Language } from '../../web/words/language.ts'
import { findAccount } from '../store/accounts.ts'
import { inviteProfile } from '../invite-profile.ts'
import { createAccountLink } from '../link-holder.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import { emailChangeAskedMail, emailReplacedMail, renamedMail } from './mails.ts'
import { changeProfile } from './store/profiles.ts'
import { fullName } from '../accounts.ts'
import type { User } from './user.ts'

export interface UserChange {
  readonly id: string
  readonly service: User['service']
  readonly version: number
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string
  readonly language: Language
}

/** What becomes of a new address: in force, awaiting the user's own confirmation, or the same as before. */
export type EmailOutcome = 'unchanged' | 'replaced' | 'asked'

/**
 * Changes the details of a user (product A4). Another e-mail address is the user's to confirm, from the one in use;
 * before the login was ever used it is replaced at once, and the old address is told (decision: a password typed by
 * the delegate; quality AT32). A suspended user can confirm nothing: they are reactivated first. Logins and identities do not change: another person is another user.
 */
export async function changeUser(
  app: AppContext,
  actor: DelegateActor,
  change: UserChange,
): Promise<{ readonly email: EmailOutcome }> {
  // A firm's person belongs to the firm: no company changes their details.
  if (change.service === 'declaration_external') refuse('web.not_found')
  const { employerId } = actor
  return app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const { user } = await getOwnUser(tx, employerId, change)
    requireVersion(change.version, user.version)
    const email = emailOutcome(user, change)
    await changeProfile(
      tx,
      { ...change, employerId },
      {
        first_name: change.firstName,
        last_name: change.lastName,
        job_title: change.jobTitle,
        phone: change.phone,
        language: change.language,
        ...(email === 'replaced' ? { email: change.email, mail_bounced_at: null } : {}),
      },
    )
    const isRenamed = fullName(change) !== fullName(user)
    if (isRenamed) await tellRename(tx, app, actor, { user, name: fullName(change) })
    if (email === 'replaced') await replaceEmail(tx, app, actor, user)
    if (email === 'asked') await askForEmail(tx, app, actor, { user, newEmail: change.email })
    await record(tx, actor, app.clock.now(), {
      action: isRenamed ? 'user.renamed' : 'user.changed',
      subject: { kind: 'profile', id: user.id },
      details: {
        name: fullName(change),
        login: user.login,
        ...(isRenamed ? { former: fullName(user) } : {}),
        changed: changedFields(user, change).join(', '),
        email,
      },
    })
    return { email }
  })
}

function emailOutcome(user: User, change: UserChange): EmailOutcome {
  if (change.email.toLowerCase() === user.email.toLowerCase()) return 'unchanged'
  if (user.state === 'suspended') refuse('access.email_suspended')
  return user.state === 'invited' ? 'replaced' : 'asked'
}

/** The names of what changed, never the values, a name aside: the trail is read by others than the user. */
function changedFields(user: User, change: UserChange): string[] {
  const fields = ['firstName', 'lastName', 'jobTitle', 'phone', 'language', 'email'] as const
  return fields.filter((field) => user[field] !== change[field])
}

/** The old address's links die with it; whoever waited for an activation link receives one at the new address. */
async function replaceEmail(tx: Tx, app: AppContext, actor: DelegateActor, user: User) {
  const now = app.clock.now()
  const employer = await getEmployer(tx, actor.employerId)
  await voidLinks(tx, user.id, now)
  await queueMail(tx, emailReplacedMail, {
    to: user.email,
    language: user.language,
    props: { name: fullName(user), employerName: employer.name },
    employerId: employer.id,
    at: now,
  })
  if (user.provisionalUntil) return
  await inviteProfile(tx, app, {
    profileId: user.id,
    employerId: employer.id,
    employerName: employer.name,
    delegateId: actor.id,
  })
}

/** A name is what colleagues and the history of payments know somebody by: they hear of it at the address in use. */
async function tellRename(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { user, name }: { readonly user: User; readonly name: string },
) {
  const employer = await getEmployer(tx, actor.employerId)
  await queueMail(tx, renamedMail, {
    to: user.email,
    language: user.language,
    props: { former: fullName(user), name, employerName: employer.name },
    employerId: employer.id,
    at: app.clock.now(),
  })
}

async function askForEmail(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { user, newEmail }: { readonly user: User; readonly newEmail: string },
) {
  const now = app.clock.now()
  const employer = await getEmployer(tx, actor.employerId)
  const account = await findAccount(tx, 'profile', user.id)
  if (!account) return refuse('web.not_found')
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'confirm_email',
    hours,
    payload: { newEmail },
  })
  await queueMail(tx, emailChangeAskedMail, {
    to: user.email,
    language: user.language,
    props: { name: fullName(user), employerName: employer.name, newEmail, hours },
    employerId: employer.id,
    linkId,
    at: now,
  })
}
