import { createHash } from 'node:crypto'

/** A second factor that a browser, a telephone or a security key holds: it signs, and shows its secret to nobody. */
export interface Passkey {
  readonly id: string
  readonly name: string
  /** As the authenticator names it, in base64url. */
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signatures: number
  readonly transports: readonly string[]
  /** Found again on another device of its owner. */
  readonly isSynced: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** What an authenticator gave, once it was verified. */
export type NewPasskey = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'signatures' | 'transports' | 'isSynced'
>

/** More than anybody has devices. */
export const mostPasskeys = 10

/** Names a public key in the trail, so that what it signed can be tied to the day it was added. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}
