import type { DelegateActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/find-employer.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Scope, Tx } from '../platform/db/database.ts'
import { voidLinks } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName } from './accounts.ts'
import { findAccount } from './store/accounts.ts'
import { endAccess } from './end-access.ts'
import { inviteProfile } from './invite-profile.ts'
import { createAccountLink } from './link-holder.ts'
import { provisionalPasswordMail, resetMail } from './mails.ts'
import { saveProvisional } from './store/profiles.ts'
import { passwordMistake } from './password-rules.ts'
import { passwordWords } from './password-words.ts'

const provisionalHours = 72

export type NewPasswordOrder =
  | { readonly profileId: string; readonly by: 'link' }
  | { readonly profileId: string; readonly by: 'typed'; readonly password: string }

/**
 * The delegate starts a new password for a user who forgot theirs: by a link to the user's own e-mail, or by typing
 * one that works once, within 72 h, only to choose another (leaflet, «Oubli du login/profil et/ou du mot de passe»,
 * step 2; product A8). The delegate never learns a password in use.
 */
export async function startNewPassword(
  app: AppContext,
  actor: DelegateActor,
  order: NewPasswordOrder,
): Promise<void> {
  const account = await app.db.transaction({ as: 'employer', employerId: actor.employerId }, (tx) =>
    findOwnUser(tx, order.profileId),
  )
  const typedHash = order.by === 'typed' ? await hashTyped(app, account, order.password) : null
  await app.db.transaction(scopeFor(actor, account), async (tx) => {
    if (typedHash) await giveTypedPassword(tx, app, account, typedHash)
    else await sendNewPasswordLink(tx, app, actor, account)
    await record(tx, actor, app.clock.now(), {
      action: 'user.new_password_started',
      subject: { kind: 'profile', id: account.id },
      details: { by: order.by, name: fullName(account), login: account.login },
    })
  })
}

/** A firm's login serves several companies: its older links are not all this one's own. */
function scopeFor({ employerId }: DelegateActor, account: Account): Scope {
  return account.firmId ? { as: 'mandating', employerId } : { as: 'employer', employerId }
}

/** Not for makers and validators, who get a link, nor for a firm's people, who serve other companies too. */
function mayHaveTypedPassword(profile: Pick<Account, 'service'>): boolean {
  return profile.service !== 'payment' && profile.service !== 'declaration_external'
}

/** Refuses a typed password that the rules refuse, or hashes it, outside any transaction. */
async function hashTyped(app: AppContext, account: Account, password: string): Promise<string> {
  if (!mayHaveTypedPassword(account)) return refuse('access.link_only')
  const words = passwordWords(app, account)
  // The code mailed to the user stands beside it: the rule of passwords with a second factor holds.
  const mistake = passwordMistake(password, { secondFactor: true, words })
  if (mistake) return refuse(`access.password_${mistake}`)
  return app.passwords.hash(password)
}

/** Keeps a password typed by the delegate; the one in use before, and everything signed in with it, ends. */
export async function giveTypedPassword(
  tx: Tx,
  app: AppContext,
  account: Account,
  typedHash: string,
): Promise<void> {
  const now = app.clock.now()
  await endAccess(tx, account.id, now, 'password_changed')
  const until = new Date(now.getTime() + provisionalHours * 3_600_000)
  await saveProvisional(tx, account.id, { hash: typedHash, until })
  await queueMail(tx, provisionalPasswordMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      employerName: account.employerName ?? '',
      login: account.login,
      service: account.service ?? 'employer_account',
      hours: provisionalHours,
    },
    employerId: account.employerId,
    at: now,
  })
}

async function findOwnUser(tx: Tx, profileId: string): Promise<Account> {
  const account = await findAccount(tx, 'profile', profileId)
  if (!account || account.state === 'removed') return refuse('web.not_found')
  if (account.state === 'suspended') return refuse('access.user_suspended')
  return account
}

async function sendNewPasswordLink(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  account: Account,
): Promise<void> {
  const now = app.clock.now()
  await voidLinks(tx, account.id, now, ['activate', 'reset_password', 'first_password_code'])
  if (account.state === 'invited') {
    const { name } = await getEmployer(tx, actor.employerId)
    await inviteProfile(tx, app, {
      profileId: account.id,
      employerId: actor.employerId,
      employerName: name,
      delegateId: actor.id,
    })
    return
  }
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const { employerId } = actor
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'reset_password',
    hours,
    employerId,
  })
  await queueMail(tx, resetMail, {
    to: account.email,
    language: account.language,
    props: { name: fullName(account), login: account.login, hours, by: 'delegate' },
    employerId: actor.employerId,
    linkId,
    at: now,
  })
}
