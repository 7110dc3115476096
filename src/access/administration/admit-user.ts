import type { Actor, Service } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { inviteProfile } from '../invite-profile.ts'
import { findAccount } from '../store/accounts.ts'
import { insertUser, loginFor, scopeDetails } from './create-user.ts'
import { usersAdmittedMail, validatorAdmittedMail } from './mails.ts'
import type { NewUser } from './new-user.ts'
import { requireSubscribed } from './require-service.ts'
import { tellOtherValidators } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import { waitFrom } from './waiting.ts'
import { waitWithBothPowers } from './wait-with-both-powers.ts'

export interface AdmittingUser {
  readonly employerId: string
  /** Who answers for the user from now on: the invitation stands on them. */
  readonly delegateId: string
  readonly user: NewUser
  readonly file: string
  readonly askedBy: string
}

export interface AdmittedUser {
  readonly name: string
  readonly login: string
  readonly service: Service
}

/** Creates a user whom a file of the agency names, by the rules of the form of their delegate, and invites them (product G5). */
// oxlint-disable-next-line max-params -- the transaction, the portal, who, whom
export async function admitUser(
  tx: Tx,
  app: AppContext,
  actor: Actor,
  { employerId, delegateId, user, file, askedBy }: AdmittingUser,
): Promise<AdmittedUser> {
  const at = app.clock.now()
  const employer = await requireSubscribed(tx, employerId, user.service)
  const login = await loginFor(tx, employer, user)
  const id = await insertUser(tx, app, { employer, user, login })
  const name = fullName(user)
  await record(tx, actor, at, {
    action: 'user.admitted',
    subject: { kind: 'profile', id },
    employerId,
    details: { name, login, service: user.service, file, askedBy, ...scopeDetails(user) },
  })
  if (user.isValidator) {
    const confirmsFrom = await waitFrom(tx, at)
    const named = { employer, userId: id, by: actor.name, at, confirmsFrom }
    await tellOtherValidators(tx, validatorAdmittedMail, named)
  }
  if (user.isMaker) await waitWithBothPowers(tx, actor, { employer, userId: id, at })
  await inviteProfile(tx, app, {
    profileId: id,
    employerId,
    employerName: employer.name,
    delegateId,
  })
  return { name, login, service: user.service }
}

/** One mail to the delegate, with everybody who was created in their company. */
// oxlint-disable-next-line max-params -- the transaction, the portal, to whom, whom
export async function tellDelegateOfUsers(
  tx: Tx,
  app: AppContext,
  delegateId: string,
  users: readonly AdmittedUser[],
): Promise<void> {
  const delegate = await findAccount(tx, 'delegate', delegateId)
  if (!delegate) throw new Error(`no delegate ${delegateId} to tell`)
  await queueMail(tx, usersAdmittedMail, {
    to: delegate.email,
    language: delegate.language,
    props: {
      name: fullName(delegate),
      employerName: delegate.employerName ?? '',
      users: [...users],
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: delegate.employerId,
    at: app.clock.now(),
  })
}
