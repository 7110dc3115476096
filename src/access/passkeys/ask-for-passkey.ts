import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { ownScope } from '../accounts.ts'
import { findAccount } from '../store/accounts.ts'
import { newChallenge } from '../store/passkey-challenges.ts'
import { listPasskeys } from '../store/passkeys.ts'
import { type PasskeyRequest, requestTo } from './requests.ts'

/** Which factors this account can be asked for, and the question to its passkeys when it has some. */
export interface FactorAsked {
  readonly hasApplication: boolean
  readonly passkey: PasskeyRequest | null
}

/** Asks for the factor in use: at the second step of a sign-in, and before something that matters. */
export async function askForFactor(app: AppContext, actor: SignedInActor): Promise<FactorAsked> {
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await findAccount(tx, actor.kind, actor.id)
    if (!account) return refuse('web.not_found')
    const hasApplication = account.totpSealed !== null
    const passkeys = account.passkeyCount > 0 ? await listPasskeys(tx, account.id) : []
    if (passkeys.length === 0) return { hasApplication, passkey: null }
    const challenge = await newChallenge(tx, actor, 'prove', app.clock.now())
    return { hasApplication, passkey: requestTo(app.config, passkeys, challenge) }
  })
}
