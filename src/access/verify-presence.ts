import type { SignedInActor } from '../actors/actor.ts'
import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import type { Tx } from '../platform/db/database.ts'
import { ownScope } from './accounts.ts'
import { getOwn } from './confirm-factor.ts'
import { confirmPassword } from './confirm-password.ts'
import { noteFailure, noteSuccess, type Origin, takeTry, targetOf } from './locks.ts'
import type { Assertion } from './passkeys/credential-form.ts'
import type { Passkey } from './passkeys/passkey.ts'
import { usePasskey } from './passkeys/use-passkey.ts'
import { insertAssertion } from './store/presence-assertions.ts'

/** How somebody shows, once more, that they are there: their password, or a passkey that signs what they confirm. */
export type PresenceProof =
  | { readonly by: 'password'; readonly password: string }
  | { readonly by: 'passkey'; readonly assertion: Assertion | 'unreadable' }

/** Somebody was there. Nothing is kept of a password; what a passkey signed is, to be verified later. */
export type Presence =
  | { readonly by: 'password' }
  | {
      readonly by: 'passkey'
      readonly digest: Buffer
      readonly assertion: Assertion
      readonly passkey: Passkey
    }

/** Who was there, and when; with the text that was signed where nothing else keeps it. */
export interface PresentPerson {
  readonly by:
    | { readonly employerId: string; readonly profileId: string }
    | { readonly agentId: string }
  readonly wording?: string
  readonly at: Date
}

/**
 * Asks again who is there before a company is committed (product E3): the password, or a passkey whose challenge is the
 * digest of what is confirmed, under the same lock as at the door. In transactions of its own, so that a refusal does not
 * take the count of tries back; `keepPresence` writes it with what it confirms.
 */
export async function verifyPresence(
  app: AppContext,
  actor: SignedInActor,
  { origin, ...proof }: PresenceProof & { readonly origin: Origin },
  digest: Buffer,
): Promise<Presence> {
  if (proof.by === 'password') {
    await confirmPassword(app, actor, proof.password, origin)
    return { by: 'password' }
  }
  const { assertion } = proof
  if (assertion === 'unreadable' || digest.length !== 32) return refuse('access.presence_wrong')
  const passkey = await app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    const now = app.clock.now()
    const trial = await takeTry(tx, targetOf(account), origin, now)
    const signed = { assertion, challenge: digest }
    const used = trial.allowed ? await usePasskey(tx, app, account, signed) : null
    if (used) await noteSuccess(tx, trial)
    else await noteFailure(tx, trial, now)
    return used
  })
  return passkey ? { by: 'passkey', digest, assertion, passkey } : refuse('access.presence_wrong')
}

/** In the transaction of what it confirms; the identifier of the assertion, null for a password. */
export async function keepPresence(
  tx: Tx,
  presence: Presence,
  person: PresentPerson,
): Promise<string | null> {
  return presence.by === 'password' ? null : insertAssertion(tx, presence, person)
}
