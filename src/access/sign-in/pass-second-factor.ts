import type { SignedInActor } from '../../actors/actor.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { type Account, actorFor, fullName, ownScope } from '../accounts.ts'
import { changeAccount, lockAccount } from '../store/accounts.ts'
import { noteFailure, type Origin, takeTry, targetOf, type Trial } from '../locks.ts'
import { secondFactorMail } from '../mails.ts'
import { countRecoveryCodes } from '../store/recovery-codes.ts'
import { takeRecoveryCode } from '../recovery-codes.ts'
import { matchingStep } from '../second-factor.ts'
import { countCodeTry, endSession } from '../store/sessions.ts'
import { openFullSession } from './open-full-session.ts'

/** After ten wrong codes the password is asked again (quality AT13). */
export const codeTries = 10

export interface CodeTry {
  readonly by: 'code' | 'recovery_code'
  readonly code: string
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
 * The second step of a sign-in: the code of the application, or a recovery code (product U4). It opens a new session;
 * the one that only the password had opened ends.
 */
export async function passSecondFactor(
  app: AppContext,
  actor: SignedInActor,
  tried: CodeTry,
): Promise<CodeResult> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const now = app.clock.now()
    const account = await lockAccount(tx, actor.kind, actor.id)
    if (!account?.totpSealed || actor.stage !== 'second_factor') return { outcome: 'refused' }
    const trial = await takeTry(tx, targetOf(account), tried.origin, now)
    const isRight = trial.allowed && (await isRightCode(tx, app, account, tried))
    if (!isRight) return refuseCode(tx, app, { account, actor, trial, tried })
    await endSession(tx, actor.sessionId, now, 'stepped_up')
    const token = await openFullSession(tx, app, {
      account,
      trial,
      origin: tried.origin,
      browser: tried.browser,
      secondFactor: tried.by,
    })
    const codesLeft =
      tried.by === 'recovery_code' ? await tellRecoveryCodeUsed(tx, app, account) : null
    return { outcome: 'signed_in', token, account, codesLeft }
  })
}

async function isRightCode(
  tx: Tx,
  app: AppContext,
  account: Account,
  tried: Pick<CodeTry, 'by' | 'code'>,
): Promise<boolean> {
  if (tried.by === 'recovery_code') return takeRecoveryCode(tx, app, account.id, tried.code)
  return useTotp(tx, app, account, tried.code)
}

/** Accepts the application's code once: the step of time that it belongs to is used up. */
export async function useTotp(
  tx: Tx,
  app: AppContext,
  account: Account,
  code: string,
): Promise<boolean> {
  if (!account.totpSealed) return false
  const secret = app.keyring.open(account.totpSealed)
  const step = matchingStep(secret, code, app.clock.now(), account.totpLastStep)
  if (step === null) return false
  await changeAccount(tx, account, { totp_last_step: step })
  return true
}

interface Wrong {
  readonly account: Account
  readonly actor: SignedInActor
  readonly trial: Trial
  readonly tried: CodeTry
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
    details: { by: tried.by, waiting: !trial.allowed },
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
      change: 'recovery',
      left,
      fundEmail: app.config.fund.agencyEmail,
    },
    employerId: account.employerId,
    at: app.clock.now(),
  })
  return left
}
