import type { SignedInActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { ownScope } from '../accounts.ts'
import { listPasskeys } from '../store/passkeys.ts'
import { type PasskeyRequest, requestTo } from './requests.ts'

/** Asks one's passkeys to sign what is confirmed, of which this is the digest; null for who has none. */
export async function askToSign(
  app: AppContext,
  actor: SignedInActor,
  digest: Buffer,
): Promise<PasskeyRequest | null> {
  const passkeys = await app.db.transaction(ownScope(actor), (tx) => listPasskeys(tx, actor.id))
  return passkeys.length > 0 ? requestTo(app.config, passkeys, digest) : null
}
