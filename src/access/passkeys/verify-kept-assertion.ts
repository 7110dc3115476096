import { verifyAssertion } from './verify.ts'

/** An assertion as it is kept. */
export interface KeptAssertion {
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly authenticatorData: Buffer
  readonly clientData: Buffer
  readonly signature: Buffer
}

/**
 * Whether this key signed exactly this digest, for somebody whom it recognised. Needs nothing of the portal: the address
 * for which it was signed is in what was signed, and the authenticator vouches for its host.
 */
export async function verifyKeptAssertion(kept: KeptAssertion, digest: Buffer): Promise<boolean> {
  const origin = originIn(kept.clientData)
  if (!origin) return false
  const id = kept.credentialId.toString('base64url')
  const signatures = await verifyAssertion(
    { id: new URL(origin).hostname, origin, name: '' },
    {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: kept.clientData.toString('base64url'),
        authenticatorData: kept.authenticatorData.toString('base64url'),
        signature: kept.signature.toString('base64url'),
      },
    },
    {
      challenge: digest,
      // Only the next sign-in minds how often it had signed.
      passkey: { credentialId: id, publicKey: kept.publicKey, signatures: 0 },
    },
  )
  return signatures !== null
}

function originIn(clientData: Buffer): string | null {
  try {
    const { origin } = JSON.parse(clientData.toString('utf8')) as { origin?: unknown }
    return typeof origin === 'string' && URL.canParse(origin) ? origin : null
  } catch {
    return null
  }
}
