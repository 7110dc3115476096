import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { findAccount } from '../store/accounts.ts'
import { hasSecondFactor, ownScope } from '../accounts.ts'
import { offeredSecret, totpUri } from '../second-factor.ts'

/** What an authenticator app scans or is typed: the secret, and the address that holds it. */
export interface Offer {
  readonly secret: string
  readonly uri: string
}

/** The secret of a second factor to set up (product U4); only for who has none: a code in use is never shown again. */
export async function offerSecondFactor(app: AppContext, actor: SignedInActor): Promise<Offer> {
  const account = await app.db.transaction(ownScope(actor), (tx) =>
    findAccount(tx, actor.kind, actor.id),
  )
  if (!account) return refuse('web.not_found')
  if (hasSecondFactor(account) && actor.stage !== 'full')
    return refuse('access.second_factor_already')
  const secret = offeredSecret(app.keyring, actor.sessionId, account.totpSealed)
  return { secret, uri: totpUri(secret, app.config.fund.name, account.login) }
}
