import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import { getEmployer, lockEmployer } from '../../employers/store/employers.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findAccount } from '../store/accounts.ts'
import { endAccess } from '../end-access.ts'
import { inviteProfile } from '../invite-profile.ts'
import { forgetAnswers } from '../store/secret-answers.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import { requireSubscribed } from './require-service.ts'
import { changeMandate } from './store/mandates.ts'
import { changeProfile } from './store/profiles.ts'
import { tellValidatorsOfAnother } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import type { Mandate, User } from './user.ts'
import { waitFrom } from './waiting.ts'
import { waitWithBothPowers } from './wait-with-both-powers.ts'

export type StateStep = 'suspend' | 'reactivate' | 'remove'

/** What has a small page of its own, with a reason. */
export type UserStep = StateStep | 'factor'

export interface StateChange {
  readonly id: string
  readonly service: User['service']
  readonly version: number
  readonly step: StateStep
  readonly reason: string
}

/**
 * Suspends, reactivates or removes a user (leaflet, «IMPORTANT»: a departure or a reassignment must change the
 * account; product A9). Effective at the user's next click: sessions end and mailed links die. A firm's person keeps
 * their login: only the mandate of this company changes.
 */
export async function changeUserState(
  app: AppContext,
  actor: DelegateActor,
  change: StateChange,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    await lockEmployer(tx, employerId)
    const { user } = await getOwnUser(tx, employerId, change)
    requireVersion(change.version, user.version)
    if (change.step === 'reactivate') await requireSubscribed(tx, employerId, change.service)
    if (user.service === 'declaration_external')
      await changeMandateState(tx, app, actor, { user, change })
    else await changeOwnState(tx, app, actor, { user, change })
    await record(tx, actor, app.clock.now(), {
      action: actions[change.step],
      subject: { kind: user.firm === null ? 'profile' : 'mandate', id: user.id },
      details: { name: fullName(user), login: user.login, reason: change.reason },
    })
  })
}

const actions: Record<StateStep, string> = {
  suspend: 'user.suspended',
  reactivate: 'user.reactivated',
  remove: 'user.removed',
}

interface Step {
  readonly user: User
  readonly change: StateChange
}

const mandateSteps: Record<StateStep, readonly Mandate['state'][]> = {
  suspend: ['active'],
  reactivate: ['suspended'],
  remove: ['offered', 'active', 'suspended', 'declined'],
}

/** The session of a firm's person looks at the mandate at each click: nothing else needs to end. */
async function changeMandateState(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { user, change }: Step,
): Promise<void> {
  const { mandate } = user
  if (!mandate || !mandateSteps[change.step].includes(mandate.state))
    return refuse('web.changed_meanwhile')
  const states = { suspend: 'suspended', reactivate: 'active', remove: 'revoked' } as const
  await changeMandate(
    tx,
    { ...mandate, employerId: actor.employerId },
    {
      state: states[change.step],
      ended_at: change.step === 'reactivate' ? null : app.clock.now(),
      end_reason: change.step === 'reactivate' ? '' : change.reason,
    },
  )
}

async function changeOwnState(
  tx: Tx,
  app: AppContext,
  actor: DelegateActor,
  { user, change }: Step,
): Promise<void> {
  if (change.step === 'reactivate') return reactivate(tx, app, actor, user)
  const isSuspension = change.step === 'suspend'
  if (isSuspension && !['active', 'invited'].includes(user.state)) refuse('web.changed_meanwhile')
  const now = app.clock.now()
  await changeProfile(
    tx,
    { ...user, employerId: actor.employerId },
    {
      state: isSuspension ? 'suspended' : 'removed',
      state_reason: change.reason,
      state_changed_at: now,
      provisional_hash: null,
      provisional_until: null,
      ...(isSuspension ? {} : { password_hash: null }),
    },
  )
  await endAccess(tx, user.id, now, isSuspension ? 'suspended' : 'removed')
  if (!isSuspension) await closeFile(tx, actor.employerId, user, { now, reason: change.reason })
}

/** What a removed user leaves: no answers to secret questions, no mandate. */
async function closeFile(
  tx: Tx,
  employerId: string,
  user: User,
  end: { readonly now: Date; readonly reason: string },
): Promise<void> {
  await forgetAnswers(tx, user.id)
  if (!user.mandate) return
  await changeMandate(
    tx,
    { ...user.mandate, employerId },
    { state: 'revoked', ended_at: end.now, end_reason: end.reason },
  )
}

/** Somebody who had chosen a password has it back; the others receive a new activation link. A Validateur waits again. */
async function reactivate(tx: Tx, app: AppContext, actor: DelegateActor, user: User) {
  if (user.state !== 'suspended') return refuse('web.changed_meanwhile')
  const account = await findAccount(tx, 'profile', user.id)
  const isKnown = account?.passwordHash !== null
  const now = app.clock.now()
  const confirmsFrom = user.isValidator ? await waitFrom(tx, now) : null
  await changeProfile(
    tx,
    { ...user, employerId: actor.employerId },
    {
      state: isKnown ? 'active' : 'invited',
      state_reason: '',
      state_changed_at: now,
      confirms_from: confirmsFrom,
    },
  )
  const employer = await getEmployer(tx, actor.employerId)
  const { id: userId } = user
  if (confirmsFrom) {
    await tellValidatorsOfAnother(tx, { employer, userId, by: actor.name, at: now, confirmsFrom })
  }
  if (user.isMaker) await waitWithBothPowers(tx, actor, { employer, userId, at: now })
  if (isKnown) return
  await inviteProfile(tx, app, {
    profileId: user.id,
    employerId: employer.id,
    employerName: employer.name,
    delegateId: actor.id,
  })
}
