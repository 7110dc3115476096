import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, actorFor, fullName, hasSecondFactor, ownScope } from '../accounts.ts'
import { lockAccount } from '../store/accounts.ts'
import { noteFailure, type Origin, takeTry, targetOf, type Trial } from '../locks.ts'
import { secondFactorMail } from '../factor-mails.ts'
import { countRecoveryCodes } from '../store/recovery-codes.ts'
import { countCodeTry, endSession } from '../store/sessions.ts'
import { type GivenFactor, useFactor } from '../use-factor.ts'
import { openFullSession } from './open-full-session.ts'

/** After ten wrong codes the password is asked again (quality AT13). */
const codeTries = 10

export interface FactorTry {
  readonly given: GivenFactor
  readonly origin: Origin
  readonly browser: string
}

export type CodeResult =
  | { readonly outcome: 'refused' }
  /** Too many wrong codes: the session of the password is over. */
  | { readonly outcome: 'restart'; readonly account: Account }
  | {
      readonly outcome: 'signed_in'
      readonly token: string
      readonly account: Account
      /** After a recovery code: how many remain. */
      readonly codesLeft: number | null
    }

/**
 * The second step of a sign-in: the code of the application, a recovery code, or a passkey (product U4). It opens a new session;
 * the one that only the password had opened ends.
 */
export async function passSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  tried: FactorTry,
): Promise<CodeResult> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const now = app.clock.now()
    const { given } = tried
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (!account || !hasSecondFactor(account) || actor.stage !== 'second_factor')
      return { outcome: 'refused' }
    const trial = await takeTry(tx, targetOf(account), tried.origin, now)
    const isRight = trial.allowed && (await useFactor(tx, app, { account, actor }, given))
    if (!isRight) return refuseCode(tx, app, { account, actor, trial, tried })
    await endSession(tx, actor.sessionId, now, 'stepped_up')
    const token = await openFullSession(tx, app, {
      account,
      trial,
      origin: tried.origin,
      browser: tried.browser,
      secondFactor: given.by,
    })
    const codesLeft =
      given.by === 'recovery_code' ? await tellRecoveryCodeUsed(tx, app, account) : null
    return { outcome: 'signed_in', token, account, codesLeft }
  })
}

interface Wrong {
  readonly account: Account
  readonly actor: SignedInActor
  readonly trial: Trial
  readonly tried: FactorTry
}

async function refuseCode(
  tx: Tx,
  app: AppContext,
  { account, actor, trial, tried }: Wrong,
): Promise<CodeResult> {
  const now = app.clock.now()
  await noteFailure(tx, trial, now)
  await record(tx, actorFor(account), now, {
    action: 'session.code_refused',
    subject: { kind: account.kind, id: account.id },
    details: { by: tried.given.by, login: account.login, waiting: !trial.allowed },
  })
  const tries = await countCodeTry(tx, actor.sessionId)
  if (tries < codeTries) return { outcome: 'refused' }
  await endSession(tx, actor.sessionId, now, 'too_many_codes')
  return { outcome: 'restart', account }
}

async function tellRecoveryCodeUsed(tx: Tx, app: AppContext, account: Account): Promise<number> {
  const left = await countRecoveryCodes(tx, account.id)
  await queueMail(tx, secondFactorMail, {
    to: account.email,
    language: account.language,
    props: {
      name: fullName(account),
      change: 'recovery' as const,
      left,
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: account.employerId,
    at: app.clock.now(),
  })
  return left
}
