import type { DelegateActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { hourMs, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getEmployer } from '../employers/store/employers.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { voidLinks } from '../platform/links/links.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName } from './accounts.ts'
import { endAccess } from './end-access.ts'
import { inviteProfile } from './invite-profile.ts'
import { createAccountLink } from './link-holder.ts'
import { provisionalPasswordMail, resetMail } from './password-mails.ts'
import { saveProvisional } from './store/profiles.ts'
import { passwordMistake } from './password-rules.ts'
import { passwordWords } from './password-words.ts'

const provisionalHours = 72

/** What the delegate typed, hashed before the transaction. */
export interface TypedPassword {
  readonly password: string
  readonly hash: string
}

export interface NewPasswordOrder {
  /** Held by this transaction where the company may hold it: nobody suspends or activates it meanwhile. */
  readonly account: Account
  /** Nothing: a link. */
  readonly typed: TypedPassword | null
}

/**
 * The delegate starts a new password for a user who forgot theirs: by a link to the user's own e-mail, or by typing
 * one that works once, within 72 h, only to choose another (leaflet, «Oubli du login/profil et/ou du mot de passe»,
 * step 2; product A8). The delegate never learns a password in use.
 */
export async function startNewPassword(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { account, typed }: NewPasswordOrder,
): Promise<void> {
  if (account.state === 'removed') refuse('web.not_found')
  if (account.state === 'suspended') refuse('access.user_suspended')
  if (typed) {
    refuseWeak(typed.password, passwordWords(app, account))
    await giveTypedPassword(tx, app, account, typed.hash)
  } else await sendNewPasswordLink(tx, app, actor, account)
  await record(tx, actor, app.clock.now(), {
    action: 'user.new_password_started',
    subject: { kind: 'profile', id: account.id },
    details: { by: typed ? 'typed' : 'link', name: fullName(account), login: account.login },
  })
}

/** A typed password is hashed outside any transaction, if it may be one at all. */
export async function hashTyped(app: AppContext, password: string): Promise<TypedPassword> {
  refuseWeak(password, [])
  return { password, hash: await app.passwords.hash(password) }
}

/** The code mailed to the user stands beside it: the rule of passwords with a second factor holds. */
function refuseWeak(password: string, words: readonly string[]): void {
  const mistake = passwordMistake(password, { secondFactor: true, words })
  if (mistake) refuse(`access.password_${mistake}`)
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
  const until = new Date(now.getTime() + provisionalHours * hourMs)
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
