import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { ownScope } from '../accounts.ts'
import { confirmFactor, type FactorProof, getOwn } from '../confirm-factor.ts'
import { newChallenge } from '../store/passkey-challenges.ts'
import { listPasskeys } from '../store/passkeys.ts'
import { mostPasskeys } from './passkey.ts'
import { creationFor, type PasskeyCreation } from './requests.ts'

/**
 * Once the password was confirmed, and the factor in use if there is one: what the browser is asked, to make a passkey. Its
 * challenge is given to nobody else, so that an answer to it proves that all this was asked within five minutes.
 */
export async function offerPasskey(
  app: AppContext,
  actor: SignedInActor,
  proof: FactorProof,
): Promise<PasskeyCreation> {
  await confirmFactor(app, actor, proof)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    const passkeys = await listPasskeys(tx, account.id)
    if (passkeys.length >= mostPasskeys) return refuse('account.passkeys_too_many')
    const challenge = await newChallenge(tx, actor, 'register', app.clock.now())
    return creationFor(app.config, account, { passkeys, challenge })
  })
}
