import { type Account, fullName } from '../access/accounts.ts'
import { findAccount } from '../access/store/accounts.ts'
import { findDelegateInFunction, saveDelegateContact } from '../access/store/delegates.ts'
import { createAccountLink } from '../access/link-holder.ts'
import { replaceDelegate } from '../access/replace-delegate.ts'
import { systemActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import { record } from '../audit/record.ts'
import { todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import type { Letter } from '../letters/letter.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { randomToken } from '../platform/secrets/keyring.ts'
import { endDroppedServices } from './end-dropped-services.ts'
import { readSubscriptionData, type SubscriptionData } from './letter-data.ts'
import { renewalInForceMail, subscriptionInForceMail } from './mails.ts'
import { findSubscription, isDelegateOf, type Subscription } from './store/subscriptions.ts'
import { saveCompanyContact, saveSubscribedServices } from './store/subscribed-services.ts'

/**
 * An accepted subscription or renewal takes effect: the delegate is in function with the password chosen at
 * subscription, the company has its services and its payment option, and both hear of it (leaflet, step 6;
 * product P6). In the transaction of the decision, or of the job that waited for it.
 */
export async function putSubscriptionInForce(
  tx: Tx,
  app: AppContext,
  letter: Letter,
): Promise<void> {
  const { employerId } = letter
  if (!employerId) return refuse('subscriptions.no_employer')
  const data = readSubscriptionData(letter.data)
  const subscription = await findSubscription(tx, letter.id)
  if (!subscription) throw new Error(`letter ${letter.id} has no subscription`)
  const current = await findDelegateInFunction(tx, employerId)
  const stays =
    current !== undefined &&
    letter.kind === 'renewal' &&
    (await isDelegateOf(tx, letter.id, current.id))
  // Somebody was put in function after this form came back: they were not warned, so nothing is replaced.
  if (current && !stays && !letter.replacesDelegate) refuse('subscriptions.delegate_since')
  const ended = await saveSubscribedServices(tx, employerId, data, app.clock.now())
  await endDroppedServices(tx, app, letter, ended)
  const moved = await saveCompanyContact(tx, employerId, data.company)
  if (stays) await saveDelegateContact(tx, current.id, data.delegate)
  const delegateId = stays
    ? current.id
    : await replaceDelegate(tx, app, employerId, await newDelegate(app, letter, data, subscription))
  await record(tx, systemActor('subscriptions'), app.clock.now(), {
    action: 'subscription.in_force',
    subject: { kind: 'letter', id: letter.id },
    employerId,
    details: { reference: letter.reference, services: data.services, ended, moved },
  })
  const delegate = await findAccount(tx, 'delegate', delegateId)
  if (!delegate) throw new Error(`no delegate ${delegateId} after letter ${letter.id}`)
  if (stays) {
    return tellInForce(tx, app, letter, delegate)
  }
  await welcome(tx, app, letter, { delegate, hasPassword: subscription.passwordHash !== null })
}

/** Without a password of their own, nobody knows the one that is set: the mailed link lets them choose it. */
async function newDelegate(
  app: AppContext,
  letter: Letter,
  { delegate }: SubscriptionData,
  { identity_kind, identity_sealed, identity_key, passwordHash }: Subscription,
) {
  return {
    ...delegate,
    identity_kind,
    identity_sealed,
    identity_key,
    language: letter.language,
    passwordHash: passwordHash ?? (await app.passwords.hash(randomToken())),
  }
}

async function welcome(
  tx: Tx,
  app: AppContext,
  letter: Letter,
  { delegate, hasPassword }: { readonly delegate: Account; readonly hasPassword: boolean },
): Promise<void> {
  const now = app.clock.now()
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, delegate, { purpose: 'reset_password', hours })
  await queueMail(tx, subscriptionInForceMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      company: delegate.employerName ?? '',
      employerNumber: letter.employerNumber,
      hasPassword,
      hours,
    },
    employerId: letter.employerId,
    linkId,
    at: now,
  })
}

/** The applicant's address is the one typed for the delegate: another one than the delegate's was not taken. */
async function tellInForce(tx: Tx, app: AppContext, letter: Letter, delegate: Account) {
  const typed = letter.applicant.email.toLowerCase()
  const emailKept = typed !== delegate.email.toLowerCase()
  const told = { name: fullName(delegate), reference: letter.reference, emailKept }
  const addresses = new Set([delegate.email, letter.applicant.email])
  for (const to of addresses) {
    await queueMail(tx, renewalInForceMail, {
      to,
      language: delegate.language,
      props: told,
      employerId: letter.employerId,
      at: app.clock.now(),
    })
  }
}
