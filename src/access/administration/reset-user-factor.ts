import type { DelegateActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { getEmployer } from '../../employers/store/employers.ts'
import { hasSecondFactor } from '../accounts.ts'
import { endLostFactorJob, endUserFactor, firmWaitMs } from '../end-user-factor.ts'
import { findAccount, lockAccount } from '../store/accounts.ts'
import { getOwnUser, requireVersion } from './find-own-user.ts'
import { factorResetAskedMail, validatorFactorMail } from './mails.ts'
import { getMandatedProfile } from './store/mandates.ts'
import { changeProfile } from './store/profiles.ts'
import { tellOtherValidators } from './tell-validators.ts'
import { fullName } from '../accounts.ts'
import type { User } from './user.ts'
import { waitFrom } from './waiting.ts'

export interface FactorReset {
  readonly id: string
  readonly service: User['service']
  readonly version: number
  readonly reason: string
}

/**
 * A user lost telephone and recovery codes: their delegate takes the second factor off. The password ends with it and
 * a link goes to the user's own address, so that the delegate alone opens nothing; a Validateur waits as a new one does,
 * and the others are told (quality AT32, AT70). A firm's person serves others too: for them it waits a day, and falls if
 * they sign in with their factor meanwhile.
 */
export async function resetUserFactor(
  app: AppContext,
  actor: DelegateActor,
  reset: FactorReset,
): Promise<void> {
  const { employerId } = actor
  await app.db.transaction({ as: 'employer', employerId }, async (tx) => {
    const { user } = await getOwnUser(tx, employerId, reset)
    requireVersion(reset.version, user.version)
    const isFirm = user.service === 'declaration_external'
    if (isFirm) await askForFirm(tx, app, actor, user)
    else await endOwn(tx, app, actor, user)
    await record(tx, actor, app.clock.now(), {
      action: isFirm ? 'user.second_factor_reset_asked' : 'user.second_factor_reset',
      subject: { kind: isFirm ? 'mandate' : 'profile', id: user.id },
      details: { name: fullName(user), login: user.login, reason: reset.reason },
    })
  })
}

async function endOwn(tx: Tx, app: AppContext, actor: DelegateActor, user: User): Promise<void> {
  const account = await lockAccount(tx, 'profile', user.id)
  if (account?.state !== 'active') return refuse('access.user_suspended')
  if (!hasSecondFactor(account)) return refuse('administration.no_second_factor')
  const now = app.clock.now()
  const confirmsFrom = user.isValidator ? await waitFrom(tx, now) : null
  const own = { ...user, employerId: actor.employerId }
  await changeProfile(tx, own, confirmsFrom ? { confirms_from: confirmsFrom } : {})
  await endUserFactor(tx, app, account, actor.employerId)
  if (!confirmsFrom) return
  const employer = await getEmployer(tx, actor.employerId)
  const { id: userId } = user
  const told = { employer, userId, by: actor.name, at: now, confirmsFrom }
  await tellOtherValidators(tx, validatorFactorMail, told)
}

async function askForFirm(tx: Tx, app: AppContext, actor: DelegateActor, { id, mandate }: User) {
  if (mandate?.state !== 'active') return refuse('web.not_found')
  const { employerId } = actor
  const profileId = await getMandatedProfile(tx, employerId, id)
  const account = await findAccount(tx, 'profile', profileId)
  if (account?.state !== 'active') return refuse('web.not_found')
  const now = app.clock.now()
  const endsAt = new Date(now.getTime() + firmWaitMs)
  const employer = await getEmployer(tx, employerId)
  await queueMail(tx, factorResetAskedMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      employerName: employer.name,
      endsAt: endsAt.toISOString(),
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId,
    at: now,
  })
  const asked = { profileId, employerId, delegateId: actor.id, askedAt: now.toISOString() }
  await enqueue(tx, endLostFactorJob, asked, { runAt: endsAt })
}
