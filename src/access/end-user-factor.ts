import { systemActor } from '../actors/actor.ts'
import { record } from '../audit/record.ts'
import { hourMs, todayIn } from '../calendar/index.ts'
import type { AppContext } from '../context.ts'
import { getParameter } from '../parameters/parameters.ts'
import type { Tx } from '../platform/db/database.ts'
import { jobKind } from '../platform/jobs/enqueue.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, fullName, hasSecondFactor } from './accounts.ts'
import { endAccess } from './end-access.ts'
import { endSecondFactor } from './end-second-factor.ts'
import { createAccountLink } from './link-holder.ts'
import { factorEndedMail } from './factor-mails.ts'
import { endPassword, findLastSignIn, lockAccount } from './store/accounts.ts'
import { isInFunction } from './store/delegates.ts'

/** How long a firm's person has to show, by signing in, that nothing is lost. */
export const firmWaitMs = 24 * hourMs

/**
 * The factor, its codes, the password, sessions, links and known browsers end; one link to the user's own address lets
 * them choose a password that can stand alone. The mail tells what happened.
 */
export async function endUserFactor(
  tx: Tx,
  app: AppContext,
  account: Account,
  employerId: string,
): Promise<void> {
  const now = app.clock.now()
  await endSecondFactor(tx, account)
  await endPassword(tx, account)
  await endAccess(tx, account.id, now, 'second_factor_changed')
  const hours = await getParameter(tx, 'activation_link_hours', todayIn(app.clock))
  const linkId = await createAccountLink(tx, app, account, {
    purpose: 'reset_password',
    hours,
    employerId,
  })
  await queueMail(tx, factorEndedMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      login: account.login,
      hours,
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId,
    linkId,
    at: now,
  })
}

interface LostFactor {
  readonly profileId: string
  readonly employerId: string
  readonly delegateId: string
  readonly askedAt: string
}

export const endLostFactorJob = jobKind<LostFactor & Record<string, unknown>>('end-lost-factor')

/**
 * The day of waiting is over. Nothing happens when the person signed in since, for they used their factor, nor when the
 * delegate who asked is no longer in function. Run twice, it does nothing the second time.
 */
export async function endLostFactor(app: AppContext, asked: LostFactor): Promise<void> {
  await app.db.transaction({ as: 'system' }, async (tx) => {
    const account = await lockAccount(tx, 'profile', asked.profileId)
    if (account?.state !== 'active' || !hasSecondFactor(account)) return
    const seen = await findLastSignIn(tx, account.id)
    if (seen && seen > new Date(asked.askedAt)) return
    if (!(await isInFunction(tx, asked.delegateId))) return
    await endUserFactor(tx, app, account, asked.employerId)
    await record(tx, systemActor('end-lost-factor'), app.clock.now(), {
      action: 'user.second_factor_reset',
      subject: { kind: 'profile', id: account.id },
      employerId: asked.employerId,
      details: { name: fullName(account), login: account.login, reason: '' },
    })
  })
}
