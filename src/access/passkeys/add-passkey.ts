import type { SignedInActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import { record } from '../../audit/record.ts'
import type { AppContext } from '../../context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Account, actorFor, hasSecondFactor, ownScope } from '../accounts.ts'
import { closeOthers } from '../account/own-sessions.ts'
import { getOwn } from '../confirm-factor.ts'
import { tellSecondFactorChange } from '../keep-second-factor.ts'
import { renewRecoveryCodes } from '../recovery-codes.ts'
import { takeChallenge } from '../store/passkey-challenges.ts'
import { insertPasskey } from '../store/passkeys.ts'
import type { Attestation } from './credential-form.ts'
import { keyFingerprint, type NewPasskey } from './passkey.ts'
import { relyingParty } from './relying-party.ts'
import { verifyAttestation } from './verify.ts'

export interface PasskeyMade {
  readonly name: string
  readonly attestation: Attestation | 'unreadable' | null
}

/**
 * Keeps the passkey that the browser made (product U4). The first factor of an account comes with ten recovery codes, which
 * are returned to be shown once; null when it had some already.
 */
export async function addPasskey(
  app: AppContext,
  actor: SignedInActor,
  { name, attestation }: PasskeyMade,
): Promise<string[] | null> {
  const made = await proveMade(app, actor, attestation)
  return app.db.transaction(ownScope(actor), async (tx) => {
    const account = await getOwn(tx, actor)
    const codes = await keepPasskey(tx, app, account, { ...made, name })
    await closeOthers(tx, app, actor, 'second_factor_changed')
    return codes
  })
}

/** The challenge is taken in a transaction of its own: wrong or right, it is answered once. */
export async function proveMade(
  app: AppContext,
  actor: SignedInActor,
  attestation: PasskeyMade['attestation'],
): Promise<NewPasskey> {
  const challenge = await app.db.transaction(ownScope(actor), (tx) =>
    takeChallenge(tx, actor, 'register', app.clock.now()),
  )
  if (!challenge) return refuse('account.passkey_too_late')
  const made =
    attestation && attestation !== 'unreadable'
      ? await verifyAttestation(relyingParty(app.config), attestation, challenge)
      : null
  return made ?? refuse('account.passkey_not_made')
}

/** Added, told by mail and in the trail, where the fingerprint of its key stays. */
export async function keepPasskey(
  tx: Tx,
  app: AppContext,
  account: Account,
  passkey: NewPasskey & { readonly name: string },
): Promise<string[] | null> {
  const now = app.clock.now()
  if (!(await insertPasskey(tx, account, passkey, now))) return refuse('account.passkey_known')
  const codes = hasSecondFactor(account) ? null : await renewRecoveryCodes(tx, app.keyring, account)
  const { name } = passkey
  await tellSecondFactorChange(tx, app, account, { change: 'passkey_added', passkey: name })
  await record(tx, actorFor(account), now, {
    action: 'second_factor.passkey_added',
    subject: { kind: account.kind, id: account.id },
    details: { passkey: name, key: keyFingerprint(passkey.publicKey) },
  })
  return codes
}
