import type { Config } from '../../config.ts'
import type { Account } from '../accounts.ts'
import { fullName } from '../accounts.ts'
import type { Passkey } from './passkey.ts'
import { relyingParty } from './relying-party.ts'
import { algorithms } from './verify.ts'

/** What a browser is asked: the options of WebAuthn, with bytes in base64url (`public/enhance/passkey.js`). */
export interface PasskeyRequest {
  readonly rpId: string
  readonly challenge: string
  readonly allowCredentials: readonly Credential[]
  readonly userVerification: 'required'
  readonly timeout: number
}

export interface PasskeyCreation {
  readonly rp: { readonly id: string; readonly name: string }
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly challenge: string
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[]
  readonly excludeCredentials: readonly Credential[]
  readonly authenticatorSelection: {
    readonly residentKey: 'preferred'
    readonly userVerification: 'required'
  }
  readonly attestation: 'none'
  readonly timeout: number
}

interface Credential {
  readonly type: 'public-key'
  readonly id: string
  readonly transports: readonly string[]
}

/** As long as a challenge lives. */
const timeout = 5 * 60_000

/** Asks any of these passkeys to sign. */
export function requestTo(
  config: Config,
  passkeys: readonly Passkey[],
  challenge: Buffer,
): PasskeyRequest {
  return {
    rpId: relyingParty(config).id,
    challenge: challenge.toString('base64url'),
    allowCredentials: passkeys.map(credentialOf),
    userVerification: 'required',
    timeout,
  }
}

/** Asks for a new one, on something that has none of these. */
export function creationFor(
  config: Config,
  account: Account,
  { passkeys, challenge }: { readonly passkeys: readonly Passkey[]; readonly challenge: Buffer },
): PasskeyCreation {
  const { id, name } = relyingParty(config)
  return {
    rp: { id, name },
    user: {
      id: Buffer.from(account.id.replaceAll('-', ''), 'hex').toString('base64url'),
      name: account.login,
      displayName: fullName(account),
    },
    challenge: challenge.toString('base64url'),
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: passkeys.map(credentialOf),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    attestation: 'none',
    timeout,
  }
}

function credentialOf({ credentialId, transports }: Passkey): Credential {
  return { type: 'public-key', id: credentialId, transports }
}
