import type { Assertion, Attestation } from './credential-form.ts'
import type { NewPasskey, Passkey } from './passkey.ts'
import type { RelyingParty } from './relying-party.ts'

/** EdDSA, ES256, RS256: what authenticators make. */
export const algorithms = [-8, -7, -257]

// Loaded when somebody first uses a passkey: it takes longer to load than the rest of the portal.
const library = () => import('@simplewebauthn/server')

/**
 * How often this passkey has signed, when it signed exactly this challenge, here, for somebody whom it recognised; null
 * otherwise. One that signs less often than before was copied, and is refused.
 */
export async function verifyAssertion(
  party: RelyingParty,
  assertion: Assertion,
  expected: {
    readonly challenge: Buffer
    readonly passkey: Pick<Passkey, 'credentialId' | 'publicKey' | 'signatures'>
  },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...assertion, clientExtensionResults: {} },
      expectedChallenge: expected.challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: expected.passkey.credentialId,
        publicKey: new Uint8Array(expected.passkey.publicKey),
        counter: expected.passkey.signatures,
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // The library throws for whatever does not hold; the reason is the business of nobody who tries.
    return null
  }
}

/** The passkey that a browser made to this challenge; null when it did not. No proof of its make is asked for. */
export async function verifyAttestation(
  party: RelyingParty,
  attestation: Attestation,
  challenge: Buffer,
): Promise<NewPasskey | null> {
  const { verifyRegistrationResponse } = await library()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...attestation, clientExtensionResults: {} },
      expectedChallenge: challenge.toString('base64url'),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!registrationInfo) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signatures: credential.counter,
      transports: attestation.response.transports,
      isSynced: credentialBackedUp,
    }
  } catch {
    return null
  }
}
