import { westernDigits } from '../../money/index.ts'
import type { Keyring } from './keyring.ts'

export type IdentityKind = 'cin' | 'residence_card' | 'passport'
export const identityKinds: readonly IdentityKind[] = ['cin', 'residence_card', 'passport']

export interface Identity {
  readonly kind: IdentityKind
  readonly number: string
}

/** An identity as stored: sealed to be read again by who may, hashed with a key to be compared. */
export interface StoredIdentity {
  readonly identity_kind: IdentityKind
  readonly identity_sealed: Buffer
  readonly identity_key: Buffer
}

/** One person, one key: spaces, dashes and case do not make another person. */
export function storeIdentity(keyring: Keyring, identity: Identity): StoredIdentity {
  return {
    identity_kind: identity.kind,
    identity_sealed: keyring.seal(identity.number),
    identity_key: identityKey(keyring, identity),
  }
}

export function identityKey(keyring: Keyring, identity: Identity): Buffer {
  const number = identity.number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return keyring.keyedHash('identity', `${identity.kind}:${number}`)
}

/** «BE••••56»: enough for its owner to recognise it. */
export function maskedIdentity(number: string): string {
  return number.length <= 4 ? '••••' : `${number.slice(0, 2)}••••${number.slice(-2)}`
}

const shapes: Record<IdentityKind, RegExp> = {
  cin: /^[A-Z]{1,2}\d{1,8}$/,
  residence_card: /^[A-Z0-9]{5,15}$/,
  passport: /^[A-Z0-9]{5,15}$/,
}

/** As printed on the document, in capitals; spaces, dots and dashes are not part of it. Nothing when it has another shape. */
export function parseIdentity(kind: IdentityKind, typed: string): Identity | undefined {
  const number = westernDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s.-]/g, '')
  return shapes[kind].test(number) ? { kind, number } : undefined
}

/** Five or six digits are usual on a national card (domain §8): fewer or more are asked about, never refused. */
export function isUnusualCin({ kind, number }: Identity): boolean {
  return kind === 'cin' && !/^[A-Z]{1,2}\d{5,6}$/.test(number)
}
