import type { SignedInActor } from '../actors/actor.ts'
import type { AppContext } from '../context.ts'
import { askToSign } from './passkeys/ask-to-sign.ts'
import type { ShownStatement, Statement } from './statement.ts'

/** Puts a statement before somebody who may agree to it, with the password or with a passkey that signs it. */
export async function showStatement(
  app: AppContext,
  actor: SignedInActor,
  { digest }: Statement,
): Promise<ShownStatement> {
  return { digest: digest.toString('hex'), passkey: await askToSign(app, actor, digest) }
}
