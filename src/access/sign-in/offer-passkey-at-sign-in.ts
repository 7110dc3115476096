import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { hasSecondFactor, ownScope } from '../accounts.ts'
import { creationFor, type PasskeyCreation } from '../passkeys/requests.ts'
import { findAccount } from '../store/accounts.ts'
import { newChallenge } from '../store/passkey-challenges.ts'

/** The password was just given, and there is no factor yet: a passkey may be the first one (product U4). */
export async function offerPasskeyAtSignIn(
  app: AppContext,
  actor: SignedInActor,
): Promise<PasskeyCreation> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await findAccount(tx, actor.kind, actor.id)
    if (!account || hasSecondFactor(account) || actor.stage !== 'second_factor')
      return refuse('access.second_factor_already')
    const challenge = await newChallenge(tx, actor, 'register', app.clock.now())
    return creationFor(app.config, account, { passkeys: [], challenge })
  })
}
