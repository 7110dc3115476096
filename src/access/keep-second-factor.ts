import { record } from '../audit/record.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queueMail } from '../platform/mail/queue-mail.ts'
import { type Account, actorFor, fullName } from './accounts.ts'
import { changeAccount } from './store/accounts.ts'
import { type SecondFactorChange, secondFactorMail } from './factor-mails.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { matchingStep } from './second-factor.ts'

/**
 * A first right code proves that the secret was scanned: it is sealed and kept, ten recovery codes are made, and the
 * owner is told by mail. Null when the code is wrong.
 */
export async function keepSecondFactor(
  tx: Tx,
  app: AppContext,
  offer: { readonly account: Account; readonly secret: string; readonly code: string },
): Promise<string[] | null> {
  const { account, secret } = offer
  const now = app.clock.now()
  const step = matchingStep(secret, offer.code, now, null)
  if (step === null) return null
  await changeAccount(tx, account, { totp_sealed: app.keyring.seal(secret), totp_last_step: step })
  const codes = await renewRecoveryCodes(tx, app.keyring, account)
  await tellSecondFactorChange(tx, app, account, { change: 'added' })
  await record(tx, actorFor(account), now, {
    action: account.totpSealed ? 'second_factor.replaced' : 'second_factor.added',
    subject: { kind: account.kind, id: account.id },
  })
  return codes
}

/** Out of band, whatever the change (quality, MFA). */
export async function tellSecondFactorChange(
  tx: Tx,
  app: AppContext,
  account: Account,
  told: SecondFactorChange,
): Promise<void> {
  await queueMail(tx, secondFactorMail, {
    to: account.email,
    language: account.language,
    props: { name: fullName(account), ...told, fundEmail: app.config.fund.agencyEmail },
    employerId: account.employerId,
    at: app.clock.now(),
  })
}
